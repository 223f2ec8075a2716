import type { ModelRule } from "./rule.js";

/** Reports required fields that an example leaves out, and that are optional for it. */
export const absentKey: ModelRule = {
  reports: ["absent-key"],
  check: (model, _models, report) => {
    for (const { name, presence, place } of model.kind === "object" ? model.fields : []) {
      const { origin, page, place: seen } = presence.source;
      if (origin !== "example" || page === undefined) continue;
      report({
        rule: "absent-key",
        page: model.page,
        place,
        reason: `Unexpected required field \`${name}\`, expected an optional one as in the example`,
        actual: `required field \`${name}\``,
        related: seen ? [{ page, place: seen, reason: `the example leaves out \`${name}\` here` }] : [],
      });
    }
  },
};
