import type { Field, ObjectModel } from "./model.js";

/** The keys of a model's fields in JSON, and the fields whose stated key another field has too. */
export interface WireNames<Ref> {
  /** Unique; of a field that is not in it, the property's name. */
  readonly keys: ReadonlyMap<Field<Ref>, string>;
  /** Each field whose stated key is not taken, and a field that has that key. */
  readonly collisions: ReadonlyMap<Field<Ref>, Field<Ref>>;
}

/** Gives each field of a model its key in JSON; where two come to one key, what is stated of them does not count. */
export function wireNamesOf<Ref>({ fields }: ObjectModel<Ref>): WireNames<Ref> {
  const keys = new Map<Field<Ref>, string>();
  const collisions = new Map<Field<Ref>, Field<Ref>>();
  const holders = new Map<string, Field<Ref>>();
  if (!fields.some(({ wireName }) => wireName)) return { keys, collisions };
  const waiting = fields.map((field) => [field, field.wireName?.value ?? field.localName] as const);
  // A field that is put back to its property's name may take that name from one that stated it.
  for (const [field, key] of waiting) {
    const holder = holders.get(key);
    holders.set(key, holder ?? field);
    keys.set(field, key);
    if (!holder) continue;
    for (const [one, other] of [
      [holder, field],
      [field, holder],
    ] as const) {
      if (collisions.has(one) || keys.get(one) === one.localName) continue;
      collisions.set(one, other);
      waiting.push([one, one.localName]);
    }
  }
  return { keys, collisions };
}
