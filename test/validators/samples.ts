import type { Schema } from "../../src/model/schema.js";
import {
  alias,
  array,
  choice,
  enumeration,
  field,
  literal,
  map,
  nullable,
  object,
  primitive,
  reference,
  schemaOf,
  union,
} from "./schema-builder.js";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

const external = { kind: "external", from: "../money.js" } as const;

/** One model of every kind, with every kind of type in it. */
export const samples: Schema = schemaOf(
  object("Everything", [
    field("id", primitive("string")),
    field("note", primitive("string"), "optional"),
    field("count", primitive("integer"), "required", "yes"),
    field("ratio", primitive("number"), "optional", "yes"),
    field("big", primitive("bigint"), "optional"),
    field("price", primitive("decimal"), "optional"),
    field("made", primitive("date-time"), "optional"),
    field("day", primitive("date"), "optional"),
    field("any", primitive("unknown")),
    field("whatever", primitive("unknown"), "optional"),
    field("tags", array(primitive("string")), "optional"),
    field("grid", array(array(nullable(reference("Color")))), "optional"),
    field("labels", map(primitive("string")), "optional", "yes"),
    field("meta", map(primitive("unknown")), "optional"),
    field("things", array(primitive("unknown")), "optional"),
    field("mixed", union(primitive("string"), array(primitive("string")), map(primitive("number"))), "optional"),
    field(
      "rows",
      union(array(primitive("string")), array(reference("Color")), array(primitive("boolean"))),
      "optional",
    ),
    field("free", union(reference("Anything"), map(primitive("string"))), "optional"),
    field("colors", map(array(reference("Color"))), "optional"),
    field("kind", union(literal("a"), literal(1), literal(true)), "optional"),
    field("blob", { kind: "platform", name: "Blob" }, "optional"),
    field("bytes", { kind: "stream", items: { kind: "platform", name: "Uint8Array" } }, "optional"),
    field("money", { ...external, name: "Money", guard: "isMoney" }, "optional"),
    field("loose", { ...external, name: "Loose" }, "optional"),
    field("constructor", primitive("string"), "optional"),
    field("__proto__", primitive("number"), "optional"),
    field('a-b "quoted" */ \u2028', primitive("string"), "optional"),
    field("letter", union(...letters.map(literal)), "optional"),
  ]),
  object("Inherited", [field("toString", primitive("string")), field("valueOf", array(primitive("number")))]),
  object(
    "Extra",
    [field("id", primitive("number")), field("at", primitive("string"), "optional")],
    array(primitive("string")),
  ),
  object("Anything", [], primitive("unknown")),
  object("Empty", []),
  enumeration("Color", ["red", "green"]),
  enumeration("Letter", letters),
  enumeration("Open", ["a", 1], true),
  enumeration("Flag", [true]),
  enumeration("Nothing", []),
  object("Cat", [field("type", literal("cat")), field("lives", primitive("integer"))]),
  object("Dog", [field("type", literal("dog")), field("name", primitive("string"))]),
  choice("Pet", [reference("Cat"), reference("Dog")], {
    property: "type",
    members: new Map([
      ["cat", 0],
      ["dog", 1],
    ]),
  }),
  choice("Loosely", [reference("Cat"), array(reference("Cat"))]),
  choice("Nowhere", []),
  alias("Any", primitive("unknown")),
  alias("Names", array(primitive("string"))),
  object("Tree", [field("value", primitive("string")), field("children", array(reference("Tree")), "optional")]),
  object("And", [field("type", literal("and")), field("of", array(reference("Expression")))]),
  object("Not", [field("type", literal("not")), field("of", reference("Expression"))]),
  choice("Expression", [reference("And"), reference("Not"), primitive("string")]),
  alias("Json", union(primitive("string"), array(reference("Json")), map(reference("Json")))),
  object("Forest", [field("trees", array(reference("Tree"))), field("root", reference("Any"))]),
);

/** The module that the external types of the samples come from. */
export const moneyModule = `
export interface Money { readonly amount: string }
export type Loose = { readonly loose: true } | undefined;
export function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "amount" in value && typeof value.amount === "string";
}
`;
