import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import { foldName } from "../model/fold-name.js";
import type { Link } from "../model/link.js";
import type { Model, ModelId, UnionMember, UnionModel } from "../model/model.js";
import { folderOf } from "../model/path.js";
import type { Type } from "../model/type.js";
import { indexModels, type ModelIndex } from "./model-index.js";
import { resolveLink } from "./resolve-link.js";

/**
 * Gives members that are called by the value of their tag the models that have it. C#'s pages of tagged unions list
 * `VerificationOtp` for the model `Otp` whose `strategy` is `verification_otp`: such a name leads to no page or to that
 * of another model. Each object of the folder with a field that is that value alone can be meant; the member is any of
 * them. In clerk's SDK the model that the source names is among them for all 15 such members.
 */
export function nameTaggedMembers(
  models: readonly Model<Link>[],
  limits: Limits,
  report: Report,
): readonly Model<Link>[] {
  // Other languages have no bare names that stand for one model.
  if (!models.some(hasBareMember)) return models;
  const index = indexModels(models);
  const unions = new Set(models.filter((model) => model.kind === "union" && isTagNamed(model, index)));
  if (unions.size === 0) return models;
  const all = findConstants(models, index);
  // A value that more models have than a union may have members tells nothing.
  const constants = new Map([...all].filter(([, names]) => names.length <= limits.unionMembers));
  return models.map((model) =>
    model.kind === "union" && unions.has(model) ? nameMembers(model, constants, report) : model,
  );
}

function hasBareMember(model: Model<Link>): boolean {
  return model.kind === "union" && model.members.some(({ type }) => type.kind === "reference" && type.target.sole);
}

/** Whether some member's bare name, which should be a model's, is no model's. */
export function isTagNamed(union: UnionModel<Link>, index: ModelIndex): boolean {
  return union.members.some(({ type }) => {
    return (
      type.kind === "reference" && type.target.sole && resolveLink(union.page, type.target, index).kind !== "model"
    );
  });
}

/** Folder and value → the names of the objects that have a field which is that value alone. */
type Constants = ReadonlyMap<string, readonly string[]>;

function findConstants(models: readonly Model<Link>[], index: ModelIndex): Constants {
  const byId = new Map(models.map((model) => [model.id, model]));
  const found = new Map<string, string[]>();
  for (const model of models) {
    for (const { type } of model.kind === "object" ? model.fields : []) {
      const value = onlyValue(model.page, type.value, index, byId);
      if (value === undefined) continue;
      const key = keyOf(model.page, value);
      const names = found.get(key);
      if (names) names.push(model.name);
      else found.set(key, [model.name]);
    }
  }
  return found;
}

/** The value of a type that has one alone: an enum of one value. */
function onlyValue(
  page: string,
  type: Type<Link>,
  index: ModelIndex,
  byId: ReadonlyMap<ModelId, Model<Link>>,
): string | undefined {
  if (type.kind !== "reference") return undefined;
  const resolution = resolveLink(page, type.target, index);
  const model = resolution.kind === "model" ? byId.get(resolution.id) : undefined;
  const [only, ...others] = model?.kind === "enum" ? model.values : [];
  return only && others.length === 0 ? String(only.value) : undefined;
}

/** A value and a member's name without case and separators are alike: `verification_otp`, `VerificationOtp`. */
function keyOf(page: string, value: string): string {
  return `${folderOf(page)}#${foldName(value)}`;
}

function nameMembers(union: UnionModel<Link>, constants: Constants, report: Report): UnionModel<Link> {
  const members = union.members.flatMap((member): readonly UnionMember<Link>[] => {
    const names =
      member.type.kind === "reference" ? constants.get(keyOf(union.page, member.type.target.name)) : undefined;
    if (member.type.kind !== "reference" || !names) return [member];
    const { target } = member.type;
    report({
      rule: "tag-named-member",
      page: union.page,
      place: target.place,
      reason: `Unexpected \`${target.name}\`, a tag's value, expected the name of a model: ${names.join(" or ")}`,
      actual: target.name,
      expected: names,
    });
    return names.map((name) => ({ ...member, type: { kind: "reference", target: { ...target, name } } }));
  });
  return { ...union, members };
}
