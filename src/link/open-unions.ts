import { type Limits, overLimit } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Model, ModelId, UnionMember, UnionModel } from "../model/model.js";
import { findCircles, finishOrder } from "../model/recursion.js";
import { type Type, unknownType } from "../model/type.js";

type Models = ReadonlyMap<ModelId, Model<ModelId>>;

/** Which unions a union has for members. */
type UnionEdges = ReadonlyMap<ModelId, readonly ModelId[]>;

/**
 * Opens unions that are members of themselves, at once or through other unions: TypeScript has no such alias, and what
 * remains of the circle are the members that lead out of it. Unions that are over a limit then become `unknown`.
 */
export function openUnions(models: Models, limits: Limits, report: Report): Models {
  const edges = unionEdges(models);
  const circles = findCircles(edges).map((ids) => new Set(ids));
  const opened = new Map(models);
  for (const [id, circle] of circles.flatMap((ids) => [...ids].map((id) => [id, ids] as const))) {
    const model = models.get(id);
    if (model?.kind !== "union") continue;
    const members = circle.size > limits.unionMembers ? undefined : membersOutside(id, circle, edges, models);
    const found = members?.length ?? circle.size;
    if (members && found <= limits.unionMembers) {
      if (members.length === 0) reportEmpty(model, circle, models, report);
      opened.set(id, { ...model, members });
    } else opened.set(id, refuse(model, "unionMembers", found, limits, report));
  }
  return cutChains(opened, limits, report);
}

/** Makes `unknown` of unions that have unions for members through more levels than a limit says. */
function cutChains(models: Models, limits: Limits, report: Report): Models {
  const edges = unionEdges(models);
  const depths = new Map<ModelId, number>();
  const cut = new Map(models);
  for (const id of finishOrder(edges)) {
    const below = (edges.get(id) ?? []).map((member) => depths.get(member) ?? 0);
    const depth = below.reduce((most, each) => Math.max(most, each), 0) + 1;
    const model = models.get(id);
    if (depth > limits.typeDepth && model?.kind === "union") {
      cut.set(id, refuse(model, "typeDepth", depth, limits, report));
    } else depths.set(id, depth);
  }
  return cut;
}

/** So many unions of a circle are named. */
const mostNamed = 10;

/** Reports a union that leads nowhere but back to itself. */
function reportEmpty(
  { id, page, place, name }: UnionModel<ModelId>,
  circle: ReadonlySet<ModelId>,
  models: Models,
  report: Report,
): void {
  const others = [...circle].flatMap((each) => (each === id ? [] : (models.get(each) ?? []))).slice(0, mostNamed);
  report({
    rule: "empty-union",
    page,
    place,
    reason: `Unexpected members of \`${name}\` that all lead back to it, expected one that does not`,
    related: others.map((other) => ({ page: other.page, place: other.place, reason: `\`${other.name}\` leads back` })),
  });
}

function refuse(
  model: UnionModel<ModelId>,
  limit: keyof Limits,
  found: number,
  limits: Limits,
  report: Report,
): Model<ModelId> {
  report(overLimit({ limit, page: model.page, place: model.place, found }, limits));
  const { members: _members, source: _source, discriminator: _discriminator, ...header } = model;
  return { ...header, kind: "alias", cause: "unreadable", type: unknownType };
}

function unionEdges(models: Models): UnionEdges {
  const unions = [...models.values()].filter((model) => model.kind === "union");
  return new Map(unions.map(({ id, members }) => [id, directUnions(members, models)]));
}

/** The members of a circle's unions that lead out of it, the union's own first. */
function membersOutside(
  start: ModelId,
  circle: ReadonlySet<ModelId>,
  edges: UnionEdges,
  models: Models,
): readonly UnionMember<ModelId>[] {
  const inside = new Set([start]);
  // A set grows under its own iteration, which ends when nothing new is reached.
  for (const id of inside) for (const next of edges.get(id) ?? []) if (circle.has(next)) inside.add(next);
  return distinct([...inside].flatMap((id) => membersOf(id, models)).filter((member) => !leadsInto(member, inside)));
}

function directUnions(members: readonly UnionMember<ModelId>[], models: Models): readonly ModelId[] {
  return members.flatMap(({ type }) => directTargets(type)).filter((target) => models.get(target)?.kind === "union");
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
