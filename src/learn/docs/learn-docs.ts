import type { Source } from "../../model/fact.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { Place } from "../../model/place.js";
import type { Schema } from "../../model/schema.js";
import { isUnknown, mapType, type Type, unknownType } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import { addNulls } from "../add-nulls.js";
import { type Proposal, proposalOf, type Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import { matchFields, matchModels } from "./match-models.js";

interface Search {
  readonly schema: Schema;
  /** A type of the other pages in the models of these, where each of its models has one here. */
  readonly translate: (type: Type<ModelId>) => Type<ModelId> | undefined;
}

/**
 * What the pages of another language say that these do not: null where the other cell has a word for it, types where the
 * cell here says none, open enums. What the other pages leave out proves nothing, and they name properties of their language and not
 * keys. Fields that must be there are no fact either: the SDK of each language fills defaults in as it likes.
 */
export function learnFromDocs(schema: Schema, other: Schema): Proposal {
  const { ours, unmatched } = matchModels(schema, other);
  const search: Search = { schema, translate: (type) => translated(type, ours) };
  const found: Override[] = [];
  const lost: Unmatched[] = unmatched.map((model) => ({
    source: sourceText(model.page, model.place),
    reason: `no model here is called \`${model.name}\``,
  }));
  for (const theirs of other.models.values()) {
    const own = ours.get(theirs.id);
    if (!own) continue;
    found.push(...modelFacts(own, theirs, search));
    if (own.kind === "object" && theirs.kind === "object") lost.push(...lostFields(own, theirs));
  }
  return proposalOf(found, lost);
}

function lostFields(own: ObjectModel<ModelId>, theirs: ObjectModel<ModelId>): readonly Unmatched[] {
  return matchFields(own, theirs).unmatched.map(({ name, place }) => ({
    source: sourceText(theirs.page, place),
    reason: `no field of ${own.page} is called \`${name}\``,
  }));
}

function modelFacts(own: Model<ModelId>, theirs: Model<ModelId>, search: Search): readonly Override[] {
  const base = { at: own.id, source: sourceText(theirs.page, theirs.place), confidence: "inferred" } as const;
  if (own.kind === "object" && theirs.kind === "object") {
    const fields = matchFields(own, theirs).pairs.flatMap((pair) =>
      fieldFacts(own, pair.own, theirs, pair.other, search),
    );
    return [...fields, ...additionalFacts(own, theirs, search)];
  }
  if (own.kind === "enum" && theirs.kind === "enum") {
    return theirs.open && !own.open ? [{ ...base, fact: "open", value: true }] : [];
  }
  if (own.kind !== "alias" || !isUnknown(own.type)) return [];
  if (theirs.kind === "enum") return bareEnumFacts(theirs, base);
  const type = search.translate(typeOfModel(theirs));
  const value = type && !isUnknown(type) ? typeText(type, own.page, search.schema.models) : undefined;
  return value === undefined ? [] : [{ ...base, fact: "type", value }];
}

type Base = Pick<Override, "at" | "source" | "confidence">;

function bareEnumFacts({ values, open }: EnumModel, base: Base): readonly Override[] {
  const listed: Override = { ...base, fact: "values", value: values.map(({ value }) => value) };
  return open ? [listed, { ...base, fact: "open", value: true }] : [listed];
}

/** What a model is where its page is bare here; an object has fields, for which an alias has no words. */
function typeOfModel(model: Exclude<Model<ModelId>, EnumModel>): Type<ModelId> {
  switch (model.kind) {
    case "union":
      return { kind: "union", members: model.members.map(({ type }) => type) };
    case "alias":
      return model.type;
    case "object":
      return unknownType;
  }
}

function fieldFacts(
  model: ObjectModel<ModelId>,
  own: Field<ModelId>,
  theirModel: ObjectModel<ModelId>,
  theirs: Field<ModelId>,
  { schema, translate }: Search,
): readonly Override[] {
  const at = `${model.id}#${own.name}`;
  const source = sourceText(theirModel.page, theirs.place);
  const base = { at, source, confidence: "inferred" } as const;
  const type = translate(theirs.type.value);
  const better = type && betterType(own.type.value, type);
  const value = better && typeText(better, model.page, schema.models);
  const retyped: readonly Override[] = value === undefined ? [] : [{ ...base, fact: "type", value }];
  const isAnything = isUnknown(own.type.value) && value === undefined;
  const isNew = own.nullability.value !== "yes" && !isAnything;
  const isNull = theirs.nullability.value === "yes" && isSaid(theirs.nullability.source);
  return isNew && isNull ? [...retyped, { ...base, fact: "nullable", value: true }] : retyped;
}

function additionalFacts(
  own: ObjectModel<ModelId>,
  theirs: ObjectModel<ModelId>,
  { schema, translate }: Search,
): readonly Override[] {
  if (!own.additional || !theirs.additional) return [];
  const type = translate(theirs.additional.value);
  const better = type && betterType(own.additional.value, type);
  const value = better && typeText(better, own.page, schema.models);
  const source = sourceText(theirs.page, theirs.additional.source.place ?? theirs.place);
  return value === undefined ? [] : [{ at: own.id, fact: "additional", value, source, confidence: "inferred" }];
}

/** The other page's type where this one says none, and else this one's with the nulls of the other; nothing where it is as good. */
function betterType(own: Type<ModelId>, theirs: Type<ModelId>): Type<ModelId> | undefined {
  if (isUnknown(own)) return isUnknown(theirs) ? undefined : theirs;
  if (own.kind === "array" && theirs.kind === "array" && isUnknown(own.items) && !isUnknown(theirs.items))
    return theirs;
  if (own.kind === "map" && theirs.kind === "map" && isUnknown(own.values) && !isUnknown(theirs.values)) return theirs;
  const withNulls = addNulls(own, theirs);
  return withNulls === own ? undefined : withNulls;
}

function translated(type: Type<ModelId>, ours: ReadonlyMap<ModelId, Model<ModelId>>): Type<ModelId> | undefined {
  let isWhole = true;
  const mapped = mapType<ModelId, ModelId>(type, (target) => {
    const own = ours.get(target);
    isWhole &&= own !== undefined;
    return own ? { kind: "reference", target: own.id } : unknownType;
  });
  return isWhole ? mapped : undefined;
}

/** What a policy decides no page says. */
function isSaid({ origin }: Source): boolean {
  return origin !== "policy";
}

function sourceText(page: string, place: Place): string {
  return `docs ${page}:${place.start.line}`;
}
