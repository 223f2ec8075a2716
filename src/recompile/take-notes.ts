import type { PageTraits } from "../diagnostics/collect.js";
import type { PagesRead } from "../dialects/read-pages.js";
import type { EmittedFile } from "../emit/declaration.js";
import { offeredNames } from "../emit/offered-names.js";
import { tallyOptional } from "../evidence/optional-nulls.js";
import type { ExampleSearch } from "../evidence/search-examples.js";
import { tagUnion } from "../evidence/tag-unions.js";
import { notingLookup } from "../model/consulted.js";
import type { Link } from "../model/link.js";
import { type Model, type ModelId, modelId } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import type { Schema } from "../model/schema.js";
import type { NotedModel, NotedSighting, Notes } from "./notes.js";

/** What is kept of an emitted file. */
export interface EmissionTrace extends Pick<EmittedFile, "page"> {
  /** What it exports, as `exportListOf` says it. */
  readonly exported: string;
  readonly consulted: readonly ModelId[];
}

/** Keeps of an emitted file what notes tell of it. */
export function traceEmission(file: EmittedFile, { names }: Schema): EmissionTrace {
  const type = names.get(modelId(file.page ?? ""))?.type;
  const exported = type === undefined ? "" : exportListOf(file, type);
  return { page: file.page, exported, consulted: [...file.consulted] };
}

/** What is kept of the models as they were read and linked. */
export interface ReadingTrace {
  readonly models: readonly ReadModel[];
  readonly linkedKinds: ReadonlyMap<ModelId, Model<ModelId>["kind"]>;
  readonly borrowed: Schema["borrowed"];
}

interface ReadModel extends Pick<Model<unknown>, "id" | "page" | "kind"> {
  readonly isBare: boolean;
}

/** Keeps of models what notes tell of them: all of a large SDK's, as they were read, linked and emitted, are large. */
export function traceReading(models: readonly Model<Link>[], linked: Schema): ReadingTrace {
  return {
    models: models.map((model) => {
      const { id, page, kind } = model;
      return { id, page, kind, isBare: model.kind === "alias" && model.cause === "bare" };
    }),
    linkedKinds: new Map([...linked.models.values()].map(({ id, kind }) => [id, kind])),
    borrowed: linked.borrowed,
  };
}

/** What the stages of a compile made. */
export interface Stages {
  readonly read: ReadingTrace;
  readonly readings: PagesRead["readings"];
  readonly searches: ReadonlyMap<ModelId, ExampleSearch>;
  readonly schema: Schema;
  readonly emitted: readonly EmissionTrace[];
  /** The models that were looked at to check each. */
  readonly checked: ReadonlyMap<ModelId, Iterable<ModelId>>;
  readonly traits: PageTraits;
}

/** Takes the notes of a compile; nothing where a page holds several models. */
export function takeNotes(stages: Stages): Notes | undefined {
  const { read, schema } = stages;
  const ids = [...schema.models.keys()];
  if (read.models.some(({ id, page }) => id !== page) || read.models.length !== ids.length) return undefined;
  const numbers = numbering(ids);
  const exportLists: string[] = [];
  const files = new Map(stages.emitted.map((file) => [file.page, file]));
  const models = [...schema.models.values()].map((model): NotedModel => {
    const file = files.get(model.page);
    const exported = file?.exported ?? "";
    if (!exportLists.includes(exported)) exportLists.push(exported);
    const exportList = exportLists.indexOf(exported);
    return { ...noteModel(model, stages), ...noteWork(model, file, stages, numbers), exportList };
  });
  const readAsUnion = new Set(read.models.flatMap(({ id, kind }) => (kind === "union" ? [id] : [])));
  return {
    models,
    recursive: numbers(schema.recursive).toSorted((one, other) => one - other),
    hasBare: read.models.some(({ isBare }) => isBare),
    hasReshaped: [...read.borrowed].some((id) => readAsUnion.has(id)),
    spelling: [...schema.models.values()].flatMap(spellingPage),
    exportLists,
  };
}

/** What a file offers to others, with `*` for the name of its type: two lists of one type are alike where the names are. */
export function exportListOf({ expected }: Pick<EmittedFile, "expected">, type: string): string {
  const names = offeredNames(expected).map(({ name, kind }) => `${kind} ${name.toLowerCase()}`);
  return names.map((name) => name.replace(type.toLowerCase(), "*")).join();
}

/** The numbers by which notes call models. */
export type Numbers = (ids: Iterable<ModelId>) => readonly number[];

/** Numbers models by their order. */
export function numbering(ids: readonly ModelId[]): Numbers {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  return (wanted) => [...wanted].flatMap((id) => numbers.get(id) ?? []);
}

/** What a search found, as notes say it. */
export function noteSightings({ found }: ExampleSearch, numbers: Numbers): readonly NotedSighting[] {
  return [...found].flatMap(([id, seen]) =>
    numbers([id]).flatMap((model) =>
      [...seen].flatMap(([slot, { place }]): NotedSighting[] => (place ? [[model, slot, place]] : [])),
    ),
  );
}

type Identity = Pick<
  NotedModel,
  "page" | "name" | "kind" | "dialect" | "notation" | "decides" | "borrowed" | "file" | "type"
>;

function noteModel({ id, page, name, notation }: Model<ModelId>, { read, readings, schema }: Stages): Identity {
  const reading = readings.get(page);
  return {
    page,
    name,
    kind: read.linkedKinds.get(id) ?? "alias",
    dialect: reading?.dialect ?? "",
    notation,
    decides: reading?.reason.by === "page" || reading?.reason.by === "pin",
    borrowed: schema.borrowed.has(id),
    file: schema.names.get(id)?.file ?? "",
    type: schema.names.get(id)?.type ?? "",
  };
}

type Work = Pick<
  NotedModel,
  "references" | "searched" | "sightings" | "optional" | "consulted" | "checked" | "toldByAll" | "heeded"
>;

function noteWork(
  model: Model<ModelId>,
  file: EmissionTrace | undefined,
  { searches, schema, checked, traits }: Stages,
  numbers: Numbers,
): Work {
  const search = searches.get(model.id);
  const lookup = notingLookup(schema.models);
  if (model.kind === "union") tagUnion(model, lookup);
  return {
    references: numbers(new Set(modelReferences(model))),
    searched: numbers(search?.consulted ?? []),
    sightings: search ? noteSightings(search, numbers) : [],
    optional: tallyOptional(model),
    consulted: numbers(new Set([...lookup.consulted, ...(file?.consulted ?? [])])),
    checked: numbers(checked.get(model.id) ?? []),
    toldByAll: traits.toldByAll.has(model.page),
    heeded: traits.heeded.has(model.page),
  };
}

function spellingPage(model: Model<ModelId>): readonly string[] {
  const page = model.kind === "union" ? model.source?.page : undefined;
  return page === undefined ? [] : [page];
}
