import { execFile } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run as runInProcess } from "../../src/cli/program.js";
import { withoutUser } from "../new-user/checkout.js";
import { installed, type Recipe } from "./recipes.js";

/** A checkout of an SDK whose commits run modelmark. */
export interface Sdk {
  readonly root: string;
  readonly read: (file: string) => string;
  readonly has: (file: string) => boolean;
  readonly write: (file: string, text: string) => void;
  /** Runs a program to its end, whatever that is. */
  readonly run: (program: string, ...argv: readonly string[]) => Promise<Finished>;
  /** Runs a program that must not fail, and gives its stdout. */
  readonly succeed: (program: string, ...argv: readonly string[]) => Promise<string>;
  readonly git: (...argv: readonly string[]) => Promise<string>;
  readonly npx: (...argv: readonly string[]) => Promise<string>;
  readonly modelmark: (...argv: readonly string[]) => Promise<string>;
}

/** What a program left. */
export interface Finished {
  readonly code: number;
  readonly text: string;
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Makes a folder for checkouts, which the caller removes. */
export function makeFolder(): string {
  return realpathSync(mkdtempSync(path.join(os.tmpdir(), "modelmark-hooks-")));
}

/** Makes an SDK with three pages and a hook tool of its own, sets modelmark up by `modelmark init --yes`, and commits all. */
export async function makeSdk(recipe: Recipe, root: string): Promise<Sdk> {
  mkdirSync(root, { recursive: true });
  const sdk = sdkIn(root);
  const modules = Object.fromEntries(["modelmark", ...recipe.packages].map((name) => [name, "*"]));
  sdk.write("package.json", `${JSON.stringify({ name: "sdk", type: "module", devDependencies: modules }, null, 2)}\n`);
  sdk.write("tsconfig.json", '{ "include": ["src"] }\n');
  sdk.write(".gitignore", "node_modules\n");
  sdk.write("README.md", "# An SDK\n");
  sdk.write("src/index.ts", "export {};\n");
  for (const name of ["Pet", "Shop", "Tag"]) sdk.write(pageOf(name), pageText(name));
  for (const [file, text] of Object.entries(recipe.files)) sdk.write(file, text);
  if (recipe.executable !== undefined) chmodSync(path.join(root, recipe.executable), 0o755);
  linkPackages(recipe, root);
  if (!recipe.isNested) await sdk.git("init", "--quiet");
  await recipe.before?.(sdk);
  await sdk.modelmark("init", "--yes", ...(recipe.isSetByHand ? ["--hook", "none"] : []));
  await recipe.after?.(sdk);
  await sdk.modelmark("generate");
  await sdk.git("add", "--all");
  await sdk.git("commit", "--quiet", "--message", "An SDK");
  return sdk;
}

/** The same checkout in another folder. */
export function copyOf({ root }: Sdk, folder: string): Sdk {
  cpSync(root, folder, { recursive: true, verbatimSymlinks: true });
  return sdkIn(folder);
}

/** Where the page of a model is. */
export function pageOf(name: string): string {
  return `docs/models/${name.toLowerCase()}.md`;
}

/** Where its output is. */
export function outputOf(name: string): string {
  return `src/generated/${name.toLowerCase()}.ts`;
}

/** A page with a field at its start and one at its end, far enough from each other for two hunks. */
export function pageText(name: string, first = "N/A", last = "N/A"): string {
  const row = (field: string, words: string): string => `| \`${field}\` | *string* | :heavy_check_mark: | ${words} |`;
  const between = Array.from({ length: 10 }, (_, index) => row(`field${index}`, "N/A"));
  const head = ["| Field | Type | Required | Description |", "| - | - | - | - |"];
  return `${[`# ${name}`, "", "## Fields", "", ...head, row("first", first), ...between, row("last", last)].join("\n")}\n`;
}

/** What modelmark says of each commit in a clean checkout of it; nothing of those whose outputs are those of their pages. */
export async function wrongCommits({ root, git }: Sdk, range = "HEAD"): Promise<readonly string[]> {
  const folder = makeFolder();
  try {
    await git("clone", "--quiet", "--no-checkout", root, folder);
    const clone = sdkIn(folder);
    const wrong: string[] = [];
    for (const commit of (await git("rev-list", range)).trimEnd().split("\n")) {
      await clone.git("checkout", "--quiet", "--detach", commit);
      const said: string[] = [];
      const stream = { write: (text: string) => said.push(text) };
      const environment = { cwd: folder, env: withoutUser(), stdout: stream, stderr: stream };
      symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
      const code = await runInProcess(["check", "--no-cache"], environment);
      rmSync(path.join(folder, "node_modules"));
      if (code !== 0) wrong.push(said.join(""));
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The checkout in a folder. */
export function sdkIn(root: string): Sdk {
  const at = (file: string): string => path.join(root, file);
  const run = (program: string, ...argv: readonly string[]): Promise<Finished> =>
    new Promise((resolve) => {
      const env = {
        ...withoutUser(),
        HOME: path.join(root, "node_modules/.home"),
        PRE_COMMIT_HOME: at("node_modules/.pre-commit"),
      };
      execFile(program, [...argv], { cwd: root, env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, text: stdout + stderr });
      });
    });
  const succeed = async (program: string, ...argv: readonly string[]): Promise<string> => {
    const { code, text } = await run(program, ...argv);
    if (code !== 0) throw new Error(`\`${[program, ...argv].join(" ")}\` ended with ${code}:\n${text}`);
    return text;
  };
  return {
    root,
    read: (file) => readFileSync(at(file), "utf8"),
    has: (file) => existsSync(at(file)),
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    run,
    succeed,
    git: (...argv) => succeed("git", ...argv),
    npx: (...argv) => succeed("npx", ...argv),
    modelmark: (...argv) => succeed(at("node_modules/.bin/modelmark"), ...argv),
  };
}

/** What npm would install. */
function linkPackages({ packages }: Recipe, root: string): void {
  const main = path.join(repository, "dist/cli/main.js");
  if (!existsSync(main)) throw new Error("The command is not built: `npm run build` builds it.");
  const modules = path.join(root, "node_modules");
  mkdirSync(path.join(modules, ".bin"), { recursive: true });
  symlinkSync(repository, path.join(modules, "modelmark"));
  symlinkSync(main, path.join(modules, ".bin/modelmark"));
  for (const name of packages) {
    symlinkSync(path.join(installed, name), path.join(modules, name));
    symlinkSync(path.join(installed, ".bin", name), path.join(modules, ".bin", name));
  }
}
