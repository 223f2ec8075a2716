import type { Output } from "../../src/compile.js";
import { compilerLines } from "./compiler-lines.js";

/** The rules that tell of examples which do not compile. */
const exampleRules: ReadonlySet<string> = new Set(["example-mismatch", "example-class", "unreadable-example"]);

/** An example that does not compile, and the rules that tell of it at its places. */
export interface Told {
  readonly page: string;
  readonly complaint: string;
  /** The lines that the compiler names, each with the rule that tells of it there, where one does. */
  readonly lines: readonly { readonly line: number; readonly rule: string | undefined }[];
}

/** Whether a rule tells of an example at every line that the compiler names. */
export function isTold({ lines }: Told): boolean {
  return lines.length > 0 && lines.every(({ rule }) => rule !== undefined);
}

/** Finds, for each page that a judge complains of as `page`, tab, complaint, what is told at the lines that the compiler names. */
export function toldExamples(
  failures: readonly string[],
  docs: string,
  folder: string,
  output: Output,
): readonly Told[] {
  const complaints = failures.filter((line) => line !== "").map((failure) => failure.split("\t"));
  const pages = complaints.flatMap(([page]) => page ?? []);
  const named = compilerLines(pages, docs, folder, output);
  return complaints.map(([page = "", complaint = ""]) => {
    const lines = (named.get(page) ?? []).map((line) => ({ line, rule: ruleAt(page, line, output) }));
    return { page, complaint, lines };
  });
}

function ruleAt(page: string, line: number, { messages }: Output): string | undefined {
  return messages.find((each) => each.file === page && each.line === line && exampleRules.has(each.ruleId ?? ""))
    ?.ruleId;
}

/** The pages on which rules tell of an example. */
export function toldPages({ messages }: Output): readonly string[] {
  const told = messages.filter(({ ruleId }) => exampleRules.has(ruleId ?? ""));
  return [...new Set(told.flatMap(({ file }) => file ?? []))].sort();
}
