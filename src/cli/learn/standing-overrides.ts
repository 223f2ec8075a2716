import { lstatSync } from "node:fs";
import path from "node:path";
import type { Override } from "../../overrides/override.js";
import { parseOverrides } from "../../overrides/parse-overrides.js";
import { UsageError } from "../exit-code.js";
import { textOf, tooLarge } from "../overrides-file.js";
import { readRegular, TooLarge } from "../regular-file.js";
import { codeOf, reasonOf } from "../system-error.js";

/** The overrides file as it stands on the disk. */
export interface StandingOverrides {
  /** Absolute. */
  readonly file: string;
  /** Nothing where there is no file. */
  readonly text: string | undefined;
  /** The `$schema` that it names. */
  readonly schema?: string | undefined;
  readonly overrides: readonly Override[];
}

/** Reads an overrides file of so many bytes at most; a `ConfigError` where it is wrong or larger, a `UsageError` where it is no file of its own. */
export function readOverridesFile(file: string, cwd: string, most: number): StandingOverrides {
  const shown = path.relative(cwd, file);
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status) return { file, text: undefined, overrides: [] };
  if (!status.isFile()) {
    const kind = status.isSymbolicLink() ? "symbolic link" : "folder or device";
    throw new UsageError(`Unexpected ${kind} \`${shown}\`, expected a file`, "Put the file itself there.");
  }
  const text = textOf(bytesOf(file, shown, most), shown);
  const { $schema: schema, overrides: written } = parseOverrides(text, shown);
  return { file, text, schema, overrides: written.map(({ writtenAt: _writtenAt, ...override }) => override) };
}

function bytesOf(file: string, shown: string, most: number): Buffer {
  try {
    return readRegular(file, "refuse", most);
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge(shown, error.size, most);
    const code = codeOf(error);
    throw new UsageError(`Cannot read \`${shown}\`: ${reasonOf(error)}`, code === undefined ? "" : "Mend the cause.");
  }
}
