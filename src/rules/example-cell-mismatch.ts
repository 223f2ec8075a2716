import { cellTexts } from "../evidence/example-cells.js";
import { cellWords } from "../evidence/type-words.js";
import type { Field, Model, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";
import type { ModelRule } from "./rule.js";

/** Reports example cells that are not of the type of their row, as far as text can tell. */
export const exampleCellMismatch: ModelRule = {
  reports: ["example-cell-mismatch"],
  check: (model, models, report) => {
    for (const field of model.kind === "object" ? model.fields : []) {
      const wrong = examplesIn(field).find((text) => !fitsCell(cellValueOf(text), field.type.value, models, 0));
      if (wrong === undefined) continue;
      const expected = wordsOf(field.type.value, models);
      const { page = model.page, place = field.place } = field.type.source;
      report({
        rule: "example-cell-mismatch",
        page: model.page,
        place: field.example?.source.place ?? field.place,
        reason: `Unexpected example \`${shortened(wrong)}\`, expected ${expected}`,
        actual: wrong,
        expected: [expected],
        related: [{ page, place, reason: `\`${field.name}\` says its type here` }],
      });
    }
  },
};

/** What a cell holds: text that is no JSON stands for itself; the parts of a list or object that cannot be told are left out. */
type CellValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list" | "object"; readonly parts: readonly CellValue[] };

/** What stands for no value in the languages of the generators. */
const nothing: ReadonlySet<string> = new Set(["<nil>", "null", "nil", "None", "undefined"]);

/** The examples of a cell that stand for a value. */
function examplesIn(field: Field<ModelId>): readonly string[] {
  return cellTexts(field).filter((text) => !nothing.has(text));
}

function cellValueOf(text: string): CellValue {
  const kind = kindOf(text);
  if (kind === "text") return { kind, text };
  try {
    return jsonValue(JSON.parse(text)) ?? { kind: "text", text };
  } catch {
    return { kind, parts: [] };
  }
}

function kindOf(text: string): CellValue["kind"] {
  if (text.startsWith("[") && text.endsWith("]")) return "list";
  return text.startsWith("{") && text.endsWith("}") ? "object" : "text";
}

/** A value of JSON; nothing for null, which says nothing of a type. */
function jsonValue(value: unknown): CellValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object") return { kind: "text", text: String(value) };
  const parts = Object.values(value).flatMap((part) => jsonValue(part) ?? []);
  return { kind: Array.isArray(value) ? "list" : "object", parts };
}

/** Unions and aliases are followed at most so far. */
const longestChain = 16;

function fitsCell(value: CellValue, type: Type<ModelId>, models: ModelLookup, chain: number): boolean {
  if (chain > longestChain) return true;
  switch (type.kind) {
    case "primitive":
      return (
        type.name === "unknown" || (value.kind === "text" ? isText[type.name](value.text) : type.name === "string")
      );
    case "literal":
      return value.kind === "text" && unquoted(value.text) === String(type.value);
    case "platform":
    case "external":
    case "stream":
      return true;
    case "array":
      return value.kind === "list" && value.parts.every((part) => fitsCell(part, type.items, models, 0));
    case "map":
      return value.kind === "object" && value.parts.every((part) => fitsCell(part, type.values, models, 0));
    case "union":
      return type.members.some((member) => fitsCell(value, member, models, chain + 1));
    case "nullable":
      return fitsCell(value, type.type, models, chain);
    case "reference": {
      const model = models.get(type.target);
      return model === undefined || fitsModel(value, model, models, chain);
    }
  }
}

function fitsModel(value: CellValue, model: Model<ModelId>, models: ModelLookup, chain: number): boolean {
  switch (model.kind) {
    // The keys of a nested value are those of JSON, which a page's language may spell otherwise.
    case "object":
      return value.kind === "object";
    case "enum":
      return (
        value.kind === "text" &&
        model.values.some(
          (one) => String(one.value) === unquoted(value.text) || (model.open && isAlike(one.value, value.text)),
        )
      );
    case "union":
      return model.members.some((member) => fitsCell(value, member.type, models, chain + 1));
    case "alias":
      return fitsCell(value, model.type, models, chain + 1);
  }
}

/** Whether a text could be another value beside a known one. */
function isAlike(known: string | number | boolean, text: string): boolean {
  return typeof known === "string" || (typeof known === "number" && isNumber(text));
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}

/** Whether a text is of a type; what no text can contradict is. */
const isText: Readonly<Record<PrimitiveName, (text: string) => boolean>> = {
  string: () => true,
  unknown: () => true,
  number: isNumber,
  decimal: (text) => isNumber(unquoted(text)),
  integer: (text) => isNumber(text) && Number.isInteger(Number(text)),
  bigint: (text) => /^[-+]?\d+n?$/.test(text),
  boolean: (text) => /^(?:true|false)$/i.test(text),
  "date-time": (text) => !Number.isNaN(Date.parse(unquoted(text))),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(unquoted(text)),
};

function wordsOf(type: Type<ModelId>, models: ModelLookup): string {
  switch (type.kind) {
    case "primitive":
      return cellWords[type.name];
    case "literal":
      return `\`${type.value}\``;
    case "platform":
    case "external":
      return `a \`${type.name}\``;
    case "array":
      return `a list: \`[…]\`, of ${wordsOf(type.items, models)}`;
    case "map":
    case "stream":
      return "an object: `{…}`";
    case "union":
      return type.members.map((member) => wordsOf(member, models)).join(" or ");
    case "nullable":
      return wordsOf(type.type, models);
    case "reference": {
      const model = models.get(type.target);
      return model?.kind === "object" ? `an object of \`${model.name}\`: \`{…}\`` : `a value of \`${model?.name}\``;
    }
  }
}

/** How much of a text a message quotes. */
const longestQuote = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
