import type { Link } from "../model/link.js";
import type { AliasModel, Model, ModelId, UnionModel } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { stemOfUrl } from "../model/path.js";
import type { Type } from "../model/type.js";
import { indexModels, type ModelIndex } from "./model-index.js";
import { resolveLink } from "./resolve-link.js";

/** What a cell writes out where it links to a page, and the page of the cell. */
export interface SpelledUnion {
  readonly page: string;
  readonly link: Link;
  readonly members: readonly Type<Link>[];
}

/**
 * Gives bare pages the members that a cell writes out where it links to them: Ruby's pages of unions are bare, and its
 * cells say what they hold.
 */
export function spellUnions(models: readonly Model<Link>[]): readonly Model<Link>[] {
  const bare = new Set(models.flatMap((model) => (isBare(model) ? [model.id] : [])));
  if (bare.size === 0) return models;
  const spelled = findSpelled(models, bare);
  return models.map((model) => {
    const union = isBare(model) ? spelled.get(model.id) : undefined;
    return isBare(model) && union ? unionOf(model, union) : model;
  });
}

function isBare(model: Model<Link>): model is AliasModel<Link> {
  return model.kind === "alias" && model.cause === "bare";
}

function findSpelled(models: readonly Model<Link>[], bare: ReadonlySet<ModelId>): ReadonlyMap<ModelId, SpelledUnion> {
  const index = indexModels(models);
  const found = new Map<ModelId, SpelledUnion>();
  for (const { id, ...spelled } of models.flatMap((model) => findSpellings(model, index))) {
    if (bare.has(id) && !found.has(id)) found.set(id, spelled);
  }
  return found;
}

/** The models whose members the cells of a page write out where they link to them. */
export function findSpellings(model: Model<Link>, index: ModelIndex): readonly (SpelledUnion & { id: ModelId })[] {
  return modelReferences(model).flatMap((link) => {
    const members = membersOf(link);
    if (members.length === 0) return [];
    const { namespace: _ofMember, ...target } = link;
    const resolution = resolveLink(model.page, { ...target, name: stemOfUrl(link.url ?? "") }, index);
    return resolution.kind === "model" ? [{ id: resolution.id, page: model.page, link, members }] : [];
  });
}

/** The types in a link's text: a union, or the name of another model than the page's, a union of one. */
function membersOf({ url, ...link }: Link): readonly Type<Link>[] {
  if (url === undefined) return [];
  if (link.spelled) return link.spelled.kind === "union" ? link.spelled.members : [link.spelled];
  const isOther = link.known === undefined && fold(link.name) !== fold(stemOfUrl(url));
  return isOther ? [{ kind: "reference", target: link }] : [];
}

function fold(name: string): string {
  return name.replace(/_$/, "").toLowerCase();
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
