import { isEncoded, typeHolds } from "./encoded.js";
import type { ObjectShape, TaggedShape, TypeShape } from "./shape.js";

/** How objects of a model are read out of JSON; made once a model. */
export interface ObjectReading {
  /** The fields whose values JSON carries in another form. */
  readonly types: ReadonlyMap<string, TypeShape>;
  /** The same of other keys, and the names of all fields. */
  readonly others: TypeShape | undefined;
  readonly fields: ReadonlySet<string>;
  /** How keys are renamed, where any is. */
  readonly renaming: Renaming | undefined;
  /** The fields that are filled in where their key is left out, and what makes a default that no other value shares. */
  readonly fillings: readonly (readonly [name: string, makeDefault: () => unknown])[];
}

/** How the keys of a model in JSON and its properties are called; names that are in neither map are alike in both. */
export interface Renaming {
  /** Key in JSON → property. */
  readonly names: ReadonlyMap<string, string>;
  /** Property → key in JSON. */
  readonly keys: ReadonlyMap<string, string>;
}

const readings = /* @__PURE__ */ new WeakMap<ObjectShape, ObjectReading>();

/** How objects of a model are read. */
export function readingOf(shape: ObjectShape): ObjectReading {
  const known = readings.get(shape);
  if (known !== undefined) return known;
  const { fields, additional, wireNames, fills, defaults = [] } = shape;
  const optional = new Set(fields.flatMap(([name, , presence]) => (presence === undefined ? [] : [name])));
  const reading = {
    types: new Map(fields.flatMap(([name, type]) => (typeHolds(type, isEncoded) ? [[name, type] as const] : []))),
    others: additional !== undefined && typeHolds(additional, isEncoded) ? additional : undefined,
    fields: new Set(fields.map(([name]) => name)),
    renaming: wireNames && renamingOf(wireNames),
    fillings: (fills ? defaults : []).flatMap(([name, json]) =>
      optional.has(name) ? [[name, defaultMaker(json)] as const] : [],
    ),
  };
  readings.set(shape, reading);
  return reading;
}

function defaultMaker(json: string): () => unknown {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" ? () => JSON.parse(json) : () => value;
}

function renamingOf(wireNames: NonNullable<ObjectShape["wireNames"]>): Renaming {
  const keys = new Map(wireNames);
  const names = new Map(wireNames.map(([name, key]) => [key, name]));
  // A key that is called as a property, but is no field's, takes a name that the fields left free: so no two keys meet.
  for (const [name, key] of wireNames) {
    if (names.has(name)) continue;
    let free = key;
    for (let next = keys.get(free); next !== undefined; next = keys.get(free)) free = next;
    names.set(name, free);
    keys.set(free, name);
  }
  return { names, keys };
}

/** The members of a tagged union by the values of their tag, for each key that is the tag in JSON: mostly one. */
export type TaggedCases = ReadonlyMap<string, Map<unknown, TypeShape>>;

const tagged = /* @__PURE__ */ new WeakMap<TaggedShape, TaggedCases>();

/** The members of a tagged union as JSON tells them apart. */
export function taggedCases(shape: TaggedShape): TaggedCases {
  const known = tagged.get(shape);
  if (known !== undefined) return known;
  const cases = new Map<string, Map<unknown, TypeShape>>();
  for (const [value, member] of shape.cases) {
    const key = wireTagOf(shape.tag, member);
    cases.set(key, (cases.get(key) ?? new Map<unknown, TypeShape>()).set(value, member));
  }
  tagged.set(shape, cases);
  return cases;
}

function wireTagOf(tag: string, member: TypeShape): string {
  const shape = typeof member === "function" ? member() : undefined;
  return shape?.kind === "object" ? (readingOf(shape).renaming?.keys.get(tag) ?? tag) : tag;
}
