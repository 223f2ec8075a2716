import type { ObjectShape, TaggedShape, TypeShape } from "./shape.js";

/** How the keys of a model in JSON and its properties are called; names that are in neither map are alike in both. */
export interface Renaming {
  /** Key in JSON → property. */
  readonly names: ReadonlyMap<string, string>;
  /** Property → key in JSON. */
  readonly keys: ReadonlyMap<string, string>;
  /** The types of the fields, by property. */
  readonly types: ReadonlyMap<string, TypeShape>;
}

const renamings = /* @__PURE__ */ new WeakMap<ObjectShape, Renaming>();

/** The renaming of a model that has wire names, which is made once. */
export function renamingOf(shape: ObjectShape): Renaming {
  const known = renamings.get(shape);
  if (known !== undefined) return known;
  const keys = new Map(shape.wireNames);
  const names = new Map(Array.from(keys, ([name, key]) => [key, name]));
  // A key that is called as a property, but is no field's, takes a name that the fields left free: so no two keys meet.
  for (const [name, key] of [...keys]) {
    if (names.has(name)) continue;
    let free = key;
    for (let next = keys.get(free); next !== undefined; next = keys.get(free)) free = next;
    names.set(name, free);
    keys.set(free, name);
  }
  const renaming = { names, keys, types: new Map(shape.fields.map(([name, type]) => [name, type])) };
  renamings.set(shape, renaming);
  return renaming;
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
  return shape?.kind === "object" && shape.wireNames !== undefined ? (renamingOf(shape).keys.get(tag) ?? tag) : tag;
}
