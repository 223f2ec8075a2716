import { compile, type Output } from "../../../src/compile.js";
import { hiddenCharacters } from "../outputs/judge-text.js";
import type { Case } from "./case.js";
import { misplaced } from "./misplaced.js";

/** What a case comes to. */
export interface CaseResult {
  readonly output: Output | undefined;
  readonly findings: readonly string[];
}

/** Milliseconds of the processor that any case may take, and more for each character of its pages and for each message. */
const [allowed, allowedPerCharacter, allowedPerMessage] = [40, 0.04, 0.1];

/** How often a slow case is run again: what the collector of garbage takes counts too. */
const attempts = 4;

/** Compiles a case and says which promise it breaks. */
export function judgeCase(tried: Case): CaseResult {
  const start = process.cpuUsage();
  const { output, error } = attempt(tried);
  const took = millisecondsSince(start);
  if (!output) return { output, findings: [`compile failed: ${error}`] };
  const bugs = output.messages.filter(({ ruleId }) => ruleId === "unsafe-output").map(({ reason }) => reason);
  const hidden = output.files.flatMap(({ path, text }) => hiddenCharacters(text).map((each) => `${path}: ${each}`));
  const lost = output.messages.flatMap((message) => misplaced(message, tried.pages));
  return { output, findings: [...bugs, ...hidden, ...lost, ...slowness(tried, output, took)] };
}

function attempt({ pages, options }: Case): { readonly output?: Output; readonly error?: string } {
  try {
    return { output: compile(pages, options) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function slowness(tried: Case, { messages }: Output, took: number): readonly string[] {
  const characters = tried.pages.reduce((sum, { value }) => sum + value.length, 0);
  const bound = allowed + allowedPerCharacter * characters + allowedPerMessage * messages.length;
  let least = took;
  for (let at = 0; at < attempts && least > bound; at += 1) {
    const start = process.cpuUsage();
    attempt(tried);
    least = Math.min(least, millisecondsSince(start));
  }
  return least > bound ? [`took ${least.toFixed(0)} ms where ${bound.toFixed(0)} are allowed`] : [];
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
