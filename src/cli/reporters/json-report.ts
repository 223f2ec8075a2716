import type { Severity } from "../../diagnostics/rules.js";

/** What `--reporter json` writes. */
export interface JsonReport {
  /** Of this form: another number means that something was taken away or changed its meaning. */
  readonly version: 1;
  /** The folder of the pages, relative to the current folder, with `/`. */
  readonly docs: string;
  /** The folder of the outputs, relative to the current folder, with `/`. */
  readonly out: string;
  /** Sorted by page and place. */
  readonly messages: readonly JsonMessage[];
  /** Outputs that are not as they should be, or were not. */
  readonly outputs: readonly JsonOutput[];
  /** With `--staged`: the outputs that were staged and not written to the working tree. */
  readonly leftCopies?: readonly string[];
  readonly summary: JsonSummary;
}

/** Something that a page says wrongly; lines and columns count from 1 in UTF-16 code units, the end is exclusive. */
export interface JsonMessage {
  /** Below the docs folder, with `/`. */
  readonly page: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly rule: string | null;
  readonly severity: Severity;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** What stands there. */
  readonly actual: string | null;
  /** What may stand there. */
  readonly expected: readonly string[] | null;
  readonly mend: string | null;
  /** Other places that it is about. */
  readonly related: readonly JsonPlace[];
}

/** A place of a page, and what stands there. */
export interface JsonPlace {
  readonly page: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly reason: string;
}

/** What happened to an output, or would happen. */
export interface JsonOutput {
  /** Below the output folder, with `/`. */
  readonly file: string;
  readonly change: JsonChange;
  readonly reason: string;
}

/** The kinds of changes of outputs. */
export const jsonChanges = [
  "create",
  "change",
  "delete",
  "interrupted",
  "keep-edited",
  "leftover",
  "foreign",
  "barred",
  "unreadable",
  "untrusted",
  "failed",
] as const;

/** What is done with an output, or why it is left as it is. */
export type JsonChange = (typeof jsonChanges)[number];

/** How many of what there were. */
export interface JsonSummary {
  readonly pages: number;
  readonly models: number;
  readonly written: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly errors: number;
  readonly warnings: number;
  readonly milliseconds: number;
}
