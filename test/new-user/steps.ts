import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Checkout, checkoutIn, type Finished } from "./checkout.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Packs modelmark as npm would publish it; the path of the tarball. */
export function pack(into: string): string {
  const name = checkoutIn(repository).succeed("npm", ["pack", "--silent", "--pack-destination", into]).trim();
  return path.join(into, name);
}

/** Adds modelmark to a checkout, and installs what the checkout needs itself. */
export function install({ succeed }: Checkout, tarball: string): void {
  const quietly = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  succeed("npm", ["install", "--save-dev", ...quietly, tarball]);
}

/** How many packages are installed in a checkout. */
export function countPackages({ succeed }: Checkout): number {
  const [, ...packages] = succeed("npm", ["ls", "--all", "--parseable"]).trimEnd().split("\n");
  return packages.length;
}

/** Sets modelmark up, and gives what it says of that. */
export function setUp({ run }: Checkout): string {
  const { code, stdout, stderr } = run("npx", ["--no-install", "modelmark", "init", "--yes"]);
  if (code !== 0) throw new Error(`\`modelmark init\` ended with ${code}:\n${stdout}${stderr}`);
  return stderr;
}

/** A page of models that modelmark reads. */
export function firstPage(checkout: Checkout): string {
  const page = filesOf(checkout, "--inputs").find((file) => /\.mdx?$/.test(file));
  if (page === undefined) throw new Error("modelmark reads no page");
  return page;
}

/** The files that modelmark reads, or writes, below the root of the checkout. */
export function filesOf({ succeed }: Checkout, flag: "--inputs" | "--outputs"): readonly string[] {
  const text = succeed("npx", ["--no-install", "modelmark", "inspect", flag]);
  return text.trimEnd().split("\n");
}

/** Compiles the checkout with its own settings and the oldest compiler that is promised. */
export function typeCheck({ run }: Checkout): Finished {
  const compiler = path.join(repository, "node_modules/typescript-5.9/bin/tsc");
  return run(process.execPath, [compiler, "--noEmit", "--project", "."]);
}

/** Commits everything, as far as the hook lets it. */
export function commitAll({ succeed, run }: Checkout, message: string): Finished {
  succeed("git", ["add", "--all"]);
  return run("git", ["commit", "--quiet", "--message", message]);
}
