import type { Source } from "../model/fact.js";
import type { ModelId } from "../model/model.js";

/**
 * What examples show at a place in a model's types. The place is the index of a field or a member, or `+` for keys beside the
 * fields, then `[]` for items, `{}` for values, `|n` for members; alone it says that null stands there.
 */
export type Slot = string;

/** How slots are spelled. */
export const slots = {
  part: (index: number): Slot => String(index),
  additional: "+",
  items: (slot: Slot): Slot => `${slot}[]`,
  values: (slot: Slot): Slot => `${slot}{}`,
  member: (slot: Slot, index: number): Slot => `${slot}|${index}`,
  /** A number where the type is text, or a text where it is a number. */
  otherScalar: (slot: Slot): Slot => `${slot}~`,
  /** A required field without its key. */
  absent: (slot: Slot): Slot => `${slot}?`,
  /** A value that an enum does not list. */
  otherValue: "*",
  /** A key that no field of an object names. */
  otherKey: "&",
} as const;

/** What examples show in a model: slot → the first sight of it. */
export type Seen = ReadonlyMap<Slot, Source>;

/** What examples show. */
export type Sightings = ReadonlyMap<ModelId, Seen>;
