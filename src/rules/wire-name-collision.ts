import { wireNamesOf } from "../model/wire-names.js";
import type { ModelRule } from "./rule.js";

/** Reports fields whose key in JSON another field has too. */
export const wireNameCollision: ModelRule = {
  reports: ["wire-name-collision"],
  check: (model, _models, report) => {
    if (model.kind !== "object") return;
    for (const [field, other] of wireNamesOf(model).collisions) {
      const key = field.wireName?.value ?? field.localName;
      report({
        rule: "wire-name-collision",
        page: model.page,
        place: field.place,
        reason: `Unexpected key \`${key}\` in JSON for \`${field.name}\`, expected one that \`${other.name}\` has not`,
        actual: key,
        related: [{ page: model.page, place: other.place, reason: `the row of \`${other.name}\`` }],
      });
    }
  },
};
