import type { Model, ModelId, UnionMember } from "../model/model.js";
import type { Type } from "../model/type.js";

type Models = ReadonlyMap<ModelId, Model<ModelId>>;

/**
 * Opens unions that are members of themselves, at once or through other unions: TypeScript has no such alias, and what
 * remains of the circle are the members that lead out of it.
 */
export function openCircularUnions(models: Models): Models {
  const opened = [...models].map(([id, model]) => [id, openUnion(model, models)] as const);
  return new Map(opened);
}

function openUnion(model: Model<ModelId>, models: Models): Model<ModelId> {
  if (model.kind !== "union") return model;
  const reached = [...reachedUnions(model.id, models)];
  if (!reached.some((id) => directUnions(id, models).includes(model.id))) return model;
  const circle = reached.filter((id) => reachedUnions(id, models).has(model.id));
  const inside = new Set([model.id, ...circle]);
  const members = [...inside].flatMap((id) => membersOf(id, models)).filter((member) => !leadsInto(member, inside));
  return { ...model, members: distinct(members) };
}

/** The union itself and the unions that it reaches through members alone. */
function reachedUnions(start: ModelId, models: Models): ReadonlySet<ModelId> {
  const reached = new Set([start]);
  // A set grows under its own iteration, which ends when nothing new is reached.
  for (const id of reached) for (const next of directUnions(id, models)) reached.add(next);
  return reached;
}

function directUnions(id: ModelId, models: Models): readonly ModelId[] {
  return membersOf(id, models)
    .flatMap(({ type }) => directTargets(type))
    .filter((target) => models.get(target)?.kind === "union");
}

/** The models that a type is at once, not through an array or a map. */
function directTargets(type: Type<ModelId>): readonly ModelId[] {
  switch (type.kind) {
    case "reference":
      return [type.target];
    case "nullable":
      return directTargets(type.type);
    case "union":
      return type.members.flatMap(directTargets);
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "array":
    case "map":
    case "stream":
      return [];
  }
}

function membersOf(id: ModelId, models: Models): readonly UnionMember<ModelId>[] {
  const model = models.get(id);
  return model?.kind === "union" ? model.members : [];
}

function leadsInto({ type }: UnionMember<ModelId>, inside: ReadonlySet<ModelId>): boolean {
  return directTargets(type).some((target) => inside.has(target));
}

function distinct(members: readonly UnionMember<ModelId>[]): readonly UnionMember<ModelId>[] {
  return [...new Map(members.map((member) => [JSON.stringify(member.type), member])).values()];
}
