import { fits } from "./fits.js";
import { issueOf, unreadable } from "./issue.js";
import type { Result } from "./result.js";
import type { ModelShape, ObjectShape, SimpleShape, TypeShape } from "./shape.js";
import { isMap, textIsDateTime } from "./value-tests.js";

/** What JSON.parse makes: every value in it may be written over. */
type Parsed = { [key: string]: unknown };

/** How many members of unions one text may try: members that are alike could double them with each level. */
const maximumTries = 1_000_000;

let tries = 0;

/** Models whose values JSON carries in another form, as far as is known. */
const encoded = /* @__PURE__ */ new WeakMap<ModelShape, boolean>();

/** Whether a model holds a date or another value that JSON has no word for, however deep. */
function isEncoded(shape: ModelShape): boolean {
  const known = encoded.get(shape);
  if (known !== undefined) return known;
  const reached = new Set<ModelShape>();
  const holds = modelHolds(shape, reached);
  // A model that was met again while it was searched is only known not to be once the whole search has found nothing.
  for (const model of holds ? [shape] : reached) encoded.set(model, holds);
  return holds;
}

function modelHolds(shape: ModelShape, reached: Set<ModelShape>): boolean {
  const known = encoded.get(shape);
  if (known !== undefined || reached.has(shape)) return known ?? false;
  reached.add(shape);
  return typesOf(shape).some((type) => typeHolds(type, (inner) => modelHolds(inner, reached)));
}

function typesOf(shape: ModelShape): readonly TypeShape[] {
  switch (shape.kind) {
    case "object":
      return [...shape.fields.map(([, type]) => type), ...(shape.additional === undefined ? [] : [shape.additional])];
    case "enum":
      return [];
    case "tagged":
      return shape.cases.map(([, type]) => type);
    case "alias":
      return [shape.type];
  }
}

/** Whether a type holds such a value, where `ask` says so of a model. */
function typeHolds(type: TypeShape, ask: (shape: ModelShape) => boolean): boolean {
  if (typeof type === "string") return type === "Date" || type === "bigint";
  if (typeof type === "function") return ask(type());
  switch (type[0]) {
    case "literal":
    case "guard":
      return false;
    case "platform":
      return true;
    case "array":
    case "map":
      return typeHolds(type[1], ask);
    case "union":
      return type[1].some((member) => typeHolds(member, ask));
  }
}

function decodeSimple(type: SimpleShape, value: unknown): unknown {
  if (type === "Date" && textIsDateTime(value)) {
    const date = new Date(String(value));
    return Number.isNaN(date.getTime()) ? value : date;
  }
  if (type !== "bigint") return value;
  return Number.isSafeInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value))
    ? BigInt(String(value))
    : value;
}

/** The first member that the value fits once it is decoded; members are tried on copies. */
function decodeUnion(members: readonly TypeShape[], value: unknown): unknown {
  for (const member of members) {
    tries += 1;
    if (tries > maximumTries) break;
    const copy: unknown = typeHolds(member, isEncoded) ? decode(member, JSON.parse(JSON.stringify(value))) : value;
    if (fits(member, copy)) return copy;
  }
  return value;
}

/** Decodes the values of some keys where they stand: each is the object's own, `__proto__` too. */
function decodeKeys(value: Parsed, keys: readonly string[], type: TypeShape): void {
  for (const key of keys) value[key] = decode(type, value[key]);
}

function decodeFields(shape: ObjectShape, value: Parsed): void {
  for (const [name, type] of shape.fields) if (Object.hasOwn(value, name)) decodeKeys(value, [name], type);
  if (shape.additional === undefined) return;
  const names = new Set(shape.fields.map(([name]) => name));
  const others = Object.keys(value).filter((key) => !names.has(key));
  decodeKeys(value, others, shape.additional);
}

function decodeModel(shape: ModelShape, value: unknown): unknown {
  if (!isEncoded(shape)) return value;
  switch (shape.kind) {
    case "enum":
      return value;
    case "alias":
      return decode(shape.type, value);
    case "object":
      if (isParsed(value)) decodeFields(shape, value);
      return value;
    case "tagged": {
      const found = isMap(value)
        ? shape.cases.find(([tag]) => Object.hasOwn(value, shape.tag) && tag === value[shape.tag])
        : undefined;
      return found === undefined ? value : decode(found[1], value);
    }
  }
}

function isParsed(value: unknown): value is Parsed {
  return isMap(value);
}

/** The value that a parsed value stands for: texts become dates, integers become big ones, where the type says so. */
function decode(type: TypeShape, value: unknown): unknown {
  if (typeof type === "string") return decodeSimple(type, value);
  if (typeof type === "function") return decodeModel(type(), value);
  switch (type[0]) {
    case "literal":
    case "guard":
      return value;
    case "platform":
      return unreadable;
    case "array":
      return Array.isArray(value) ? value.map((item: unknown) => decode(type[1], item)) : value;
    case "map":
      if (isParsed(value)) decodeKeys(value, Object.keys(value), type[1]);
      return value;
    case "union":
      return decodeUnion(type[1], value);
  }
}

/** The model's value; one that is nested too deep to be decoded stays as it is, for validation to refuse. */
function decodeAll(shape: ModelShape, value: unknown): unknown {
  tries = 0;
  try {
    return decodeModel(shape, value);
  } catch {
    return value;
  }
}

function parseJson(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

/** The model that JSON text carries, or every issue that keeps it from being one. */
export function parseModel<Model>(
  json: string,
  shape: ModelShape,
  validate: (value: unknown) => Result<Model>,
): Result<Model> {
  const parsed = parseJson(json);
  if (parsed !== undefined) return validate(decodeAll(shape, parsed.value));
  return { issues: [issueOf("json", [], "JSON", "other text", `${shape.page}:${shape.line}`)] };
}
