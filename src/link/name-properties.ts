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
  const documented = new Map(fields.map((field) => [field.name, field]));
  const taken = new Map<string, Field<ModelId>>();
  const named = fields.map((field) => {
    const wanted = overrideOf(model, field, options.overrides) ?? inCase(field.name, propertyCase);
    // A case that folds two names into one, or into another's documented name, is left alone.
    const other = taken.get(wanted) ?? (wanted === field.name ? undefined : documented.get(wanted));
    if (other && wanted !== field.name) reportCollision(model, field, other, wanted, report);
    const localName = other ? field.name : wanted;
    taken.set(localName, field);
    return { ...field, localName };
  });
  return { ...model, fields: named };
}

function reportCollision(
  { page }: Model<ModelId>,
  field: Field<ModelId>,
  other: Field<ModelId>,
  wanted: string,
  report: Report,
): void {
  report({
    rule: "property-collision",
    page,
    place: field.place,
    reason: `Unexpected second property \`${wanted}\`, of \`${field.name}\` beside \`${other.name}\`, expected another name`,
    actual: wanted,
    related: [{ page, place: other.place, reason: `the row of \`${other.name}\`` }],
  });
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
  const seen = new Map<string, Field<ModelId>>();
  return model.fields.filter((field) => {
    const first = seen.get(field.name);
    if (!first) {
      seen.set(field.name, field);
      return true;
    }
    report({
      rule: "duplicate-field",
      page: model.page,
      place: field.place,
      reason: `Unexpected second row for \`${field.name}\`, expected one`,
      actual: field.name,
      related: [{ page: model.page, place: first.place, reason: "the first row, which counts" }],
    });
    return false;
  });
}
