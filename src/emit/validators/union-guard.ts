import type { Discriminator, ModelId, UnionModel } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, literalCode, propertyAccess, propertyName } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { allOf, not, required, returned } from "./condition.js";
import { isPresent } from "./field-check.js";
import { inheritedNames } from "./inherited-names.js";
import { block, indented } from "./layout.js";
import { equals, typeCondition, typeOf } from "./type-condition.js";
import { typeStatements } from "./type-statements.js";

/** The type that a union model stands for: without members it could be anything. */
export function unionType(model: UnionModel<ModelId>): Type<ModelId> {
  if (model.members.length === 0) return { kind: "primitive", name: "unknown" };
  return { kind: "union", members: model.members.map(({ type }) => type) };
}

/** The discriminator of a union, where it alone can tell the member: all are models, and each has a value. */
export function fullDiscriminator(model: UnionModel<ModelId>): Discriminator | undefined {
  const { discriminator, members } = model;
  if (!discriminator || members.length === 0) return undefined;
  const covered = new Set(discriminator.members.values());
  const full = members.every(({ type }, at) => type.kind === "reference" && covered.has(at));
  return full ? discriminator : undefined;
}

/** The body of a guard that looks at one property and asks the guard of the member that it names. */
function switchLines(model: UnionModel<ModelId>, discriminator: Discriminator, context: EmitContext): readonly Code[] {
  const { property } = discriminator;
  const value = code`value`;
  const read = propertyAccess(code`(value as { readonly ${propertyName(property)}?: unknown })`, property);
  const cases = model.members.flatMap(({ type }, at) => {
    const tags = [...discriminator.members].filter(([, member]) => member === at).map(([tag]) => literalCode(tag));
    const condition = typeCondition(type, value, context);
    return condition ? [...tags.map((tag) => code`case ${tag}:`), ...indented(returned(condition))] : [];
  });
  const object = allOf([
    typeOf(value, "object"),
    not(equals(value, code`null`)),
    ...(inheritedNames.has(property) ? [isPresent(value, property)] : []),
  ]);
  return [
    ...required(object, code`return false;`),
    ...block(code`switch (${read})`, [...cases, code`default:`, code`  return false;`]),
  ];
}

/** The body of the guard of a type. */
export function typeGuardLines(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  const condition = typeCondition(type, code`value`, context);
  if (condition) return returned(condition);
  const lines = typeStatements(type, code`value`, { context, level: 0, leave: code`return false;` });
  return [...lines, code`return true;`];
}

/** The body of the guard of a union model. */
export function unionGuardLines(model: UnionModel<ModelId>, context: EmitContext): readonly Code[] {
  const discriminator = fullDiscriminator(model);
  return discriminator ? switchLines(model, discriminator, context) : typeGuardLines(unionType(model), context);
}
