import type { ExampleEntry, ExampleValue } from "../../model/example.js";
import { foldName } from "../../model/fold-name.js";
import type { Field, ModelId, ObjectModel } from "../../model/model.js";

/** An object of a sample. */
export type ObjectValue = Extract<ExampleValue, { kind: "object" }>;

/** What of an object stands for the fields of a model. */
export interface MatchedObject {
  /** By the index of the field. */
  readonly entries: ReadonlyMap<number, ExampleEntry>;
  readonly extra: readonly ExampleEntry[];
}

interface FieldKeys {
  readonly exact: ReadonlyMap<string, number>;
  /** Fields without a known key by their name without case and separators; `undefined` where two share it. */
  readonly folded: ReadonlyMap<string, number | undefined>;
}

const knownKeys = new WeakMap<ObjectModel<ModelId>, FieldKeys>();

/** Matches keys with fields: by the key in JSON, where it is known, else by the names of the field, whatever their case. */
export function matchKeys(value: ObjectValue, model: ObjectModel<ModelId>): MatchedObject {
  const keys = knownKeys.get(model) ?? keysOf(model.fields);
  knownKeys.set(model, keys);
  const entries = new Map<number, ExampleEntry>();
  const open = value.entries.filter((entry) => {
    const at = keys.exact.get(entry.key);
    if (at !== undefined) entries.set(at, entry);
    return at === undefined;
  });
  const extra = open.filter((entry) => {
    const at = keys.folded.get(foldName(entry.key));
    if (at === undefined || entries.has(at)) return true;
    entries.set(at, entry);
    return false;
  });
  return { entries, extra };
}

function keysOf(fields: readonly Field<ModelId>[]): FieldKeys {
  const exact = new Map<string, number>();
  const folded = new Map<string, number | undefined>();
  for (const [at, { wireName, name, localName }] of fields.entries()) {
    for (const key of wireName ? [wireName.value] : [localName, name]) if (!exact.has(key)) exact.set(key, at);
    if (wireName) continue;
    const fold = foldName(name);
    folded.set(fold, folded.has(fold) ? undefined : at);
  }
  return { exact, folded };
}
