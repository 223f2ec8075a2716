import type { Link } from "../model/link.js";
import type { AliasModel, Model, ModelId, UnionModel } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import type { Type } from "../model/type.js";
import { indexModels } from "./model-index.js";
import { resolveLink } from "./resolve-link.js";

/** A union that a cell writes out, and the page of the cell. */
interface SpelledUnion {
  readonly page: string;
  readonly link: Link;
  readonly members: readonly Type<Link>[];
}

/**
 * Gives bare pages the members that a cell writes out where it links to them: Ruby's pages of unions are bare, and its
 * cells say what they hold.
 */
export function spellUnions(models: readonly Model<Link>[]): readonly Model<Link>[] {
  const spelled = findSpelled(models);
  return models.map((model) => {
    const union = model.kind === "alias" && model.cause === "bare" ? spelled.get(model.id) : undefined;
    return model.kind === "alias" && union ? unionOf(model, union) : model;
  });
}

function findSpelled(models: readonly Model<Link>[]): ReadonlyMap<ModelId, SpelledUnion> {
  const index = indexModels(models);
  const found = new Map<ModelId, SpelledUnion>();
  for (const { page, link } of models.flatMap((model) =>
    modelReferences(model).map((link) => ({ page: model.page, link })),
  )) {
    if (link.spelled?.kind !== "union") continue;
    const resolution = resolveLink(page, link, index);
    if (resolution.kind !== "model" || found.has(resolution.id)) continue;
    found.set(resolution.id, { page, link, members: link.spelled.members });
  }
  return found;
}

function unionOf(bare: AliasModel<Link>, { page, link, members }: SpelledUnion): UnionModel<Link> {
  const { type: _unknown, cause: _bare, ...header } = bare;
  return {
    ...header,
    kind: "union",
    source: { origin: "cell", page, place: link.place },
    members: members.map((type) => ({ type, place: bare.place })),
  };
}
