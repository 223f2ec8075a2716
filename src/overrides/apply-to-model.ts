import { isWithin } from "../dialects/type-limits.js";
import type { Link } from "../model/link.js";
import type { AliasModel, EnumModel, Model, UnionMember, UnionModel } from "../model/model.js";
import { isUnknown, type LiteralValue, type Type } from "../model/type.js";
import { mayBeWidened } from "./may-be-widened.js";
import { readStatedType } from "./read-stated-type.js";
import { areSameTypes, isSameType } from "./same-type.js";
import type { Statement, Verdict } from "./statement.js";

type ModelVerdict = Verdict<Model<Link>>;

/** Applies an override to the model that it is about as a whole. */
export function applyToModel(model: Model<Link>, statement: Statement): ModelVerdict {
  const { override } = statement;
  switch (override.fact) {
    case "type":
      if (model.kind === "alias" || model.kind === "union") return applyType(model, override.value, statement);
      return { kind: "unfit", expected: "a union, or a page that says nothing of its model" };
    case "values":
      if (model.kind === "alias" || model.kind === "enum") return applyValues(model, override.value, statement);
      return { kind: "unfit", expected: "an enum, or a page that says nothing of its model" };
    case "open":
      if (model.kind !== "enum") return { kind: "unfit", expected: "an enum" };
      return applyOpen(model, override.value, statement);
    case "additional":
      return applyAdditional(model, override.value, statement);
    case "nullable":
    case "required":
    case "format":
    case "default":
    case "wireName":
      return { kind: "unfit", expected: "a field, as `page.md#field`" };
  }
}

function applyOpen(model: EnumModel, open: boolean, { source: openSource, believed }: Statement): ModelVerdict {
  const mayBeWidened = !open && believed.openEnums;
  // Where an override says the values, the page does not say whether there are others.
  if (model.open === open && !model.source && !mayBeWidened) return { kind: "repeated" };
  return { kind: "applied", subject: { ...model, open, openSource } };
}

/** The types of a page's model, so that each may have its tag; one that is no union is the only member of one. */
function applyType(model: AliasModel<Link> | UnionModel<Link>, text: string, statement: Statement): ModelVerdict {
  const type = readStatedType(text, statement);
  if (!type) return { kind: "unread" };
  const types = membersOf(type);
  const documented = model.kind === "union" ? model.members : [];
  const isUnion = model.kind === "union";
  const known = documented.map((member) => member.type);
  const isWidened = types.some((each) => mayBeWidened(each, statement.believed));
  if (isUnion && areSameTypes(types, known) && !isWidened) return { kind: "repeated" };
  const members = types.map((each) => memberOf(each, model, documented));
  return { kind: "applied", subject: { ...headerOf(model), kind: "union", members, source: statement.source } };
}

/** Null is a member without types of its own. */
function membersOf(type: Type<Link>): readonly Type<Link>[] {
  if (type.kind === "union") return type.members;
  if (type.kind !== "nullable" || (type.type.kind === "union" && type.type.members.length === 0)) return [type];
  return [...membersOf(type.type), { ...type, type: { kind: "union", members: [] } }];
}

/** A member keeps the example that the page has for it. */
function memberOf(type: Type<Link>, model: Model<Link>, documented: readonly UnionMember<Link>[]): UnionMember<Link> {
  const known = documented.find((member) => isSameType(type, member.type));
  return { ...known, type, place: known?.place ?? model.place };
}

function applyValues(
  model: AliasModel<Link> | EnumModel,
  stated: readonly LiteralValue[],
  { bounds, place, source }: Statement,
): ModelVerdict {
  const values = [...new Set(stated)];
  const longest = values.reduce<number>((most, value) => Math.max(most, String(value).length), 0);
  const isShort =
    isWithin(bounds, { limit: "rows", place, found: values.length }) &&
    isWithin(bounds, { limit: "cellCharacters", place, found: longest });
  if (!isShort) return { kind: "unread" };
  const documented = model.kind === "enum" ? model.values : [];
  const isSame = documented.length === values.length && documented.every(({ value }, at) => value === values[at]);
  if (model.kind === "enum" && isSame) return { kind: "repeated" };
  const known = new Map(documented.map((each) => [each.value, each]));
  const kept = values.map((value) => known.get(value) ?? { value, place: model.place });
  const openness = model.kind === "enum" ? { open: model.open, ...sourceOfOpen(model) } : { open: false };
  return { kind: "applied", subject: { ...headerOf(model), kind: "enum", values: kept, ...openness, source } };
}

function sourceOfOpen({ openSource }: EnumModel): Pick<EnumModel, "openSource"> {
  return openSource ? { openSource } : {};
}

function applyAdditional(model: Model<Link>, text: string, statement: Statement): ModelVerdict {
  if (model.kind !== "object") return { kind: "unfit", expected: "a page of fields" };
  const value = readStatedType(text, statement);
  if (!value) return { kind: "unread" };
  const { nulls, stringsOrNumbers } = statement.believed;
  const isWidened = !isUnknown(value) && (nulls || stringsOrNumbers);
  if (model.additional && isSameType(value, model.additional.value) && !isWidened) return { kind: "repeated" };
  return { kind: "applied", subject: { ...model, additional: { value, source: statement.source } } };
}

type Header = Omit<EnumModel, "kind" | "values" | "open" | "openSource">;

/** What a page says of its model beside its shape. */
function headerOf({ id, page, name, notation, description, deprecation, example, place }: Model<Link>): Header {
  return {
    id,
    page,
    name,
    notation,
    ...(description && { description }),
    ...(deprecation && { deprecation }),
    ...(example && { example }),
    place,
  };
}
