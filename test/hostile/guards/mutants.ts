import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Guard, guards } from "./guards.js";
import { type Removal, removalsOf } from "./removals.js";

// Takes one guard after another out of a copy of the repository: `npm run mutants [-- FILE…]`, each of whose names is part of
// the guarded file's. What no test notices is named.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const named = process.argv.slice(2);
const chosen = guards.filter(({ file }) => named.length === 0 || named.some((name) => file.includes(name)));

const copy = copyRepository();
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
let noticed = 0;
const missed: string[] = [];
for (const guard of chosen) {
  if (!passes(guard)) throw new Error(`The tests of ${guard.file} fail without a change`);
  for (const removal of removalsOf(readFileSync(join(root, guard.file), "utf8"))) tryRemoval(guard, removal);
}
process.stdout.write(`${noticed + missed.length} guards removed, ${missed.length} not noticed\n`);
for (const line of missed) process.stdout.write(`${line}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;

function tryRemoval(guard: Guard, { source, line, told }: Removal): void {
  const place = join(copy, guard.file);
  writeFileSync(place, source);
  const isNoticed = !passes(guard);
  copyFileSync(join(root, guard.file), place);
  if (isNoticed) noticed += 1;
  else missed.push(`${guard.file}:${line} ${told}`);
  process.stderr.write(`${isNoticed ? "noticed" : "MISSED"} ${guard.file}:${line} ${told}\n`);
}

/** Whether all tests pass; one that never ends has noticed something too. */
function passes({ tests, trials }: Guard): boolean {
  const named = trials.map((name) => ["test/hostile/hostile.test.ts", "-t", ` ${name}: `]);
  return [...tests.map((test) => [test]), ...named].every((selection) => pass(selection));
}

function pass(selection: readonly string[]): boolean {
  const vitest = join(copy, "node_modules/vitest/vitest.mjs");
  const run = spawnSync("node", [vitest, "run", "--bail", "1", ...selection], { cwd: copy, timeout: 300_000 });
  return run.status === 0;
}

/** The files that git knows, with the packages that are installed here. */
function copyRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-mutants-"));
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of files.filter((name) => name !== "")) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  execFileSync("cp", ["-r", join(root, "dist"), join(folder, "dist")]);
  return folder;
}
