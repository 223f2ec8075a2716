import type { Link } from "../model/link.js";
import type { Schema } from "../model/schema.js";
import { mapType } from "../model/type.js";
import { typescript } from "../notation/typescript.js";
import type { Override } from "../overrides/override.js";
import { modelsCalled } from "./samples/learn-samples.js";
import type { StatedType } from "./types/stated-type.js";
import { type MembersOf, makeMembersOf } from "./types/type-members.js";

/** Tells whether two facts that are about one thing say the same. */
export type SameFact = (one: Override, other: Override) => boolean;

const start = { line: 1, column: 1, offset: 0 };

/** Makes what compares facts by what they mean: types in other words are alike where they admit the same. */
export function sameFactIn(schema: Schema): SameFact {
  let membersOf: MembersOf | undefined;
  const admits = (text: string): string | undefined => {
    const read = typescript.parseCell(text, start);
    if (!read.ok) return undefined;
    membersOf ??= makeMembersOf(schema, { byModel: new Map(), byKey: new Map() }, () => unsayable);
    return [...membersOf(mapType(read.type, (link) => referenceOf(link, schema)))].sort().join("\n");
  };
  return (one, other) => {
    if (JSON.stringify(one.value) === JSON.stringify(other.value)) return true;
    if (one.fact !== other.fact || (one.fact !== "type" && one.fact !== "additional")) return false;
    const [ours, theirs] = [admits(String(one.value)), admits(String(other.value))];
    return ours !== undefined && ours === theirs;
  };
}

const unsayable: StatedType = { kind: "reference", target: { kind: "unsayable", text: "" } };

function referenceOf({ name, namespace, known }: Link, schema: Schema): StatedType {
  const text = namespace === undefined ? name : `${namespace}.${name}`;
  const [model, ...others] = modelsCalled(text, schema);
  if (model && others.length === 0) return { kind: "reference", target: { kind: "model", id: model.id } };
  return known ?? { kind: "reference", target: { kind: "unsayable", text } };
}
