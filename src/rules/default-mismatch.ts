import { jsonTextOf } from "../defaults/json-text.js";
import { fitsField } from "../defaults/known-default.js";
import type { ModelRule } from "./rule.js";

/** Reports defaults that are not of the type of their field. */
export const defaultMismatch: ModelRule = {
  reports: ["default-mismatch"],
  check: (model, models, report) => {
    for (const field of model.kind === "object" ? model.fields : []) {
      const { default: known, type, name, place } = field;
      if (!known || fitsField(field, models)) continue;
      const found = shortened(jsonTextOf(known.value) ?? "value without a word in JSON");
      report({
        rule: "default-mismatch",
        page: model.page,
        place: known.source.page === model.page ? (known.source.place ?? place) : place,
        reason: `Unexpected default \`${found}\` of \`${name}\`, expected JSON of the type of its row`,
        actual: found,
        related: [
          {
            page: type.source.page ?? model.page,
            place: type.source.place ?? place,
            reason: `\`${name}\` says its type here`,
          },
        ],
      });
    }
  },
};

/** How much of a default a message quotes. */
const longestQuote = 60;

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
