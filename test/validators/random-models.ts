import fc from "fast-check";
import { membersOf } from "../../src/emit/validators/members.js";
import type { Discriminator, Field, ModelId } from "../../src/model/model.js";
import { findRecursive } from "../../src/model/recursion.js";
import type { Schema } from "../../src/model/schema.js";
import type { LiteralValue, PrimitiveName } from "../../src/model/type.js";
import {
  alias,
  array,
  choice,
  enumeration,
  field,
  type LinkedModel,
  type LinkedType,
  literal,
  map,
  nullable,
  object,
  primitive,
  reference,
  schemaOf,
  union,
} from "./schema-builder.js";

/** The models of a random schema. */
export const modelNames = ["Alpha", "Beta", "Gamma", "Delta"] as const;

const fieldNames = ["id", "name", "kind", "a-b", "constructor", "toString", "__proto__", "value", "record", "items"];

const primitives: readonly PrimitiveName[] = ["string", "number", "integer", "boolean", "decimal", "date", "unknown"];

const literals = fc.constantFrom<LiteralValue>("a", "b", "", 0, 1, -1.5, true, false);

/** Any type that JSON has values for. */
const types: fc.Arbitrary<LinkedType> = fc.letrec<{ type: LinkedType }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...primitives).map(primitive),
    literals.map(literal),
    fc.constantFrom(...modelNames).map(reference),
    fc.constantFrom(...modelNames).map(reference),
    tie("type").map(array),
    tie("type").map(map),
    tie("type").map(nullable),
    fc.array(tie("type"), { minLength: 1, maxLength: 4 }).map((members) => union(...members)),
  ),
})).type;

const fields: fc.Arbitrary<readonly Field<ModelId>[]> = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...fieldNames), types, fc.boolean(), fc.boolean())
    .map(([name, type, required, mayBeNull]) =>
      field(name, type, required ? "required" : "optional", mayBeNull ? "yes" : "no"),
    ),
  { maxLength: 5, selector: (row) => row.name },
);

const enumerations = fc.tuple(fc.uniqueArray(literals, { maxLength: 8 }), fc.boolean());

const unions = fc.array(types, { maxLength: 4 });

function models(name: string): fc.Arbitrary<LinkedModel> {
  return fc.oneof(
    { weight: 4, arbitrary: fields.map((rows) => object(name, rows)) },
    { weight: 1, arbitrary: fc.tuple(fields, types).map(([rows, additional]) => object(name, rows, additional)) },
    { weight: 1, arbitrary: enumerations.map(([values, open]) => enumeration(name, values, open)) },
    { weight: 2, arbitrary: unions.map((members) => choice(name, members)) },
    { weight: 1, arbitrary: types.map((type) => alias(name, type)) },
  );
}

/** A union of two objects that a property tells apart. */
const tagged: fc.Arbitrary<readonly LinkedModel[]> = fc.tuple(fields, fields).map(([left, right]) => {
  const members = [
    object("Left", [field("tag", literal("left")), ...left]),
    object("Right", [field("tag", literal("right")), ...right]),
  ];
  const discriminator: Discriminator = {
    property: "tag",
    members: new Map([
      ["left", 0],
      ["right", 1],
    ]),
  };
  return [...members, choice("Tagged", [reference("Left"), reference("Right")], discriminator)];
});

/** The models that a model is the same as, or a choice of. */
function standsFor(model: LinkedModel): readonly ModelId[] {
  const types =
    model.kind === "alias" ? [model.type] : model.kind === "union" ? model.members.map(({ type }) => type) : [];
  return types.flatMap(membersOf).flatMap((member) => (member?.kind === "reference" ? [member.target] : []));
}

/** Whether a type would stand for itself without a value between, which TypeScript refuses. */
function isHollow({ models }: Schema): boolean {
  return findRecursive(new Map([...models].map(([id, model]) => [id, standsFor(model)]))).size > 0;
}

/** Any linked schema of JSON values. */
export const schemas: fc.Arbitrary<Schema> = fc
  .tuple(models("Alpha"), models("Beta"), models("Gamma"), models("Delta"), tagged)
  .map(([alpha, beta, gamma, delta, others]) => schemaOf(alpha, beta, gamma, delta, ...others))
  .filter((schema) => !isHollow(schema));
