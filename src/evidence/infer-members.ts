import type { AliasModel, Model, ModelId, UnionModel } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { folderOf } from "../model/path.js";
import { findRecursive } from "../model/recursion.js";
import type { Schema } from "../model/schema.js";

/** So many pages must fit before they are taken for the members of a union. */
const fewestMembers = 2;

/** A beginning that more pages have tells nothing of what they are members of. */
const mostBegun = 500;

/** What ends the name of a union of enums. */
const unionWords: ReadonlySet<string> = new Set(["Enum", "EnumSet", "Set", "Union", "OneOf", "AnyOf"]);

/** Pages of operations end so and are referred to by none: they are no members. */
const rootWords: ReadonlySet<string> = new Set(["Request", "Response", "RequestBody", "ResponseBody", ""]);

/**
 * Gives bare pages their members where all pages together show them. Generators without a word for unions leave a
 * union's page bare and refer to its members from nowhere else. Taken for members are pages of its folder that nothing
 * refers to, and whose names are the union's with words between its beginning and its end (`ParcelWithTemplateRequest`
 * of `ParcelRequest`…), or enums that extend the name of an enum set (`ParcelTemplateUPS` of `ParcelTemplateEnumSet`).
 * In shippo's SDK of 2024 that finds 3 of 13 bare unions, all three exactly, and leaves the others open.
 */
export function inferMembers(schema: Schema): Schema {
  const bare = [...schema.models.values()].filter((model) => model.kind === "alias" && model.cause === "bare");
  if (bare.length === 0) return schema;
  const orphans = byFolder(findOrphans(schema));
  const models = new Map(schema.models);
  const borrowed = new Set(schema.borrowed);
  for (const model of bare) {
    if (model.kind !== "alias") continue;
    const members = membersOf(model, orphans.get(folderOf(model.page)) ?? []);
    if (members.length < fewestMembers) continue;
    models.set(model.id, unionOf(model, members));
    borrowed.add(model.id);
  }
  const edges = new Map([...models].map(([id, model]) => [id, modelReferences(model)]));
  return { ...schema, models, recursive: findRecursive(edges), borrowed };
}

/** Models that no other model refers to, but for other bare pages. */
function findOrphans(schema: Schema): readonly Model<ModelId>[] {
  const referred = new Set<ModelId>();
  for (const model of schema.models.values()) {
    for (const target of modelReferences(model)) if (target !== model.id) referred.add(target);
  }
  return [...schema.models.values()].filter(({ id, kind }) => kind !== "alias" && !referred.has(id));
}

/** The models of each folder, sorted by name. */
function byFolder(models: readonly Model<ModelId>[]): ReadonlyMap<string, readonly Model<ModelId>[]> {
  const folders = new Map<string, Model<ModelId>[]>();
  for (const model of models.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const folder = folders.get(folderOf(model.page));
    if (folder) folder.push(model);
    else folders.set(folderOf(model.page), [model]);
  }
  return folders;
}

/** Of models that are sorted by name those whose names begin so; nothing where they are too many. */
function begunBy(beginning: string, models: readonly Model<ModelId>[]): readonly Model<ModelId>[] {
  let low = 0;
  for (let high = models.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((models[middle]?.name ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  const begun = models.slice(low, low + mostBegun + 1).filter(({ name }) => name.startsWith(beginning));
  return begun.length > mostBegun ? [] : begun;
}

function membersOf(bare: AliasModel<ModelId>, beside: readonly Model<ModelId>[]): readonly Model<ModelId>[] {
  if (folderOf(bare.page).toLowerCase().endsWith("operations/")) return [];
  const words = bare.name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\d]+/gu) ?? [];
  for (let length = words.length - 1; length > 0; length--) {
    const beginning = words.slice(0, length).join("");
    const end = words.slice(length).join("");
    const members = begunBy(beginning, beside).filter((model) => isMember(model, beginning, end));
    if (members.length >= fewestMembers) return members.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }
  return [];
}

function isMember({ kind, name }: Model<ModelId>, beginning: string, end: string): boolean {
  if (!name.startsWith(beginning)) return false;
  if (unionWords.has(end)) return kind === "enum";
  return !rootWords.has(end) && name.endsWith(end) && name.length > beginning.length + end.length;
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
