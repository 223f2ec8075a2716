import { type Rule, rules } from "../../src/diagnostics/rules.js";
import { messageLine } from "../fixture-cases.js";
import { messagesOn, type RuleExample, ruleExamples } from "./rule-examples.js";

/** The text of docs/rules.md, of the table of rules and their examples. */
export function rulesPage(): string {
  const header = ["rule", "by default", "what it tells"];
  const rows = ruleExamples.map(({ id }) => [`[\`${id}\`](#${id})`, rules[id].severity, rules[id].summary]);
  return [introduction, table([header, ...rows]), ...ruleExamples.map(chapter), ""].join("\n");
}

const introduction = `# Rules

What modelmark tells of pages. \`modelmark explain RULE\` prints the words of a rule.

An **error** makes a run fail: the page is wrong, and what cannot be read becomes \`unknown\`. A **warning** counts against
\`--max-warnings\`. An **info** is counted, and listed by the reporters for programs. What is **off** is told where the configuration turns it on:

\`\`\`json
{ "rules": { "unreachable-page": "warning", "silent-deprecation": "off" } }
\`\`\`

## Comments that silence

A comment on a line of its own silences rules on its page. It is no part of the description, and what stands in a fence is none.

\`\`\`markdown
<!-- modelmark-disable example-mismatch duplicate-field -- the example is of the next release -->
<!-- modelmark-enable example-mismatch -->
<!-- modelmark-disable-next-line unresolved-link -->
\`\`\`

- \`modelmark-disable\` holds up to \`modelmark-enable\` or the end of the page, \`modelmark-disable-next-line\` for the line below it. Without
  a rule, all are meant. What follows two dashes is the reason.
- Markdown allows no comment between the rows of a table: put \`modelmark-disable\` above it and \`modelmark-enable\` below.
- What is told of a page as a whole, without a line, is silenced by a \`modelmark-disable\` that holds to the page's end.
- On MDX pages \`{/* modelmark-disable … */}\` is heeded, too.
- A name that is no rule, and a comment that silences nothing, are told of. So what a comment hides is what it was written for.
- Rules that guard those who build a page are silenced by no page, since the page may be a stranger's: they are marked below. The
  configuration alone sets them.
- Of a page 200 comments are heeded.

## All rules
`;

function chapter(example: RuleExample): string {
  const rule = rules[example.id];
  return [
    "",
    `## ${example.id}`,
    "",
    `${rule.summary}. By default: **${rule.severity}**.${rule.guarded ? " **No page can silence it.**" : ""}`,
    "",
    `**Cause.** ${rule.cause}`,
    "",
    `**Mend.** ${rule.mend}`,
    "",
    `${scopes[rule.scope]}`,
    "",
    ...notOkLines(example),
    ...(example.notOk || example.script !== undefined
      ? ["Nothing is told of:", "", fenced(textOf(example.ok.value))]
      : []),
  ].join("\n");
}

const scopes: Readonly<Record<Rule["scope"], string>> = {
  page: "It depends on the page, and on which pages there are.",
  models: "It depends on the page and on those that it leads to.",
  all: "It may depend on any page.",
};

function notOkLines(example: RuleExample): readonly string[] {
  const { notOk, script, beside, options, id, types } = example;
  if (script !== undefined) return ["Told of where this has run:", "", fenced(script, "sh"), ""];
  if (!notOk) return ["No page brings it about.", ""];
  const messages = messagesOn(notOk, example);
  const paths = beside.map(({ path }) => `\`${path}\``);
  return [
    ...(Object.keys(options).length > 0 ? ["With the options", "", fenced(JSON.stringify(options), "json"), ""] : []),
    ...(paths.length > 0 ? [`Beside ${paths.join(", ")}:`, ""] : []),
    ...(types ?? []).flatMap(({ path, text }) => [`Compared with \`${path}\`:`, "", fenced(text, "typescript"), ""]),
    fenced(textOf(notOk.value)),
    "",
    fenced(
      `${messages
        .filter(({ ruleId }) => ruleId === id)
        .map(messageLine)
        .join("\n")}\n`,
      "text",
    ),
    "",
  ];
}

/** Bytes as a reader of the docs sees them: what is no UTF-8 stands as U+FFFD. */
function textOf(value: string | Uint8Array): string {
  return typeof value === "string" ? value : new TextDecoder().decode(value);
}

function fenced(text: string, language = "markdown"): string {
  return `\`\`\`\`${language}\n${text}${text === "" || text.endsWith("\n") ? "" : "\n"}\`\`\`\``;
}

/** A table whose columns are lined up, as the formatter has it. */
function table([header = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[], filler = " "): string =>
    `| ${widths.map((width, at) => (cells[at] ?? "").padEnd(width, filler)).join(" | ")} |`;
  return [line(header), line([], "-"), ...rows.map((row) => line(row))].join("\n");
}
