import type { SchemaRule } from "./rule.js";

/** Reports pages that say nothing of their model, and whose shape no other page shows. */
export const barePage: SchemaRule = {
  reports: ["bare-page"],
  check: (schema, report) => {
    for (const model of schema.models.values()) {
      if (model.kind !== "alias" || model.cause !== "bare") continue;
      report({
        rule: "bare-page",
        page: model.page,
        place: model.place,
        reason: `Unexpected page without a section, expected the shape of \`${model.name}\``,
      });
    }
  },
};
