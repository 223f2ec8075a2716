import type { Log, Notification, ReportingDescriptor, Run } from "sarif";
import { rules } from "../../diagnostics/rules.js";
import { printableJson } from "../printable.js";
import { exitCodeOf, tallyOf } from "../tally.js";
import { version } from "../version.js";
import { outputRules, type RuleWords } from "./output-rules.js";
import type { Outcome, Terminal } from "./reporter.js";
import { type Result, resultsOf } from "./results.js";
import { sarifResults } from "./sarif-results.js";
import { folderUri, rootId, uriFrom } from "./sarif-uris.js";
import { sourceRootOf } from "./source-root.js";

/** How many results GitHub's code scanning takes of a run; it refuses a file with more. */
const mostResults = 25_000;

/** Writes the outcome as one SARIF 2.1.0 log on stdout, as code scanning takes it. */
export async function reportSarif(outcome: Outcome, terminal: Terminal): Promise<void> {
  const root = sourceRootOf(outcome, terminal);
  const results = resultsOf(outcome, terminal.quiet);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(outcome, withinLimit(results), results.length, root)],
  };
  terminal.stdout.write(`${printableJson(log)}\n`);
}

/** Errors first where not all are taken. */
function withinLimit(results: readonly Result[]): readonly Result[] {
  if (results.length <= mostResults) return results;
  const weights = { error: 0, warning: 1, note: 2 };
  return results.toSorted((a, b) => weights[a.level] - weights[b.level]).slice(0, mostResults);
}

function runOf(outcome: Outcome, results: readonly Result[], found: number, root: string): Run {
  const ids = [...new Set(results.map((result) => result.rule))].sort();
  return {
    tool: { driver: { name: "modelmark", semanticVersion: version(), rules: ids.map(descriptorOf) } },
    automationDetails: { id: `modelmark/${uriFrom(root, outcome.docs)}/` },
    originalUriBaseIds: { [rootId]: { uri: folderUri(root), description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        exitCode: exitCodeOf(tallyOf(outcome)),
        ...(found > results.length && { toolExecutionNotifications: [leftOut(found - results.length)] }),
      },
    ],
    results: sarifResults(results, ids, root),
  };
}

function leftOut(count: number): Notification {
  return {
    level: "warning",
    message: { text: `GitHub takes ${mostResults} results: ${count} more of this run left out.` },
  };
}

const known: ReadonlyMap<string, RuleWords> = new Map(Object.entries({ ...rules, ...outputRules }));

function descriptorOf(id: string): ReportingDescriptor {
  const rule = known.get(id);
  if (!rule) return { id };
  const { severity, summary, cause, mend } = rule;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: cause },
    help: { text: `${cause}\n\n${mend}`, markdown: `${cause}\n\n**Mend:** ${mend}` },
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: severity === "info" ? "note" : severity },
    properties: { tags: ["documentation"], "problem.severity": problemSeverities[severity] },
  };
}

/** What code scanning calls severities. */
const problemSeverities = {
  error: "error",
  warning: "warning",
  info: "recommendation",
  off: "recommendation",
} as const;

/** SARIF has names in this case: `UnknownType`. */
function nameOf(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
