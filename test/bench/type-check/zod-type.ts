import type { Discriminator, EnumModel, ModelId } from "../../../src/model/model.js";
import type { PrimitiveName, Type } from "../../../src/model/type.js";

/** What a file calls another model's schema. */
export type NameOf = (id: ModelId) => string;

const primitives: Readonly<Record<PrimitiveName, string>> = {
  string: "z.string()",
  decimal: "z.string()",
  date: "z.string()",
  number: "z.number()",
  integer: "z.number()",
  boolean: "z.boolean()",
  bigint: "z.bigint()",
  "date-time": "z.date()",
  unknown: "z.unknown()",
};

/** A type as a user of zod writes it. */
export function zodType(type: Type<ModelId>, nameOf: NameOf): string {
  switch (type.kind) {
    case "primitive":
      return primitives[type.name];
    case "literal":
      return `z.literal(${JSON.stringify(type.value)})`;
    case "platform":
      return `z.instanceof(${type.name})`;
    case "external":
      return `z.custom<import(${JSON.stringify(type.from)}).${type.name}>()`;
    case "array":
      return `z.array(${zodType(type.items, nameOf)})`;
    case "map":
      return `z.record(z.string(), ${zodType(type.values, nameOf)})`;
    case "stream":
      return "z.instanceof(ReadableStream)";
    case "union":
      return zodUnion(type.members, undefined, nameOf);
    case "nullable":
      return `${zodType(type.type, nameOf)}.nullable()`;
    case "reference":
      return nameOf(type.target);
  }
}

/** A choice of types. */
export function zodUnion(
  members: readonly Type<ModelId>[],
  discriminator: Discriminator | undefined,
  nameOf: NameOf,
): string {
  const [first, ...others] = members.map((member) => zodType(member, nameOf));
  if (first === undefined) return "z.unknown()";
  if (others.length === 0) return first;
  const list = `[${[first, ...others].join(", ")}]`;
  return discriminator
    ? `z.discriminatedUnion(${JSON.stringify(discriminator.property)}, ${list})`
    : `z.union(${list})`;
}

/** The values of an enum; an open one admits others of their type. */
export function zodEnum({ values, open }: EnumModel): string {
  const texts = values.every(({ value }) => typeof value === "string");
  const list = JSON.stringify(values.map(({ value }) => value));
  const named = texts ? `z.enum(${list})` : `z.literal(${list})`;
  if (!open) return values.length === 0 ? "z.unknown()" : named;
  const others = texts ? "z.string()" : "z.number()";
  return values.length === 0 ? others : `z.union([${named}, ${others}])`;
}
