import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { compile } from "../src/compile.js";

/** A folder that goes with the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-fixtures-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The module that all outputs share, as every compilation writes it. */
export function sharedModuleText(): string {
  const shared = compile([]).files.find(({ path }) => path === "modelmark.ts");
  if (!shared) throw new Error("no shared module");
  return shared.text;
}

/** What stands for it in the folder of a case, so that it is compiled once. */
export const sharedModuleStub = 'export * from "../../modelmark.js";\n';
