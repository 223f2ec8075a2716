import { folderOf } from "../model/path.js";
import type { SchemaRule } from "./rule.js";

/** Reports pages of one folder that have the same title. */
export const duplicateModel: SchemaRule = (schema, report) => {
  const first = new Map<string, string>();
  for (const model of schema.models.values()) {
    const key = `${folderOf(model.page)}#${model.name}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, model.page);
    else {
      report({
        rule: "duplicate-model",
        page: model.page,
        place: model.place,
        reason: `Unexpected second page titled \`${model.name}\`, expected one: \`${other}\` has the title too`,
        actual: model.name,
      });
    }
  }
};
