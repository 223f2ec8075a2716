import type { OptionalTally } from "../evidence/optional-nulls.js";
import type { Model } from "../model/model.js";
import type { Place } from "../model/place.js";

/** What a compile notes of what it made from what, so that the next one of these pages need not make all of it again. Plain data, for JSON. */
export interface Notes {
  /** Sorted by page, each of which holds one. Others are named by their place in this list. */
  readonly models: readonly NotedModel[];
  /** The models that can reach themselves. */
  readonly recursive: readonly number[];
  /** Whether some page says nothing of its model, so that other pages may. */
  readonly hasBare: boolean;
  /** Whether unions that pages list have other members because of other pages. */
  readonly hasReshaped: boolean;
  /** The pages whose cells give bare pages their members. */
  readonly spelling: readonly string[];
  /** What files export, with `*` for the name of their type. */
  readonly exportLists: readonly string[];
}

/** What is noted of a model. */
export interface NotedModel {
  readonly page: string;
  readonly name: string;
  /** As links to it find it. */
  readonly kind: Model<unknown>["kind"];
  readonly dialect: string;
  readonly notation: string;
  /** Whether the page itself, or a pin, decides its notation. */
  readonly decides: boolean;
  /** Whether other pages say its shape. */
  readonly borrowed: boolean;
  readonly file: string;
  readonly type: string;
  /** Which of the lists of exports its file has. */
  readonly exportList: number;
  readonly references: readonly number[];
  /** The models that the page's examples were held against. */
  readonly searched: readonly number[];
  /** What the page's examples show that types do not say. */
  readonly sightings: readonly NotedSighting[];
  /** How many optional fields the page's own example shows, and how many of these as null. */
  readonly optional: OptionalTally;
  /** The models that were looked at to tag its union and to emit its file. */
  readonly consulted: readonly number[];
  /** The models that were looked at to check it. */
  readonly checked: readonly number[];
  /** Whether something was found that any page may decide, on this page or related to it. */
  readonly toldByAll: boolean;
  /** Whether comments of the page silence what is found on it. */
  readonly heeded: boolean;
}

/** What an example shows: the model that it was found in, the slot there, and the place on the example's page. */
export type NotedSighting = readonly [model: number, slot: string, place: Place];

/** Whether a value, as JSON gives it back, is notes. */
export function isNotes(value: unknown): value is Notes {
  if (!isRecord(value)) return false;
  const { models, recursive, hasBare, hasReshaped, spelling, exportLists } = value;
  return (
    Array.isArray(models) &&
    models.every((model) => isNotedModel(model, models.length)) &&
    areIndexes(recursive, models.length) &&
    typeof hasBare === "boolean" &&
    typeof hasReshaped === "boolean" &&
    areTexts(spelling) &&
    areTexts(exportLists)
  );
}

const textKeys = ["page", "name", "dialect", "notation", "file", "type"] as const;
const indexKeys = ["references", "searched", "consulted", "checked"] as const;
const kinds: readonly unknown[] = ["object", "enum", "union", "alias"] satisfies NotedModel["kind"][];

function isNotedModel(value: unknown, count: number): boolean {
  if (!isRecord(value)) return false;
  const { kind, decides, borrowed, exportList, sightings, optional, toldByAll, heeded } = value;
  return (
    textKeys.every((key) => typeof value[key] === "string") &&
    kinds.includes(kind) &&
    typeof decides === "boolean" &&
    typeof borrowed === "boolean" &&
    typeof toldByAll === "boolean" &&
    typeof heeded === "boolean" &&
    typeof exportList === "number" &&
    indexKeys.every((key) => areIndexes(value[key], count)) &&
    Array.isArray(sightings) &&
    sightings.every((each) => isNotedSighting(each, count)) &&
    isRecord(optional) &&
    typeof optional["shown"] === "number" &&
    typeof optional["nulls"] === "number"
  );
}

function isNotedSighting(value: unknown, count: number): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [model, slot, place]: unknown[] = value;
  return areIndexes([model], count) && typeof slot === "string" && isRecord(place) && isRecord(place["start"]);
}

function areIndexes(value: unknown, count: number): boolean {
  return Array.isArray(value) && value.every((each) => Number.isInteger(each) && each >= 0 && each < count);
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
