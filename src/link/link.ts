import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Link } from "../model/link.js";
import type { Field, Model, ModelId, UnionMember, UnionModel } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { findRecursive } from "../model/recursion.js";
import type { Schema } from "../model/schema.js";
import { isUnknown, mapType, type Type, unknownType } from "../model/type.js";
import type { External } from "../options.js";
import { indexModels, type ModelIndex } from "./model-index.js";
import { nameModels } from "./model-names.js";
import { type NamingOptions, nameProperties } from "./name-properties.js";
import { openUnions } from "./open-unions.js";
import { reportLink } from "./report-link.js";
import type { Resolution } from "./resolution.js";
import { resolveLink } from "./resolve-link.js";
import { spellUnions } from "./spell-unions.js";
import { nameTaggedMembers } from "./tagged-members.js";

/** What linking looks at beside the models. */
export interface LinkOptions extends NamingOptions {
  /** Names of the pages → imports. */
  readonly externals: Readonly<Record<string, string | External>>;
  readonly limits: Limits;
}

/** Resolves every reference and fixes every name. */
export function linkModels(models: readonly Model<Link>[], options: LinkOptions, report: Report): Schema {
  const sorted = [...models].sort((a, b) => (a.id < b.id ? -1 : 1));
  const prepared = nameTaggedMembers(spellUnions(sorted), options.limits, report);
  const index = indexModels(prepared);
  const linked = prepared.map((model) => linkModel(model, index, options, report));
  const names = nameModels(linked);
  const opened = openUnions(new Map(linked.map((model) => [model.id, model])), options.limits, report);
  const edges = new Map([...opened].map(([id, model]) => [id, modelReferences(model)]));
  const borrowed = linked.filter(({ id }, at) => prepared[at] !== sorted[at] || opened.get(id) !== linked[at]);
  return {
    models: opened,
    names: new Map(linked.flatMap((model, at) => (names[at] ? [[model.id, names[at]] as const] : []))),
    recursive: findRecursive(edges),
    borrowed: new Set(borrowed.map((model) => model.id)),
  };
}

/** Resolves the references of one model and names its properties. */
export function linkModel(model: Model<Link>, index: ModelIndex, options: LinkOptions, report: Report): Model<ModelId> {
  const resolve = (link: Link): Type<ModelId> => resolveType(originOf(model), link, index, options.externals, report);
  return nameProperties(resolveModel(model, resolve, report), options, report);
}

/** The page that a model's types stand on: those of a bare page stand where a cell writes them out. */
function originOf(model: Model<Link>): string {
  return (model.kind === "union" ? model.source?.page : undefined) ?? model.page;
}

type Resolve = (link: Link) => Type<ModelId>;

function resolveModel(model: Model<Link>, resolve: Resolve, report: Report): Model<ModelId> {
  switch (model.kind) {
    case "object": {
      const fields = model.fields.map((field) => linkField(field, resolve));
      const { additional, ...rest } = model;
      if (!additional) return { ...rest, fields };
      return { ...rest, fields, additional: { ...additional, value: mapType(additional.value, resolve) } };
    }
    case "enum":
      return model;
    case "union":
      return { ...model, members: foldMembers(model, resolve, report) };
    case "alias":
      return { ...model, type: mapType(model.type, resolve) };
  }
}

function linkField(field: Field<Link>, resolve: Resolve): Field<ModelId> {
  return { ...field, type: { ...field.type, value: mapType(field.type.value, resolve) } };
}

function linkMember(member: UnionMember<Link>, resolve: Resolve): UnionMember<ModelId> {
  return { ...member, type: mapType(member.type, resolve) };
}

/** Members of one type are one member: pages list a model once for each value of its tag. */
function foldMembers(
  { page, members, source }: UnionModel<Link>,
  resolve: Resolve,
  report: Report,
): readonly UnionMember<ModelId>[] {
  const first = new Map<string, UnionMember<Link>>();
  return members.flatMap((member) => {
    const linked = linkMember(member, resolve);
    const key = JSON.stringify(linked.type);
    const other = first.get(key);
    if (!other) first.set(key, member);
    // Only what the page lists stands on it, each at a place of its own.
    else if (!source && other.place !== member.place && !isUnknown(linked.type)) {
      report({
        rule: "duplicate-member",
        page,
        place: member.place,
        reason: "Unexpected second member of one type, expected each type once",
        related: [{ page, place: other.place, reason: "the first member of the type" }],
      });
    }
    return other ? [] : [linked];
  });
}

function resolveType(
  page: string,
  link: Link,
  index: ModelIndex,
  externals: LinkOptions["externals"],
  report: Report,
): Type<ModelId> {
  const dotted = link.namespace === undefined ? link.name : `${link.namespace}.${link.name}`;
  const external = [dotted, link.name].find((name) => Object.hasOwn(externals, name));
  const configured = external === undefined ? undefined : externals[external];
  if (configured !== undefined) return externalType(link.name, configured);
  if (link.known && (link.url === undefined || !isPageLink(link.url))) return link.known;
  const resolution = resolveLink(page, link, index);
  if (link.spelled && !leadsToUnion(resolution, index)) {
    return mapType(link.spelled, (inner) => resolveType(page, inner, index, externals, report));
  }
  if (link.known && resolution.kind !== "model") return link.known;
  reportLink(page, link, resolution, index, report);
  if (resolution.kind === "model") return { kind: "reference", target: resolution.id };
  const nearest = resolution.kind === "ambiguous" ? resolution.id : undefined;
  return nearest === undefined ? unknownType : { kind: "reference", target: nearest };
}

function leadsToUnion(resolution: Resolution, index: ModelIndex): boolean {
  return resolution.kind === "model" && index.byId.get(resolution.id)?.kind === "union";
}

/** Whether a URL may lead to a page of the docs: `Date` on MDN is never the model called so. */
function isPageLink(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

function externalType(name: string, external: string | External): Type<ModelId> {
  if (typeof external === "string") return { kind: "external", name, from: external };
  const guard = external.guard === undefined ? {} : { guard: external.guard };
  return { kind: "external", name: external.name ?? name, from: external.from, ...guard };
}
