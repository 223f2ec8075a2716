import { adviseNulls, shownOptional, sumTallies, tallyOptional } from "../evidence/optional-nulls.js";
import type { Model, ModelId } from "../model/model.js";
import type { SchemaRule } from "./rule.js";

/** Tells once how many optional fields the pages' own examples show as null, and what that says of the others. */
export const optionalNull: SchemaRule = {
  reports: ["optional-null"],
  check: ({ models }, report) => {
    const all = [...models.values()];
    const tally = sumTallies(all.map(tallyOptional));
    const isAdvisable = adviseNulls(tally);
    if (isAdvisable === undefined || all.some(hasOptionalByPolicy)) return;
    const first = all
      .flatMap((model) => shownOptional(model).map((shown) => ({ ...shown, page: model.page })))
      .find(({ entry }) => entry.value.kind === "null");
    if (!first) return;
    const { shown, nulls } = tally;
    const share = `${((100 * nulls) / shown).toFixed(1)}%`;
    report({
      rule: "optional-null",
      page: first.page,
      place: first.entry.value.place,
      reason: `Unexpected \`null\`, first here, for ${nulls} of the ${shown} optional fields that examples show (${share}), expected their types to say it`,
      mend: isAdvisable
        ? 'Set `nulls: "optional"` in the configuration: where examples show so many nulls, most optional fields admit null.'
        : "Leave `nulls` as it is: where examples show so few nulls, most optional fields admit none. Those that are seen do.",
    });
  },
};

/** Whether the configuration has said already that optional fields admit null. */
function hasOptionalByPolicy(model: Model<ModelId>): boolean {
  return (
    model.kind === "object" &&
    model.fields.some(({ nullability: { value, source } }) => value === "yes" && source.origin === "policy")
  );
}
