import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../../src/compile.js";

/** The rules that tell of examples which do not compile. */
const exampleRules: ReadonlySet<string> = new Set(["example-mismatch", "example-class", "unreadable-example"]);

/** An example that does not compile, and the rule that tells of it at its place. */
export interface Told {
  readonly page: string;
  readonly complaint: string;
  /** The line of the message and its rule; absent where no message stands at what the compiler names. */
  readonly at?: { readonly line: number; readonly rule: string };
}

/** Finds, for each page that a judge complains of as `page`, tab, complaint, the message at the line that has what it names. */
export function toldExamples(failures: readonly string[], docs: string, { messages }: Output): readonly Told[] {
  return failures.map((failure) => {
    const [page = "", complaint = ""] = failure.split("\t");
    const lines = readFileSync(join(docs, page), "utf8").split("\n");
    const named = [...complaint.matchAll(/'(\w+)'/g)].flatMap(([, name]) => name ?? []);
    const told = messages.find(({ file, ruleId, line, reason }) => {
      if (file !== page || !exampleRules.has(ruleId ?? "") || line === undefined) return false;
      const [name = ""] = named;
      return (lines[line - 1] ?? "").includes(name) && reason.includes(name);
    });
    return { page, complaint, ...(told?.line && told.ruleId ? { at: { line: told.line, rule: told.ruleId } } : {}) };
  });
}

/** The pages on which rules tell of an example. */
export function toldPages({ messages }: Output): readonly string[] {
  const told = messages.filter(({ ruleId }) => exampleRules.has(ruleId ?? ""));
  return [...new Set(told.flatMap(({ file }) => file ?? []))].sort();
}
