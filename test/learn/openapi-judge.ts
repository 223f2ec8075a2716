import { parse } from "yaml";
import type { Field, Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Type } from "../../src/model/type.js";

/** How many properties of an OpenAPI document the models have by their key in JSON, and with the same type. */
export interface WireTruth {
  readonly properties: number;
  readonly right: number;
  /** A line for each property that is not. */
  readonly wrong: readonly string[];
  /** Schemas and operations that no page is of. */
  readonly withoutPage: readonly string[];
}

interface Judging {
  readonly root: unknown;
  readonly schema: Schema;
}

/** So deep types are written out: what lies deeper is judged where it stands. */
const deepest = 3;

/**
 * Judges the models by a document's own text: the key of each property, and its type written out as text on both sides. Shares no
 * code with the learner; it can tell schemas of plain objects, lists, maps, enums and references alone, and throws at others.
 */
export function judgeWire(schema: Schema, text: string): WireTruth {
  const judging: Judging = { root: parse(text), schema };
  const wrong: string[] = [];
  const withoutPage: string[] = [];
  let properties = 0;
  for (const { name, isOperation, expected } of definitionsOf(judging.root)) {
    const model = modelCalled(name, isOperation, schema);
    if (model?.kind !== "object") {
      withoutPage.push(name);
      continue;
    }
    for (const [key, node] of expected) {
      properties += 1;
      const field = model.fields.find((each) => keyOf(each) === key);
      const found = field ? typeWords(field.type.value, judging, 0) : "no property of this key";
      if (found !== schemaWords(node, judging, 0))
        wrong.push(`${name}.${key}: ${found}, not ${schemaWords(node, judging, 0)}`);
    }
    const keys = new Set(expected.map(([key]) => key));
    const extra = isOperation ? [] : model.fields.filter((field) => !keys.has(keyOf(field)));
    properties += extra.length;
    wrong.push(...extra.map((field) => `${name}: property ${keyOf(field)} is not in the document`));
  }
  return { properties, right: properties - wrong.length, wrong, withoutPage };
}

function keyOf({ wireName, localName }: Field<ModelId>): string {
  return wireName?.value ?? localName;
}

interface Expected {
  readonly name: string;
  readonly isOperation: boolean;
  readonly expected: readonly (readonly [key: string, node: unknown])[];
}

function definitionsOf(root: unknown): readonly Expected[] {
  const schemas = entries(at(at(root, "components"), "schemas")).flatMap(([name, node]) => {
    const expected = entries(at(node, "properties"));
    return expected.length > 0 ? [{ name, isOperation: false, expected }] : [];
  });
  const operations = entries(at(root, "paths")).flatMap(([, item]) =>
    entries(item).flatMap(([, operation]) => {
      const parameters = at(operation, "parameters");
      if (!Array.isArray(parameters) || parameters.length === 0) return [];
      const expected = parameters.map((each) => [String(at(each, "name")), at(each, "schema")] as const);
      return [{ name: `${String(at(operation, "operationId"))}Request`, isOperation: true, expected }];
    }),
  );
  return [...schemas, ...operations];
}

function modelCalled(name: string, isOperation: boolean, schema: Schema): Model<ModelId> | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return [...schema.models.values()].find(
    (model) => plain(model.name) === plain(name) && model.page.startsWith("operations/") === isOperation,
  );
}

function schemaWords(node: unknown, judging: Judging, depth: number): string {
  const reference = at(node, "$ref");
  if (typeof reference === "string") {
    const target = reference.split("/").slice(1).reduce(at, judging.root);
    return schemaWords(target, judging, depth);
  }
  const [type, values, additional] = [at(node, "type"), at(node, "enum"), at(node, "additionalProperties")];
  if (Array.isArray(values)) return wordsOfValues(values);
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return type;
    case "array":
      return `list of ${schemaWords(at(node, "items"), judging, depth)}`;
    case "object": {
      if (at(node, "properties") === undefined) return `map of ${schemaWords(additional, judging, depth)}`;
      if (depth === deepest) return "object";
      const properties = entries(at(node, "properties"));
      return wordsOfProperties(properties.map(([key, each]) => `${key}: ${schemaWords(each, judging, depth + 1)}`));
    }
    case undefined:
      if (entries(node).every(([key]) => key === "description")) return "anything";
  }
  throw new Error(`Unexpected schema ${JSON.stringify(node).slice(0, 200)}, expected one that this judge can tell`);
}

function typeWords(type: Type<ModelId>, judging: Judging, depth: number): string {
  switch (type.kind) {
    case "primitive":
      return type.name === "unknown" ? "anything" : type.name;
    case "literal":
      return wordsOfValues([type.value]);
    case "array":
      return `list of ${typeWords(type.items, judging, depth)}`;
    case "map":
      return `map of ${typeWords(type.values, judging, depth)}`;
    case "nullable":
      return `${typeWords(type.type, judging, depth)} or null`;
    case "union":
      return type.members.map((member) => typeWords(member, judging, depth)).join(" or ");
    case "platform":
    case "external":
    case "stream":
      return type.kind;
    case "reference": {
      const model = judging.schema.models.get(type.target);
      if (model?.kind === "enum") return wordsOfValues(model.values.map(({ value }) => value));
      if (model?.kind !== "object") return `a ${model?.kind}`;
      if (depth === deepest) return "object";
      const words = model.fields.map((each) => `${keyOf(each)}: ${typeWords(each.type.value, judging, depth + 1)}`);
      return wordsOfProperties(words);
    }
  }
}

function wordsOfValues(values: readonly unknown[]): string {
  return values
    .map((value) => JSON.stringify(value))
    .sort()
    .join(" | ");
}

function wordsOfProperties(words: readonly string[]): string {
  return `{ ${[...words].sort().join(", ")} }`;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
