import type { SourcePage } from "../../src/compile.js";
import type { PageField, PageModel, PageType } from "./page-models.js";

/** The page of a model, as Speakeasy lays it out. */
export function printPage(model: PageModel): SourcePage {
  const parts = [`# ${model.name}`, ...(model.description === undefined ? [] : [model.description]), sectionOf(model)];
  return { path: pageOf(model.name), value: `${parts.join("\n\n")}\n` };
}

/** Where the page of a model stands. */
export function pageOf(name: string): string {
  return `components/${name.toLowerCase()}.md`;
}

function sectionOf(model: PageModel): string {
  switch (model.kind) {
    case "object":
      return [
        "## Fields\n",
        row("Field", "Type", "Required", "Description"),
        row("---", "---", "---", "---"),
        ...model.fields.map(fieldRow),
      ].join("\n");
    case "enum": {
      const unrecognized = `Unrecognized<${typeof model.values[0]}>`;
      const values = [...model.values.map((value) => JSON.stringify(value)), ...(model.open ? [unrecognized] : [])];
      return `## Values\n\n\`\`\`typescript\n${values.join(" | ")}\n\`\`\``;
    }
    case "union":
      return ["## Supported Types", ...model.members.map(memberText)].join("\n\n");
  }
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function fieldRow({ name, type, required, description, deprecation }: PageField): string {
  const code = `\`${escapePipes(name)}\``;
  const mark = required ? ":heavy_check_mark:" : ":heavy_minus_sign:";
  const text = escapePipes(description ?? "N/A");
  const told =
    deprecation === undefined ? text : `: warning: ** DEPRECATED **: ${escapePipes(deprecation)}<br/><br/>${text}`;
  return row(deprecation === undefined ? code : `~~${code}~~`, cellText(type), mark, told);
}

/** A `|` as a cell has it. */
export function escapePipes(text: string): string {
  return text.replaceAll("|", "\\|");
}

const cellWords: Readonly<Record<Extract<PageType, { kind: "word" }>["word"], string>> = {
  string: "*string*",
  number: "*number*",
  boolean: "*boolean*",
  any: "*any*",
  bigint: "*BigInt*",
  decimal: "*Decimal*",
  date: "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
  day: "[RFCDate](../../types/rfcdate.md)",
};

function cellText(type: PageType): string {
  switch (type.kind) {
    case "word":
      return cellWords[type.word];
    case "literal":
      return `*${escapePipes(JSON.stringify(type.value))}*`;
    case "array":
      return `${cellText(type.of)}[]`;
    case "map":
      return `Record<string, ${cellText(type.of)}>`;
    case "model":
      return `[components.${type.name}](../../models/${pageOf(type.name)})`;
  }
}

const headingWords: Readonly<Record<keyof typeof cellWords, string>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  any: "any",
  bigint: "BigInt",
  decimal: "Decimal",
  date: "Date",
  day: "RFCDate",
};

function memberText(type: PageType): string {
  const heading = headingText(type);
  return `### \`${heading}\`\n\n\`\`\`typescript\nconst value: ${heading} = undefined;\n\`\`\``;
}

function headingText(type: PageType): string {
  switch (type.kind) {
    case "word":
      return headingWords[type.word];
    case "literal":
      return JSON.stringify(type.value);
    case "array":
      return `${headingText(type.of)}[]`;
    case "map":
      return `{ [k: string]: ${headingText(type.of)} }`;
    case "model":
      return `components.${type.name}`;
  }
}
