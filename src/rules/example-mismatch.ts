import { type Misfit, misfitsIn, type Saying } from "../evidence/misfits.js";
import { ownExample } from "../evidence/search-examples.js";
import type { ExampleValue } from "../model/example.js";
import type { Model, ModelId } from "../model/model.js";
import type { Type } from "../model/type.js";
import type { ModelRule } from "./rule.js";

/** So many faults of one page's examples are reported at most: more say nothing new. */
const mostReported = 10;

/** Reports what of a page's own examples does not compile with the types that the tables say. */
export const exampleMismatch: ModelRule = {
  reports: ["example-mismatch", "example-class"],
  check: (model, models, report) => {
    const examples = examplesOf(model);
    if (examples.length === 0) return;
    const find = misfitsIn(models, mostReported);
    const misfits = examples.flatMap(({ value, type, saying }) => find(value, type, saying));
    for (const misfit of misfits.slice(0, mostReported)) {
      const { kind, place, found, expected, saying } = misfit;
      report({
        rule: kind === "class" ? "example-class" : "example-mismatch",
        page: model.page,
        place,
        reason: `Unexpected ${found} in the example, expected ${expected}`,
        actual: found,
        expected: [expected],
        related: [{ page: saying.page, place: saying.place, reason: relationOf(misfit) }],
      });
    }
  },
};

interface TypedExample {
  readonly value: ExampleValue;
  readonly type: Type<ModelId>;
  readonly saying: Saying;
}

/** The page's own example, and those of the members that a union lists. */
function examplesOf(model: Model<ModelId>): readonly TypedExample[] {
  const value = ownExample(model);
  const saying = { page: model.page, place: model.place, name: model.name };
  const own: readonly TypedExample[] = value ? [{ value, type: { kind: "reference", target: model.id }, saying }] : [];
  const members = model.kind === "union" ? model.members : [];
  const others = members.flatMap(({ example, type, place }) =>
    example ? [{ value: example.value, type, saying: { ...saying, place } }] : [],
  );
  return [...own, ...others];
}

function relationOf({ kind, saying }: Misfit): string {
  switch (kind) {
    case "missing":
      return `\`${saying.name}\` is required here`;
    case "surplus":
      return `\`${saying.name}\` lists its fields here`;
    case "value":
    case "class":
      return `\`${saying.name}\` says its type here`;
  }
}
