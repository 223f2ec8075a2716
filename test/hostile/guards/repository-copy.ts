import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Guard } from "./guards.js";

/** The repository that is copied. */
export const root: string = fileURLToPath(new URL("../../../", import.meta.url));

/** A copy of the repository in which sources may be changed and tests run. */
export interface RepositoryCopy {
  readonly write: (file: string, source: string) => void;
  /** Puts the file back as it stands in the repository. */
  readonly restore: (file: string) => void;
  /** Whether all tests and trials of a guard pass; one that never ends has noticed something too. */
  readonly passes: (guard: Guard) => Promise<boolean>;
  readonly remove: () => void;
}

/** Copies the files that git knows and what was built, and links the packages that are installed here. */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-mutants-"));
  const files = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "")) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  execFileSync("cp", ["-r", join(root, "dist"), join(folder, "dist")]);
  return {
    write: (file, source) => writeFileSync(join(folder, file), source),
    restore: (file) => copyFileSync(join(root, file), join(folder, file)),
    passes: (guard) => passes(folder, guard),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function passes(folder: string, { tests, trials }: Guard): Promise<boolean> {
  for (const test of tests) {
    if (!(await passesTests(folder, [test]))) return false;
  }
  // Some trials start the command as it is built.
  if (trials.length > 0 && !(await succeeds(folder, ["src/cli/bundle.mjs"]))) return false;
  for (const name of trials) {
    if (!(await passesTests(folder, ["test/hostile/hostile.test.ts", "-t", ` ${name}: `]))) return false;
  }
  return true;
}

function passesTests(folder: string, selection: readonly string[]): Promise<boolean> {
  return succeeds(folder, ["node_modules/vitest/vitest.mjs", "run", "--bail", "1", ...selection]);
}

function succeeds(folder: string, program: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, program, { cwd: folder, stdio: "ignore", timeout: 300_000 });
    run.once("error", reject);
    run.once("exit", (status) => resolve(status === 0));
  });
}
