import { foldName } from "../../model/fold-name.js";
import type { EnumModel, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import { addNulls } from "../add-nulls.js";
import { fieldFacts } from "./field-facts.js";
import type { Form, Property, StatedSchema } from "./form.js";
import { agrees } from "./same-values.js";
import { type Base, type Search, sourceText, spelledType } from "./search.js";
import { statePart, stateType } from "./state-type.js";

type ObjectForm = Extract<Form, { kind: "object" }>;

/** What a schema says of its model that the page does not say, or says otherwise. */
export function modelFacts(model: Model<ModelId>, stated: StatedSchema, search: Search): readonly Override[] {
  const base = { at: model.id, source: sourceText(stated.pointer, search), confidence: "stated" } as const;
  switch (model.kind) {
    case "object":
      return stated.form.kind === "object" ? objectFacts(model, stated.form, search) : [];
    case "enum":
      return stated.form.kind === "values" ? enumFacts(model, stated.form, base) : [];
    case "union":
    case "alias": {
      if (model.kind === "alias" && stated.form.kind === "values") return enumFacts(undefined, stated.form, base);
      const value = statedUnion(model, stated, base, search);
      return value === undefined ? [] : [{ ...base, fact: "type", value }];
    }
  }
}

/** The values of an enum, of a page that may list others or none. */
function enumFacts(
  model: EnumModel | undefined,
  { values, isOpen }: Extract<Form, { kind: "values" }>,
  base: Base,
): readonly Override[] {
  const documented = new Set(model?.values.map(({ value }) => value));
  const isSame = documented.size === new Set(values).size && values.every((value) => documented.has(value));
  const facts: Override[] = isSame ? [] : [{ ...base, fact: "values", value: [...new Set(values)] }];
  return isOpen && model?.open !== true ? [...facts, { ...base, fact: "open", value: true }] : facts;
}

/** The types of a model that is no object, where its page says others. */
function statedUnion(
  model: Extract<Model<ModelId>, { kind: "union" | "alias" }>,
  { pointer, form }: StatedSchema,
  base: Base,
  search: Search,
): string | undefined {
  const said: Type<ModelId> =
    model.kind === "alias" ? model.type : { kind: "union", members: model.members.map(({ type }) => type) };
  // Under another pointer the schema is no model, so that it is not stated as a reference to itself.
  const node = search.reader.define(`${pointer} of ${model.id}`, form);
  const stated = stateType(node, said, search);
  if (!stated || isItself(stated, model.id) || agrees(said, stated, search.models)) return undefined;
  return spelledType(stated, model.page, base, search);
}

function isItself(type: Type<ModelId>, id: ModelId): boolean {
  return type.kind === "reference" && type.target === id;
}

function objectFacts(model: ObjectModel<ModelId>, form: ObjectForm, search: Search): readonly Override[] {
  const properties = propertiesByName(form);
  const facts = model.fields.flatMap((field) => {
    const named = properties.get(foldName(field.name)) ?? [];
    const chosen = named.find(([name]) => name === field.name) ?? (named.length === 1 ? named[0] : undefined);
    return chosen ? fieldFacts(model, field, chosen[0], chosen[1], search) : [];
  });
  return [...facts, ...additionalFacts(model, form, search)];
}

type NamedProperty = readonly [name: string, property: Property];

function propertiesByName({ properties }: ObjectForm): ReadonlyMap<string, readonly NamedProperty[]> {
  const groups = new Map<string, NamedProperty[]>();
  for (const [name, property] of properties) {
    const group = groups.get(foldName(name));
    if (group) group.push([name, property]);
    else groups.set(foldName(name), [[name, property]]);
  }
  return groups;
}

function additionalFacts(model: ObjectModel<ModelId>, { additional }: ObjectForm, search: Search): readonly Override[] {
  const said = model.additional?.value;
  const stated = additional && statePart(additional, said, search, 0);
  if (!stated || !additional) return [];
  const better = said && agrees(said, stated, search.models) ? addNulls(said, stated) : stated;
  const base = { at: model.id, source: sourceText(additional.pointer, search), confidence: "stated" } as const;
  const value = better === said ? undefined : spelledType(better, model.page, base, search);
  return value === undefined ? [] : [{ ...base, fact: "additional", value }];
}
