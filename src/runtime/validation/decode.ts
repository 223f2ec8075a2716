import { isEncoded, typeHolds } from "./encoded.js";
import { fits } from "./fits.js";
import { kindOf, unreadable } from "./kind-of.js";
import { type ObjectReading, type Renaming, readingOf, taggedCases } from "./reading.js";
import type { ModelShape, ObjectShape, SimpleShape, TaggedShape, TypeShape } from "./shape.js";
import { checkDateTime, isMap } from "./value-tests.js";

/** What JSON.parse makes: every value in it may be written over. */
type Parsed = { [key: string]: unknown };

/** How many members of unions one text may try: members that are alike could double them with each level. */
const maximumTries = 1_000_000;

/** Stands for a value that fits nothing, of which issues say what kind it was: no JSON holds a symbol. */
function standIn(kind: string): symbol {
  return Symbol(kind);
}

/** One reading of JSON. */
export interface Decoding {
  /** How many members of unions were tried. */
  tries: number;
  /** Whether keys were renamed, so that issues have to be told by those of the text. */
  renamed: boolean;
  /** Whether defaults are filled in: not within a default, which may be of a model that contains itself. */
  readonly fills: boolean;
  /**
   * How the keys of each object were renamed, where issues are to be told: a value that fits no member of a union is then read
   * as the closest one.
   */
  readonly told?: Map<unknown, Renaming>;
}

function decodeSimple(type: SimpleShape, value: unknown): unknown {
  if (type === "Date" && checkDateTime(value)) {
    const date = new Date(String(value));
    return Number.isNaN(date.getTime()) ? value : date;
  }
  if (type !== "bigint") return value;
  return Number.isSafeInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value))
    ? BigInt(String(value))
    : value;
}

/** A copy of a value as a member has it. */
function decodeCopy(member: TypeShape, value: unknown, decoding: Decoding): unknown {
  decoding.tries += 1;
  if (!typeHolds(member, isEncoded)) return value;
  if (decoding.tries <= maximumTries) return decode(member, JSON.parse(JSON.stringify(value)), decoding);
  decoding.renamed = true;
  return standIn(unreadable);
}

/** The first member that the value fits once it is decoded; members are tried on copies. */
function decodeUnion(members: readonly TypeShape[], value: unknown, decoding: Decoding): unknown {
  const wasRenamed = decoding.renamed;
  decoding.renamed = false;
  const copies: unknown[] = [];
  for (const member of members) {
    const copy = decodeCopy(member, value, decoding);
    copies.push(copy);
    if (!fits(member, copy)) continue;
    decoding.renamed ||= wasRenamed;
    return copy;
  }
  // Keys that are called as properties would let the value pass as it stands.
  if (decoding.renamed) return decoding.told ? closestOf(members, copies, value) : standIn(unreadable);
  decoding.renamed = wasRenamed;
  return value;
}

/**
 * What issues of a value that fits no member are told of: the copy that its member is the closest one of, and that no other
 * one takes; else a symbol that says of what kind the value is.
 */
function closestOf(members: readonly TypeShape[], copies: readonly unknown[], value: unknown): unknown {
  let closest: unknown = standIn(kindOf(value));
  let fewest = Number.POSITIVE_INFINITY;
  for (const [at, copy] of copies.entries()) {
    const counts = members.map((member) => countFaults(member, copy));
    const own = counts[at] ?? fewest;
    if (own >= fewest || own > Math.min(...counts) || members.some((member) => fits(member, copy))) continue;
    [closest, fewest] = [copy, own];
  }
  return closest;
}

/** How many fields of a model an object breaks; infinitely many where the type is no model with fields. */
function countFaults(type: TypeShape, value: unknown): number {
  const shape = typeof type === "function" ? type() : undefined;
  if (shape?.kind !== "object" || !isMap(value)) return Number.POSITIVE_INFINITY;
  return shape.fields.reduce((count, [name, inner, presence]) => {
    const isThere = Object.hasOwn(value, name);
    const isBroken = isThere ? !fits(inner, value[name]) : presence === undefined;
    return isBroken ? count + (isThere && isTag(inner) ? tagWeight : 1) : count;
  }, 0);
}

/** Another tag takes a value further from a member than all else. */
const tagWeight = 1000;

function isTag(type: TypeShape): boolean {
  return typeof type === "function" ? type().kind === "enum" : type[0] === "literal";
}

/** Makes a property of an object's own, also of `__proto__`. */
function define(object: Parsed, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Decodes values where they stand: each is the object's own, `__proto__` too. */
function decodeFields({ types, others, fields }: ObjectReading, value: Parsed, decoding: Decoding): void {
  for (const [name, type] of types) {
    if (Object.hasOwn(value, name)) value[name] = decode(type, value[name], decoding);
  }
  if (others === undefined) return;
  for (const key of Object.keys(value)) if (!fields.has(key)) value[key] = decode(others, value[key], decoding);
}

/** The object with its properties' names: deleting keys where they stand would slow down all that read it later. */
function decodeRenamed(reading: ObjectReading, renaming: Renaming, value: Parsed, decoding: Decoding): Parsed {
  const { types, others, fields } = reading;
  const renamed: Parsed = {};
  for (const key of Object.keys(value)) {
    const name = renaming.names.get(key) ?? key;
    const type = others === undefined || fields.has(name) ? types.get(name) : others;
    define(renamed, name, type === undefined ? value[key] : decode(type, value[key], decoding));
  }
  decoding.renamed = true;
  decoding.told?.set(renamed, renaming);
  return renamed;
}

function fillDefaults({ types, fillings }: ObjectReading, value: Parsed): void {
  for (const [name, makeDefault] of fillings) {
    if (Object.hasOwn(value, name)) continue;
    const type = types.get(name);
    const made = makeDefault();
    define(value, name, type ? decode(type, made, { tries: 0, renamed: false, fills: false }) : made);
  }
}

function decodeObject(shape: ObjectShape, value: Parsed, decoding: Decoding): Parsed {
  const reading = readingOf(shape);
  const { renaming, fillings } = reading;
  let decoded = value;
  if (renaming === undefined) decodeFields(reading, value, decoding);
  else decoded = decodeRenamed(reading, renaming, value, decoding);
  if (fillings.length > 0 && decoding.fills) fillDefaults(reading, decoded);
  return decoded;
}

function decodeTagged(shape: TaggedShape, value: Parsed, decoding: Decoding): unknown {
  const cases = taggedCases(shape);
  for (const [key, members] of cases) {
    const found = Object.hasOwn(value, key) ? members.get(value[key]) : undefined;
    if (found !== undefined) return decode(found, value, decoding);
  }
  if (cases.size === 1 && cases.has(shape.tag)) return value;
  // A key that is called as the tag would let the value pass as it stands.
  decoding.renamed = true;
  if (!decoding.told) return standIn(unreadable);
  const members = shape.cases.map(([, member]) => member);
  return closestOf(
    members,
    members.slice(0, 1).map((member) => decodeCopy(member, value, decoding)),
    value,
  );
}

function decodeModel(shape: ModelShape, value: unknown, decoding: Decoding): unknown {
  switch (shape.kind) {
    case "enum":
      return value;
    case "alias":
      return isEncoded(shape) ? decode(shape.type, value, decoding) : value;
    case "object":
      return isParsed(value) ? decodeObject(shape, value, decoding) : value;
    case "tagged":
      return isParsed(value) && isEncoded(shape) ? decodeTagged(shape, value, decoding) : value;
  }
}

function isParsed(value: unknown): value is Parsed {
  return isMap(value);
}

/** The value that a parsed value stands for: texts become dates, integers big ones, keys properties, where the type says so. */
export function decode(type: TypeShape, value: unknown, decoding: Decoding): unknown {
  if (typeof type === "string") return decodeSimple(type, value);
  if (typeof type === "function") return decodeModel(type(), value, decoding);
  switch (type[0]) {
    case "literal":
    case "guard":
      return value;
    case "platform":
      return standIn(unreadable);
    case "array":
      return Array.isArray(value) ? value.map((item: unknown) => decode(type[1], item, decoding)) : value;
    case "map":
      if (isParsed(value)) for (const key of Object.keys(value)) value[key] = decode(type[1], value[key], decoding);
      return value;
    case "union":
      return decodeUnion(type[1], value, decoding);
  }
}
