import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Checkout, checkoutIn } from "./checkout.js";
import { commitAll, countPackages, firstPage, install, pack, setUp, typeCheck } from "./steps.js";

const [source] = process.argv.slice(2);
if (source === undefined) {
  say("Usage: npm run try -- CHECKOUT\n\nTries modelmark as a new user would, in a clone of a checkout of an SDK.");
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(path.join(os.tmpdir(), "modelmark-try-"));
  try {
    tryIn(folder, path.resolve(source));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryIn(folder: string, checkout: string): void {
  checkoutIn(folder).succeed("git", ["clone", "--quiet", checkout, "sdk"]);
  const sdk = checkoutIn(path.join(folder, "sdk"));
  const tarball = timed("pack", () => pack(folder));
  timed("install the SDK's own packages", () => sdk.succeed("npm", ["install", "--ignore-scripts", "--no-audit"]));
  const before = timed("compile the SDK", () => typeCheck(sdk));
  if (before.code !== 0) throw new Error(`The SDK does not compile without modelmark:\n${before.stdout}`);
  const own = countPackages(sdk);
  timed("install modelmark", () => install(sdk, tarball));
  say(`${"".padStart(9)}  ${countPackages(sdk) - own} packages more`);
  say(timed("set up", () => setUp(sdk)).trimEnd());
  say(timed("generate", () => sdk.run("npm", ["run", "--silent", "generate"])).stderr.trimEnd());
  const after = timed("compile the SDK with the outputs", () => typeCheck(sdk));
  if (after.code !== 0) throw new Error(`The SDK does not compile with the outputs:\n${after.stdout}`);
  tryHook(sdk);
}

function tryHook(sdk: Checkout): void {
  const first = timed("commit", () => commitAll(sdk, "Generate models"));
  if (first.code !== 0) throw new Error(`The hook refuses what was generated:\n${first.stderr}`);
  appendFileSync(sdk.at(firstPage(sdk)), "\nMore.\n");
  const second = timed("commit a page without its outputs", () => commitAll(sdk, "Edit a page"));
  say(second.stderr.trimEnd());
  // A hook may refuse instead of writing the outputs.
  if (second.code === 0) sdk.succeed("npx", ["--no-install", "modelmark", "check"]);
}

function timed<Value>(step: string, work: () => Value): Value {
  const start = performance.now();
  const value = work();
  say(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${step}`);
  return value;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
