import { foldName } from "../../model/fold-name.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { LiteralValue, Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import type { Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import { compareField } from "./compare-field.js";
import { type Compared, type Comparing, sourceOf } from "./comparing.js";
import type { Declaration, DeclaredField, Mention } from "./declaration.js";
import { isOthers, type StatedType, sayable, statedOf } from "./stated-type.js";
import { areEqual, typeOfModel, without } from "./type-members.js";

/** Says where the type of a model differs from what its page says. */
export function compareModel(model: Model<ModelId>, declaration: Declaration, comparing: Comparing): Compared {
  const { shape } = declaration;
  if (shape.kind === "alias") return compareAlias(model, declaration, comparing.state(shape.type), comparing);
  if (model.kind === "object") return compareObject(model, declaration, comparing);
  return { overrides: [], unmatched: [told(model, declaration, `an object, and the page ${wordsOf(model)}`)] };
}

function told(model: Model<ModelId>, declaration: Declaration, what: string): Unmatched {
  const reason = `\`${declaration.name}\` is ${what}: no override can say so`;
  return { source: sourceOf(declaration, declaration.line), reason, at: model.page };
}

function wordsOf(model: Model<ModelId>): string {
  switch (model.kind) {
    case "object":
      return "lists fields";
    case "enum":
      return "lists values";
    case "union":
      return "lists members";
    case "alias":
      return "says nothing of it";
  }
}

function stated(model: Model<ModelId>, declaration: Declaration) {
  return { at: model.page, source: sourceOf(declaration, declaration.line), confidence: "stated" } as const;
}

function compareAlias(
  model: Model<ModelId>,
  declaration: Declaration,
  type: StatedType,
  comparing: Comparing,
): Compared {
  if (model.kind === "object") return compareMap(model, declaration, type, comparing);
  const { membersOf, schema } = comparing;
  const [wanted, known] = [membersOf(type), membersOf(typeOfModel(model))];
  if (areEqual(wanted, known)) return nothing;
  const values = valuesOf(type);
  if (values && (model.kind === "enum" || (model.kind === "alias" && values.length > 0))) {
    return {
      overrides: valueOverrides(model, values, wanted.has("others"), stated(model, declaration)),
      unmatched: [],
    };
  }
  const said = sayable(type);
  const isOpen = wanted.has("others");
  const unmatched = isOpen ? [told(model, declaration, "open to other members")] : [];
  if (model.kind === "enum" || !said) return { overrides: [], unmatched: [told(model, declaration, textOf(type))] };
  if (areEqual(without(wanted, "others"), known)) return { overrides: [], unmatched };
  const value = typeText(said, model.page, schema.models);
  if (value === undefined) return { overrides: [], unmatched: [told(model, declaration, textOf(type))] };
  return { overrides: [{ ...stated(model, declaration), fact: "type", value }], unmatched };
}

const nothing: Compared = { overrides: [], unmatched: [] };

function textOf(type: StatedType): string {
  const unsayable = type.kind === "reference" && type.target.kind === "unsayable" ? type.target.text : undefined;
  return unsayable === undefined ? "a type with parts that no cell can say" : `\`${unsayable}\``;
}

/** A page without rows admits any keys; what they hold is the type of a map. */
function compareMap(
  model: ObjectModel<ModelId>,
  declaration: Declaration,
  type: StatedType,
  { membersOf, schema }: Comparing,
): Compared {
  const values = type.kind === "map" ? sayable(type.values) : undefined;
  if (type.kind !== "map" || !values || model.fields.length > 0) {
    return { overrides: [], unmatched: [told(model, declaration, "no object, and the page lists fields")] };
  }
  const known = model.additional && membersOf(statedOf(model.additional.value));
  if (known && areEqual(known, membersOf(type.values))) return nothing;
  const value = typeText(values, model.page, schema.models);
  if (value === undefined) return { overrides: [], unmatched: [told(model, declaration, textOf(type))] };
  return { overrides: [{ ...stated(model, declaration), fact: "additional", value }], unmatched: [] };
}

/** The values of an enum, where a type is one. */
function valuesOf(type: StatedType): readonly LiteralValue[] | undefined {
  const members = type.kind === "union" ? type.members.filter((member) => !isOthers(member)) : [type];
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  return values.length === members.length ? values : undefined;
}

function valueOverrides(
  model: Model<ModelId>,
  values: readonly LiteralValue[],
  isOpen: boolean,
  base: ReturnType<typeof stated>,
): readonly Override[] {
  const documented: Pick<EnumModel, "values" | "open"> = model.kind === "enum" ? model : { values: [], open: false };
  const known = new Set(documented.values.map(({ value }) => value));
  const isSame = known.size === new Set(values).size && values.every((value) => known.has(value));
  return [
    ...(isSame ? [] : [{ ...base, fact: "values", value: values } as const]),
    ...(documented.open === isOpen ? [] : [{ ...base, fact: "open", value: isOpen } as const]),
  ];
}

function compareObject(model: ObjectModel<ModelId>, declaration: Declaration, comparing: Comparing): Compared {
  if (declaration.shape.kind !== "object") return nothing;
  const { fields, additional } = declaration.shape;
  const find = fieldFinder(fields);
  const facts = comparing.wireFactsOf(declaration);
  const found = model.fields.map((field) => ({ field, declared: find(field) }));
  const compared = found.flatMap(({ field, declared }) =>
    declared ? [compareField({ model, field, declared, declaration, facts }, comparing)] : [],
  );
  const matched = new Set(found.map(({ declared }) => declared));
  const rowless = fields.filter((field) => !matched.has(field) && field.name !== "additionalProperties");
  const strangers = found.filter(({ declared, field }) => !declared && field.name !== "additionalProperties");
  return {
    overrides: [
      ...compared.flatMap(({ overrides }) => overrides),
      ...additionalOverrides(model, declaration, additional, comparing),
    ],
    unmatched: [
      ...compared.flatMap(({ unmatched }) => unmatched),
      ...rowless.map((field) => missingRow(model, declaration, field)),
      ...strangers.map(({ field }) => missingProperty(model, declaration, field)),
    ],
  };
}

function missingRow(model: Model<ModelId>, declaration: Declaration, { name, line }: DeclaredField): Unmatched {
  const reason = `\`${declaration.name}\` has \`${name}\`, and the page has no row for it`;
  return { source: sourceOf(declaration, line), reason, at: model.page };
}

function missingProperty(model: Model<ModelId>, declaration: Declaration, { name }: Field<ModelId>): Unmatched {
  const reason = `\`${declaration.name}\` has no \`${name}\`, and the page has a row for it`;
  return { source: sourceOf(declaration, declaration.line), reason, at: `${model.page}#${name}` };
}

/** Finds the property of a row: by its name, or by a name that is spelled in another case. */
function fieldFinder(fields: readonly DeclaredField[]): (field: Field<ModelId>) => DeclaredField | undefined {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const folded = new Map<string, DeclaredField | undefined>();
  for (const field of fields) {
    const key = foldName(field.name);
    folded.set(key, folded.has(key) ? undefined : field);
  }
  return ({ name }) => byName.get(name) ?? folded.get(foldName(name));
}

function additionalOverrides(
  model: ObjectModel<ModelId>,
  declaration: Declaration,
  additional: Type<Mention> | undefined,
  { state, membersOf, schema }: Comparing,
): readonly Override[] {
  const wanted = additional && state(additional);
  const said = wanted && sayable(wanted);
  if (!wanted || !said) return [];
  if (model.additional && areEqual(membersOf(statedOf(model.additional.value)), membersOf(wanted))) return [];
  const value = typeText(said, model.page, schema.models);
  return value === undefined ? [] : [{ ...stated(model, declaration), fact: "additional", value }];
}
