import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { realPathOf } from "../disk.js";
import { OutputError, UsageError } from "../exit-code.js";
import { isWithin } from "../pages.js";
import { codeOf, reasonOf } from "../system-error.js";
import type { Edit } from "./step.js";

/** What the one who runs a command is told to do where an edit cannot be made. */
export interface EditWords {
  readonly again: string;
  readonly hint: string;
}

const wordsOfInit: EditWords = {
  again: "Run `modelmark init` again.",
  hint: "Nothing was written. Put a file there, or set modelmark up by hand: docs/hooks.md says how.",
};

/** Writes edits, all of them looked at before the first one is written: none leaves the folders that it may be in. */
export function writeEdits(edits: readonly Edit[], folders: readonly string[], words: EditWords = wordsOfInit): void {
  for (const edit of edits) requirePlace(edit, folders, words);
  for (const edit of edits) write(edit, words);
}

function requirePlace({ path: file, before }: Edit, folders: readonly string[], words: EditWords): void {
  const { hint, again } = words;
  const real = path.join(realPathOf(path.dirname(file)), path.basename(file));
  if (!folders.some((folder) => isWithin(realPathOf(folder), real))) {
    const isLinked = folders.some((folder) => isWithin(folder, file));
    throw new UsageError(
      `\`${file}\` is out of the repository${isLinked ? ": a symbolic link leads there" : ""}`,
      hint,
    );
  }
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (status && !status.isFile()) {
    const kind = status.isSymbolicLink() ? "symbolic link" : "folder or device";
    throw new UsageError(`Unexpected ${kind} \`${file}\`, expected a file`, hint);
  }
  if (textAt(file, words) !== before) throw new OutputError(`\`${file}\` changed while it was edited`, again);
}

function textAt(file: string, { again }: EditWords): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new UsageError(`Cannot read \`${file}\`: ${reasonOf(error)}`, `Mend the file. ${again}`);
  }
}

function write({ path: file, before, after, executable }: Edit, { again }: EditWords): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (before !== undefined) {
      replace(file, after);
      return;
    }
    // A file that came since is not overwritten.
    writeFileSync(file, after, { flag: "wx" });
    if (executable) chmodSync(file, 0o755);
  } catch (error) {
    throw new OutputError(`Cannot write \`${file}\`: ${reasonOf(error)}`, `Mend the cause. ${again}`);
  }
}

/** Puts a whole text in the place of another one, with its mode: what people wrote is never half there. */
function replace(file: string, after: string): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.modelmark-${process.pid}`);
  try {
    writeFileSync(draft, after, { flag: "wx" });
    chmodSync(draft, lstatSync(file).mode);
    renameSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") rmSync(draft, { force: true });
    throw error;
  }
}
