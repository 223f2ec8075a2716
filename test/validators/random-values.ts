import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { PrimitiveName } from "../../src/model/type.js";
import type { LinkedType } from "./schema-builder.js";

type Random = (choices: number) => number;

/** No value of the type was found within the depth. */
const none: unique symbol = Symbol("none");

function primitiveValue(name: PrimitiveName, random: Random): unknown {
  switch (name) {
    case "string":
    case "decimal":
      return ["a", "", "1.5"][random(3)];
    case "number":
    case "integer":
      return [0, 1, -7][random(3)];
    case "boolean":
      return random(2) === 0;
    case "date":
      return "2024-02-29";
    case "date-time":
      return "2024-02-29T12:00:00Z";
    case "bigint":
      return 1n;
    case "unknown":
      return [null, "x", { a: [1] }, 3][random(4)];
  }
}

/** A value of the type, by the model alone. */
function typeValue(type: LinkedType, schema: Schema, random: Random, depth: number): unknown {
  switch (type.kind) {
    case "primitive":
      return primitiveValue(type.name, random);
    case "literal":
      return type.value;
    case "array": {
      const items = Array.from({ length: random(3) }, () => typeValue(type.items, schema, random, depth - 1));
      return items.filter((item) => item !== none);
    }
    case "map": {
      const keys = ["a", "__proto__", "constructor"].slice(0, random(4));
      return entries(keys.map((key) => [key, typeValue(type.values, schema, random, depth - 1)]));
    }
    case "union":
      return firstFound(type.members, schema, random, depth);
    case "nullable":
      return random(3) === 0 ? null : typeValue(type.type, schema, random, depth);
    case "reference": {
      const model = schema.models.get(type.target);
      return depth < 0 || !model ? none : modelValue(model, schema, random, depth - 1);
    }
    case "platform":
    case "external":
    case "stream":
      return none;
  }
}

function firstFound(types: readonly LinkedType[], schema: Schema, random: Random, depth: number): unknown {
  const start = random(Math.max(1, types.length));
  for (const type of [...types.slice(start), ...types.slice(0, start)]) {
    const value = typeValue(type, schema, random, depth);
    if (value !== none) return value;
  }
  return none;
}

function entries(found: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(found.filter(([, value]) => value !== none));
}

/** A value of the model, by the model alone; `none` where it must be deeper than the depth. */
function modelValue(model: Model<ModelId>, schema: Schema, random: Random, depth: number): unknown {
  switch (model.kind) {
    case "object": {
      const found = model.fields.map(({ localName, type, presence, nullability }): readonly [string, unknown] => {
        if (presence.value !== "required" && random(2) === 0) return [localName, none];
        if (nullability.value === "yes" && random(3) === 0) return [localName, null];
        return [localName, typeValue(type.value, schema, random, depth)];
      });
      const lacking = found.some(([, value], at) => value === none && model.fields[at]?.presence.value === "required");
      const other = model.additional ? typeValue(model.additional.value, schema, random, depth) : none;
      return lacking ? none : entries([...found, ["other", other]]);
    }
    case "enum":
      if (model.values.length > 0) return model.values[random(model.values.length)]?.value;
      return "any";
    case "union":
      if (model.members.length === 0) return "any";
      return firstFound(
        model.members.map(({ type }) => type),
        schema,
        random,
        depth,
      );
    case "alias":
      return typeValue(model.type, schema, random, depth);
  }
}

/** Numbers that look random and are the same for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (choices) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % choices;
  };
}

/** Values of a model, where it has any that are not deep. */
export function valuesOf(model: Model<ModelId>, schema: Schema, seed: number): readonly unknown[] {
  const random = randomFrom(seed);
  const values = Array.from({ length: 6 }, () => modelValue(model, schema, random, 4));
  return values.filter((value) => value !== none);
}

const spoilers: readonly unknown[] = [
  undefined,
  null,
  "",
  "z",
  Number.NaN,
  0.5,
  true,
  {},
  [],
  { tag: "left" },
  Object.create(null),
];

/** Copies of a value with one place changed: other values, keys gone, keys more. */
export function mutantsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return spoilers;
  if (Array.isArray(value)) {
    const inner = value.flatMap((item, at) => mutantsOf(item).map((mutant) => value.with(at, mutant)));
    return [...spoilers, [...value, undefined], [...value, Symbol("s")], ...inner];
  }
  const own = Object.entries(value);
  const without = own.map((_, at) => Object.fromEntries(own.toSpliced(at, 1)));
  const inner = own.flatMap(([key, item], at) =>
    mutantsOf(item).map((mutant) => Object.fromEntries(own.with(at, [key, mutant]))),
  );
  return [...spoilers, ...without, Object.fromEntries([...own, ["more", 1]]), Object.create(value), ...inner];
}
