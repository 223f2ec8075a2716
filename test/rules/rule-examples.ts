import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Message } from "../../src/diagnostics/report.js";
import { type RuleId, rules } from "../../src/diagnostics/rules.js";
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
}

const fixtures = fileURLToPath(new URL("../fixtures/rules", import.meta.url));

/** The examples of every rule, in the order of the table. */
export const ruleExamples: readonly RuleExample[] = Object.keys(rules).map((id) => exampleOf(id as RuleId));

/** The folders of fixtures/rules/. */
export const exampleFolders: readonly string[] = readdirSync(fixtures);

function exampleOf(id: RuleId): RuleExample {
  const folder = join(fixtures, id);
  const options = textAt(join(folder, "options.json"));
  return {
    id,
    ok: pageAt(folder, "ok.md"),
    notOk: existsSync(join(folder, "not-ok.md")) ? pageAt(folder, "not-ok.md") : undefined,
    script: textAt(join(folder, "not-ok.sh")),
    beside: pagesIn(join(folder, "beside")),
    options: options === undefined ? {} : JSON.parse(options),
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
export function messagesOn(page: SourcePage, { id, beside, options }: RuleExample): readonly Message[] {
  const on: Options["rules"] = rules[id].severity === "off" ? { [id]: "warning" } : {};
  const { messages } = compile([...beside, page], { ...options, rules: on });
  return messages.filter(({ file }) => file === page.path);
}
