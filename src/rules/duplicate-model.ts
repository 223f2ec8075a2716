import type { Model, ModelId } from "../model/model.js";
import { folderOf } from "../model/path.js";
import type { SchemaRule } from "./rule.js";

/** Reports pages of one folder that have the same title. */
export const duplicateModel: SchemaRule = {
  reports: ["duplicate-model"],
  check: (schema, report) => {
    const first = new Map<string, Model<ModelId>>();
    for (const model of schema.models.values()) {
      const key = `${folderOf(model.page)}#${model.name}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, model);
      else {
        report({
          rule: "duplicate-model",
          page: model.page,
          place: model.place,
          reason: `Unexpected second page titled \`${model.name}\`, expected one: \`${other.page}\` has the title too`,
          actual: model.name,
          related: [{ page: other.page, place: other.place, reason: "the first page with the title" }],
        });
      }
    }
  },
};
