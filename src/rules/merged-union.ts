import { foldName } from "../model/fold-name.js";
import type { EnumModel, Field, ModelId, ObjectModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { ModelRule } from "./rule.js";

/** So many kinds must have a field of their own before a page is taken for several models. */
const fewestKinds = 2;

/** Reports objects with a required field that tells kinds apart, most of which an optional field is called as. */
export const mergedUnion: ModelRule = {
  reports: ["merged-union"],
  check: (model, models, report) => {
    if (model.kind !== "object") return;
    const tags = model.fields.filter((field) => kindsOf(field, models));
    if (tags.length === 0) return;
    const optional = new Map(model.fields.flatMap((field) => (isPart(field) ? [[foldName(field.name), field]] : [])));
    if (optional.size < fewestKinds) return;
    for (const tag of tags) {
      const kinds = kindsOf(tag, models);
      const parts = (kinds?.values ?? []).flatMap(({ value }) => optional.get(foldName(String(value))) ?? []);
      if (!kinds || parts.length < fewestKinds || 2 * parts.length < kinds.values.length) continue;
      const names = parts.map(({ name }) => `\`${name}\``);
      report({
        rule: "merged-union",
        page: model.page,
        place: tag.place,
        reason: `Unexpected optional fields ${names.join(", ")}, which are called as values of \`${tag.name}\`, expected a union of models`,
        actual: tag.name,
        related: parts.map(({ name, place }) => ({
          page: model.page,
          place,
          reason: `\`${name}\` goes with one value`,
        })),
      });
    }
  },
};

function isPart({ presence }: ObjectModel<ModelId>["fields"][number]): boolean {
  return presence.value === "optional";
}

/** The values of a required field that tells kinds apart. */
function kindsOf({ type, presence }: Field<ModelId>, models: ModelLookup): EnumModel | undefined {
  if (presence.value !== "required" || type.value.kind !== "reference") return undefined;
  const target = models.get(type.value.target);
  return target?.kind === "enum" && target.values.length >= fewestKinds ? target : undefined;
}
