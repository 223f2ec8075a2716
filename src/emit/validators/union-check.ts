import type { Discriminator, ModelId, UnionModel } from "../../model/model.js";
import type { LiteralValue, Type } from "../../model/type.js";
import { type Code, code, elementAccess, joinCode, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { anyOf, isAlways, not, required, returned } from "./condition.js";
import { missesAll } from "./expected.js";
import { isPresent } from "./field-check.js";
import { inheritedNames } from "./inherited-names.js";
import { block, indented, linesCode, suffixed } from "./layout.js";
import { membersOf } from "./members.js";
import { leafCheckLines } from "./object-check.js";
import { typeNameOf } from "./own-name.js";
import { partCode } from "./parts.js";
import { breaks, misses, pageLine } from "./told.js";
import { depthWithin, isKeyed, typeCondition } from "./type-condition.js";
import { typeName } from "./type-name.js";
import { unionType } from "./union-type.js";

/** The discriminator of a union, where it alone can tell the member: all are models, and each has a value. */
export function fullDiscriminator(model: UnionModel<ModelId>): Discriminator | undefined {
  const { discriminator, members } = model;
  if (!discriminator || members.length === 0) return undefined;
  const covered = new Set(discriminator.members.values());
  const full = members.every(({ type }, at) => type.kind === "reference" && covered.has(at));
  return full ? discriminator : undefined;
}

/** Hands the same value on to another check, with the place that faults are told to. */
function handOn(check: Code, type: Type<ModelId>, context: EmitContext): Code {
  const depth = depthWithin(type, code`value`, context);
  return code`return ${check}(${joinCode([code`value`, code`at`, ...(depth ? [depth] : [])])});`;
}

/** What the check of a tagged union does with a member: a small one is checked here, others by their own checks. */
function memberLines(type: Type<ModelId>, property: string, context: EmitContext): readonly Code[] {
  if (type.kind !== "reference") return [];
  const member = context.schema.models.get(type.target);
  const leaf = member?.kind === "object" ? leafCheckLines(member, property, context) : undefined;
  return leaf ?? [handOn(context.valueName(type.target, "check"), type, context)];
}

/** Cases of a switch; those that declare something in a block of their own. */
function caseLines(tags: readonly LiteralValue[], lines: readonly Code[]): readonly Code[] {
  const labels = tags.map((tag) => code`case ${literalCode(tag)}:`);
  return lines.length > 1
    ? [...suffixed(labels, code` {`), ...indented(lines), code`}`]
    : [...labels, ...indented(lines)];
}

/** The body of a check that looks at one property and at the member that it names. */
function switchLines(model: UnionModel<ModelId>, discriminator: Discriminator, context: EmitContext): readonly Code[] {
  const { property } = discriminator;
  const value = code`value`;
  const tags = [...discriminator.members.keys()].map((tag) => JSON.stringify(tag)).join(" | ");
  const line = model.place.start.line;
  const wrong = returned(not(breaks(stringLiteral(property), stringLiteral(tags), context, line, "literal")));
  const cases = model.members.flatMap(({ type }, at) => {
    const own = [...discriminator.members].flatMap(([tag, member]) => (member === at ? [tag] : []));
    return caseLines(own, memberLines(type, property, context));
  });
  return [
    ...required(isKeyed(value, context), code`return ${misses(typeNameOf(context), context)};`),
    pageLine(model),
    ...(inheritedNames.has(property) ? required(isPresent(value, property), linesCode(wrong)) : []),
    ...block(code`switch (${elementAccess(value, property)})`, [...cases, code`default:`, ...indented(wrong)]),
  ];
}

/** The body of the check of a type that a model stands for. */
export function aliasCheckLines(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  if (type.kind === "reference") return [handOn(context.valueName(type.target, "check"), type, context)];
  const part = type.kind === "array" || type.kind === "map" ? partCode(type, context) : undefined;
  if (part) return [handOn(part, type, context)];
  const fits = typeCondition(type, code`value`, context);
  if (isAlways(fits)) return returned(fits);
  const name = context.model.kind === "union" ? typeNameOf(context) : typeName(type, context);
  return returned(anyOf([fits, missesAll(membersOf(type), name, context)]));
}

/** The body of the check of a union model. */
export function unionCheckLines(model: UnionModel<ModelId>, context: EmitContext): readonly Code[] {
  const discriminator = fullDiscriminator(model);
  return discriminator ? switchLines(model, discriminator, context) : aliasCheckLines(unionType(model), context);
}
