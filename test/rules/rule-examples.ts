import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Message } from "../../src/diagnostics/report.js";
import { type RuleId, rules } from "../../src/diagnostics/rules.js";
import { lookAtPages } from "../../src/draft.js";
import { driftFindings } from "../../src/learn/drift.js";
import { learnFromTypes } from "../../src/learn/types/learn-types.js";
import type { SourceText } from "../../src/learn/types/read-types.js";
import type { Options } from "../../src/options.js";

/** A folder of fixtures/rules/: a page that a rule says nothing of, and one, or a situation, that it reports. */
export interface RuleExample {
  readonly id: RuleId;
  readonly ok: SourcePage;
  /** Nothing where no page alone makes the rule report. */
  readonly notOk: SourcePage | undefined;
  /** A shell script that makes of a folder with `models-docs` what the rule reports. */
  readonly script: string | undefined;
  readonly beside: readonly SourcePage[];
  readonly options: Options;
  /** An SDK's types that the pages are compared with; nothing where they are not compared. */
  readonly types: readonly SourceText[] | undefined;
}

const fixtures = fileURLToPath(new URL("../fixtures/rules", import.meta.url));

/** The examples of every rule, in the order of the table. */
export const ruleExamples: readonly RuleExample[] = Object.keys(rules).map((id) => exampleOf(id as RuleId));

/** The folders of fixtures/rules/. */
export const exampleFolders: readonly string[] = readdirSync(fixtures);

function exampleOf(id: RuleId): RuleExample {
  const folder = join(fixtures, id);
  const options = textAt(join(folder, "options.json"));
  const types = textAt(join(folder, "types.ts"));
  return {
    id,
    ok: pageAt(folder, "ok.md"),
    notOk: existsSync(join(folder, "not-ok.md")) ? pageAt(folder, "not-ok.md") : undefined,
    script: textAt(join(folder, "not-ok.sh")),
    beside: pagesIn(join(folder, "beside")),
    options: options === undefined ? {} : JSON.parse(options),
    types: types === undefined ? undefined : [{ path: "types.ts", text: types }],
  };
}

function pagesIn(folder: string): readonly SourcePage[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join("/"));
  return paths.sort().map((path) => pageAt(folder, path));
}

function pageAt(folder: string, path: string): SourcePage {
  return { path, value: readFileSync(join(folder, path)) };
}

function textAt(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** What is said of a page of an example; a rule that is off is turned on. */
export function messagesOn(page: SourcePage, { id, beside, options, types }: RuleExample): readonly Message[] {
  const on: Options["rules"] = rules[id].severity === "off" ? { [id]: "warning" } : {};
  const pages = [...beside, page];
  const messages = types
    ? lookAtPages(pages, options, (schema, report) => {
        driftFindings(learnFromTypes(schema, types), schema).forEach(report);
      })
    : compile(pages, { ...options, rules: on }).messages;
  return messages.filter(({ file }) => file === page.path);
}
