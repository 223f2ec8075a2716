import type { AliasModel, Model, ModelId, UnionModel } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { findRecursive } from "../model/recursion.js";
import type { Schema } from "../model/schema.js";

/** A name's beginning must have so many words, and so many pages must extend it, before they are taken for members. */
const fewestWords = 2;
const fewestMembers = 2;

/**
 * Gives bare pages their members where all pages together show them. Generators without a word for unions leave a
 * union's page bare and refer to its members from nowhere else: where two pages or more of its folder extend the
 * beginning of its name and nothing refers to them, they are the members. In shippo's SDK of 2024 that finds 3 of 13
 * bare unions, all three exactly, and leaves the others open.
 */
export function inferMembers(schema: Schema): Schema {
  const bare = [...schema.models.values()].filter((model) => model.kind === "alias" && model.cause === "bare");
  if (bare.length === 0) return schema;
  const orphans = findOrphans(schema);
  const models = new Map(schema.models);
  for (const model of bare) {
    if (model.kind !== "alias") continue;
    const members = membersOf(model, orphans);
    if (members.length >= fewestMembers) models.set(model.id, unionOf(model, members));
  }
  const edges = new Map([...models].map(([id, model]) => [id, modelReferences(model)]));
  return { ...schema, models, recursive: findRecursive(edges) };
}

/** Models that no other model refers to, but for other bare pages. */
function findOrphans(schema: Schema): readonly Model<ModelId>[] {
  const referred = new Set<ModelId>();
  for (const model of schema.models.values()) {
    for (const target of modelReferences(model)) if (target !== model.id) referred.add(target);
  }
  return [...schema.models.values()].filter(({ id, kind }) => kind !== "alias" && !referred.has(id));
}

function membersOf(bare: AliasModel<ModelId>, orphans: readonly Model<ModelId>[]): readonly Model<ModelId>[] {
  const beside = orphans.filter(({ page }) => folderOf(page) === folderOf(bare.page));
  const words = bare.name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\d]+/gu) ?? [];
  for (let length = words.length; length >= fewestWords; length--) {
    const beginning = words.slice(0, length).join("");
    const members = beside.filter(({ name }) => name.startsWith(beginning));
    if (members.length >= fewestMembers) return members;
  }
  return [];
}

function unionOf(bare: AliasModel<ModelId>, members: readonly Model<ModelId>[]): UnionModel<ModelId> {
  const { type: _unknown, cause: _bare, ...header } = bare;
  return {
    ...header,
    kind: "union",
    source: { origin: "corpus" },
    members: members.map(({ id, place }) => ({ type: { kind: "reference", target: id }, place })),
  };
}

function folderOf(page: string): string {
  return page.slice(0, page.lastIndexOf("/") + 1);
}
