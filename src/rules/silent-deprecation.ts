import type { ModelRule } from "./rule.js";

/** Reports models and fields that are deprecated without a word of what to use instead. */
export const silentDeprecation: ModelRule = {
  reports: ["silent-deprecation"],
  check: (model, _models, report) => {
    const fields = model.kind === "object" ? model.fields : [];
    for (const { name, deprecation, place } of [model, ...fields]) {
      if (deprecation?.value !== "") continue;
      report({
        rule: "silent-deprecation",
        page: model.page,
        place: deprecation.source.place ?? place,
        reason: `Unexpected deprecation of \`${name}\` without a reason, expected what to use instead`,
      });
    }
  },
};
