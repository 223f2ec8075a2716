import type { Discriminator, ModelId, ObjectModel, UnionModel } from "../../model/model.js";
import { type LiteralValue, referencesOf, type Type } from "../../model/type.js";
import { type Code, code, elementAccess, literalCode } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { block, indented } from "./layout.js";
import { isClosed } from "./other-keys.js";
import { partTypes } from "./parts.js";

/** The discriminator of a union, where it alone can tell the member: all are models, and each has a value. */
export function fullDiscriminator(model: UnionModel<ModelId>): Discriminator | undefined {
  const { discriminator, members } = model;
  if (!discriminator || members.length === 0) return undefined;
  const covered = new Set(discriminator.members.values());
  const full = members.every(({ type }, at) => type.kind === "reference" && covered.has(at));
  return full ? discriminator : undefined;
}

/** How many fields a model may have that the functions of a union look at themselves. */
const leafFields = 8;

/**
 * A small model without parts of its own, and without the tag, which its union has looked at: that the union looks at the
 * other fields itself makes the benchmark's five shapes 80 bytes smaller. Nothing for other models.
 */
function leafOf(type: Type<ModelId>, tag: string, context: EmitContext): ObjectModel<ModelId> | undefined {
  const model = type.kind === "reference" ? context.schema.models.get(type.target) : undefined;
  if (model?.kind !== "object" || model.fields.length > leafFields) return undefined;
  if (model.additional || isClosed(model, context) || partTypes(model).length > 0) return undefined;
  const fields = model.fields.filter(({ localName }) => localName !== tag);
  return fields.some((field) => referencesOf(field.type.value).length > 0) ? undefined : { ...model, fields };
}

function caseLines(tags: readonly LiteralValue[], lines: readonly Code[]): readonly Code[] {
  return [...tags.map((tag) => code`case ${literalCode(tag)}:`), ...indented(lines)];
}

/** What the cases of a switch over a union's tag do. */
export interface Cases {
  /** With a member that is looked at in place, the value being an object with its tag. */
  readonly leaf: (model: ObjectModel<ModelId>) => readonly Code[];
  /** With any other member. */
  readonly member: (type: Type<ModelId>) => readonly Code[];
  /** Where the tag is no member's. */
  readonly none: readonly Code[];
}

/** The switch over the tag of a union's value, a case for each member. */
export function switchLines(
  model: UnionModel<ModelId>,
  { property, members }: Discriminator,
  object: Code,
  { leaf, member, none }: Cases,
  context: EmitContext,
): readonly Code[] {
  const cases = model.members.flatMap(({ type }, at) => {
    const tags = [...members].flatMap(([tag, index]) => (index === at ? [tag] : []));
    const inPlace = leafOf(type, property, context);
    return caseLines(tags, inPlace ? leaf(inPlace) : member(type));
  });
  return block(code`switch (${elementAccess(object, property)})`, [...cases, code`default:`, ...indented(none)]);
}
