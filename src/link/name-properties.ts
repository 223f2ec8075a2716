import type { Report } from "../diagnostics/report.js";
import type { Field, Model, ModelId } from "../model/model.js";
import type { PropertyCase } from "../options.js";
import { inCase } from "./property-names.js";

/** How properties are called. */
export interface NamingOptions {
  /** The case of all pages; left out, each page's notation decides. */
  readonly properties?: PropertyCase | undefined;
  /** The case that a notation's names take. */
  readonly caseOf: (notation: string) => PropertyCase;
  /** `Model.field` or `components/foo.md#field` → the property's name. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** Gives each field of a model its property's name; a second field of one documented name is left out. */
export function nameProperties(model: Model<ModelId>, options: NamingOptions, report: Report): Model<ModelId> {
  if (model.kind !== "object") return model;
  const fields = withoutDuplicates(model, report);
  const propertyCase = options.properties ?? options.caseOf(model.notation);
  const documented = new Set(fields.map((field) => field.name));
  const taken = new Set<string>();
  const named = fields.map((field) => {
    const wanted = overrideOf(model, field, options.overrides) ?? inCase(field.name, propertyCase);
    // A case that folds two names into one, or into another's documented name, is left alone.
    const clashes = taken.has(wanted) || (wanted !== field.name && documented.has(wanted));
    const localName = clashes ? field.name : wanted;
    taken.add(localName);
    return { ...field, localName };
  });
  return { ...model, fields: named };
}

function overrideOf(
  model: Model<ModelId>,
  field: Field<ModelId>,
  overrides: NamingOptions["overrides"],
): string | undefined {
  const key = [`${model.page}#${field.name}`, `${model.name}.${field.name}`].find((name) =>
    Object.hasOwn(overrides, name),
  );
  return key === undefined ? undefined : overrides[key];
}

function withoutDuplicates(
  model: Extract<Model<ModelId>, { kind: "object" }>,
  report: Report,
): readonly Field<ModelId>[] {
  const seen = new Set<string>();
  return model.fields.filter((field) => {
    if (!seen.has(field.name)) {
      seen.add(field.name);
      return true;
    }
    report({
      rule: "duplicate-field",
      page: model.page,
      place: field.place,
      reason: `Unexpected second row for \`${field.name}\`, expected one`,
      actual: field.name,
    });
    return false;
  });
}
