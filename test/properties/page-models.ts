import fc from "fast-check";

/** A type as a page says it. */
export type PageType =
  | {
      readonly kind: "word";
      readonly word: "string" | "number" | "boolean" | "any" | "bigint" | "decimal" | "date" | "day";
    }
  | { readonly kind: "literal"; readonly value: string | boolean }
  | { readonly kind: "array"; readonly of: PageType }
  | { readonly kind: "map"; readonly of: PageType }
  | { readonly kind: "model"; readonly name: string };

/** A row of a field table. */
export interface PageField {
  readonly name: string;
  readonly type: PageType;
  readonly required: boolean;
  readonly description: string | undefined;
  /** The message of the deprecation. */
  readonly deprecation: string | undefined;
}

/** What a page says of a model. */
export type PageModel = { readonly name: string; readonly description: string | undefined } & (
  | { readonly kind: "object"; readonly fields: readonly PageField[] }
  | { readonly kind: "enum"; readonly values: readonly (string | number)[]; readonly open: boolean }
  | { readonly kind: "union"; readonly members: readonly PageType[] }
);

/** The names of random models: not those of the platform, so that each page is called as it is named. */
export const modelNames = ["Alpha", "BetaGamma", "Delta2", "Ärger"] as const;

/** Characters that mean something to Markdown, to TypeScript or to a terminal, among plain ones. */
const characters = [..."abc XYZ019 |`*_~#<>{}[]()!\\/\"'$@&;:.,-+=?%^äß日🐕\u2028\u202e\u200b\u00a0\t*/"];

/** One line of text, without blanks at its ends. */
export const lines: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "*/ export const pwned = 1; /*",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a page may hold what looks like code
      "${pwned}",
      "// @ts-nocheck",
      "<br/>",
      "a | b",
      "```",
      "## Fields",
    ),
  )
  .map((text) => text.replace(/[\r\n]/g, " ").trim());

/** Text of a cell that the cell can say: a backslash before `|` or at the end has no spelling of its own. */
const cellTexts = lines.filter(
  (text) =>
    text !== "" && text !== "N/A" && !/\\(?:\||$)/.test(text) && !/^:\s?warning:/.test(text) && !text.includes("\0"),
);

// A break at the end of the message is one of those that end it.
const messages = cellTexts.filter((text) => !text.includes("<br/>"));

/** Names that a cell can say. */
export const fieldNames: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      "id",
      "name",
      "constructor",
      "__proto__",
      "toString",
      "default",
      "with-dash",
      "a b",
      "2nd",
      "größe",
    ),
    cellTexts,
  )
  .filter((name) => !/[`\\]/.test(name));

const literalTexts = lines.filter((text) => !/\\(?:\||$)/.test(text));

const { type: pageTypes } = fc.letrec<{ type: PageType }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({
      kind: fc.constant("word" as const),
      word: fc.constantFrom("string", "number", "boolean", "any", "bigint", "decimal", "date", "day"),
    }),
    fc.record({ kind: fc.constant("model" as const), name: fc.constantFrom(...modelNames) }),
    fc.record({ kind: fc.constant("literal" as const), value: fc.oneof(literalTexts, fc.boolean()) }),
    fc.record({ kind: fc.constant("array" as const), of: tie("type") }),
    fc.record({ kind: fc.constant("map" as const), of: tie("type") }),
  ),
}));

const fields = fc.uniqueArray(
  fc.record({
    name: fieldNames,
    type: pageTypes,
    required: fc.boolean(),
    description: fc.option(cellTexts, { nil: undefined }),
    deprecation: fc.option(messages, { nil: undefined, freq: 4 }),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);

const described = {
  description: fc.option(fc.constantFrom("One line.", "Two\n\nparagraphs.", "- a\n- list"), { nil: undefined }),
};

function modelOf(name: string): fc.Arbitrary<PageModel> {
  const common = { name: fc.constant(name), ...described };
  return fc.oneof(
    fc.record({ ...common, kind: fc.constant("object" as const), fields }),
    fc.record({
      ...common,
      kind: fc.constant("enum" as const),
      values: fc.oneof(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 }),
      ),
      open: fc.boolean(),
    }),
    fc.record({
      ...common,
      kind: fc.constant("union" as const),
      // A member that is a model could close a circle of unions, which the compiler opens.
      members: fc.uniqueArray(
        pageTypes.filter(({ kind }) => kind !== "literal" && kind !== "model"),
        { selector: (type) => JSON.stringify(type), minLength: 1, maxLength: 4 },
      ),
    }),
  );
}

/** A model for each of the names. */
export const pageModels: fc.Arbitrary<readonly PageModel[]> = fc.tuple(...modelNames.map(modelOf));
