import { leavesOf } from "../../evidence/union-leaves.js";
import type { ExampleValue } from "../../model/example.js";
import type { Source } from "../../model/fact.js";
import type { ModelId } from "../../model/model.js";
import type { ModelLookup } from "../../model/schema.js";
import { isUnknown, type LiteralValue, type PrimitiveName, type Type } from "../../model/type.js";
import type { Sighting } from "./collect-values.js";

/** A type that admits what was seen, and the first value that it had not admitted before. */
export interface Refined {
  readonly type: Type<ModelId>;
  readonly seen?: Sighting;
}

const observed: Source = { origin: "override" };

/**
 * A type that admits the values that were seen of it: with null within lists and maps, and numbers beside texts and the other
 * way round. The outermost null is the field's own. What objects and enums hold is said of their models.
 */
export function refineType(type: Type<ModelId>, values: readonly Sighting[], models: ModelLookup): Refined {
  switch (type.kind) {
    case "nullable": {
      const inner = refineType(type.type, values, models);
      return inner.seen ? { type: { ...type, type: inner.type }, seen: inner.seen } : { type };
    }
    case "array": {
      const items = refinePart(type.items, values.flatMap(itemsOf), models);
      return items.seen ? { type: { kind: "array", items: items.type }, seen: items.seen } : { type };
    }
    case "map": {
      const part = refinePart(type.values, values.flatMap(valuesOf), models);
      return part.seen ? { type: { kind: "map", values: part.type }, seen: part.seen } : { type };
    }
    case "primitive":
    case "union":
    case "reference":
      return withScalars(type, values, models);
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return { type };
  }
}

function itemsOf({ file, value }: Sighting): readonly Sighting[] {
  return value.kind === "array" ? value.items.map((item) => ({ file, value: item })) : [];
}

function valuesOf({ file, value }: Sighting): readonly Sighting[] {
  return value.kind === "object" ? value.entries.map((entry) => ({ file, value: entry.value })) : [];
}

/** A part of a type, which has a null of its own. */
export function refinePart(type: Type<ModelId>, values: readonly Sighting[], models: ModelLookup): Refined {
  const nothing = values.find(({ value }) => value.kind === "null");
  const refined = refineType(type, values, models);
  if (!nothing || admitsNull(type)) return refined;
  return { type: { kind: "nullable", type: refined.type, source: observed }, seen: refined.seen ?? nothing };
}

function admitsNull(type: Type<ModelId>): boolean {
  return type.kind === "nullable" || isUnknown(type);
}

type ScalarKind = "string" | "number" | "boolean";

/** A choice of plain values with those that were seen beside them; of what holds anything else nothing can be told so. */
function withScalars(type: Type<ModelId>, values: readonly Sighting[], models: ModelLookup): Refined {
  const leaves = leavesOf([type], models);
  const kinds = new Set(leaves.flatMap((leaf) => kindsOf(leaf, models)));
  const isPlain = leaves.every((leaf) => kindsOf(leaf, models).length > 0 && leaf.kind !== "reference");
  if (!isPlain || kinds.size === 0) return { type };
  const seen = values.find(({ value }) => isScalarKind(value.kind) && !kinds.has(value.kind));
  const added = [
    ...new Set(values.flatMap(({ value: { kind } }) => (isScalarKind(kind) && !kinds.has(kind) ? [kind] : []))),
  ];
  if (!seen) return { type };
  const members = type.kind === "union" ? type.members : [type];
  const more = added.sort().map((name): Type<ModelId> => ({ kind: "primitive", name }));
  return { type: { kind: "union", members: [...members, ...more] }, seen };
}

function isScalarKind(kind: ExampleValue["kind"]): kind is ScalarKind {
  return kind === "string" || kind === "number" || kind === "boolean";
}

const primitiveKinds: Readonly<Record<PrimitiveName, readonly ScalarKind[]>> = {
  string: ["string"],
  date: ["string"],
  "date-time": ["string"],
  number: ["number"],
  integer: ["number"],
  boolean: ["boolean"],
  // Both are sent as text and as numbers.
  bigint: ["string", "number"],
  decimal: ["string", "number"],
  unknown: [],
};

function kindsOf(type: Type<ModelId>, models: ModelLookup): readonly ScalarKind[] {
  if (type.kind === "primitive") return primitiveKinds[type.name];
  if (type.kind === "literal") return [kindOf(type.value)];
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  return model?.kind === "enum" ? model.values.map(({ value }) => kindOf(value)) : [];
}

function kindOf(value: LiteralValue): ScalarKind {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}
