// Written by src/runtime/embed.mjs from src/runtime/validation. DO NOT EDIT.
import { type Code, code } from "./code.js";

/** The text of the module that emitted validators share. */
export const validationSource: Code = code`/** What an issue is about; codes keep their meaning from version to version, messages may change. */
export type IssueCode = "type" | "missing" | "literal" | "union" | "unknown-key" | "format" | "depth" | "json";

/** One fault of a value, as plain data. */
export interface Issue {
  /** A sentence that holds no received value; \`setMessages\` gives it another language. */
  readonly message: string;
  /** Keys and indices from the checked value to the fault. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  /** What the model admits there. */
  readonly expected: string;
  /** What kind of value was there, never the value: \`null\`, \`array\`, \`nothing\` where there was none. */
  readonly received: string;
  /** The page and line that say so, below the docs root: \`components/foo.md:12\`. */
  readonly docs: string;
}

/** Every issue that keeps a value from being one of a model. */
interface Failure {
  readonly issues: readonly Issue[];
  readonly value?: undefined;
}

/** A value of the model, or every issue that keeps it from being one. */
export type Result<Model> = { readonly value: Model; readonly issues?: undefined } | Failure;

/** A path as TypeScript writes it: \`items[0].name\`. */
function pathText(path: Issue["path"]): string {
  const text = path.map((key) => {
    if (typeof key === "number") return \`[\${key}]\`;
    return /^[\\w$]+$/.test(key) ? \`.\${key}\` : \`[\${JSON.stringify(key)}]\`;
  });
  return text.join("").replace(/^\\./, "");
}

/** How many issues an error's message tells. */
const toldIssues = 3;

/** Thrown where a value is not of its model. */
export class ModelValidationError extends Error {
  override readonly name: string = "ModelValidationError";
  /** The model that the value is not of. */
  readonly model: string;
  /** Every issue of the value. */
  readonly issues: readonly Issue[];

  constructor(model: string, issues: readonly Issue[]) {
    const told = issues.slice(0, toldIssues).map(({ path, message }) => {
      return path.length === 0 ? message : \`\${pathText(path)}: \${message}\`;
    });
    const rest = issues.length - told.length;
    super(\`not a valid \${model}: \${told.join("; ")}\${rest > 0 ? \`; and \${rest} more\` : ""}\`);
    this.model = model;
    this.issues = issues;
  }
}

/** Says what was expected and what kind of value was there. */
export type Message = (expected: string, received: string) => string;

/** The messages of issues, by what they are about. */
export type Messages = { readonly [Code in IssueCode]?: Message };

let messages: Messages | undefined;

/** Gives the messages of all issues to come another language, or other words; codes that are left out stay English. */
export function setMessages(table: Messages | undefined): void {
  messages = table;
}

/** One fault of a value. */
function issueOf(code: IssueCode, path: Issue["path"], expected: string, received: string, docs: string): Issue {
  const message = messages?.[code]?.(expected, received) ?? \`expected \${expected}, received \${received}\`;
  return { message, path, code, expected, received, docs };
}

/** What is said of a value that could not be read, or that JSON cannot carry. */
const unreadable = "unreadable value";

/** What kind of value is somewhere, without saying which. */
function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "Date";
  const isOutside = typeof value === "number" && !Number.isFinite(value);
  return isOutside ? "non-finite number" : typeof value;
}

/** How many values may contain a value of a model that can contain itself: deeper ones, and cyclic ones, are refused. */
const maximumDepth = 1000;

/** How many values of such models one check may enter: values that share parts, and unions, could take it for ever. */
const maximumEntries = 10_000_000;

let entries = 0;

/** Whether a check may enter a value that \`depth\` values contain; the outermost one begins a new count. */
export function mayEnter(depth: number): boolean {
  entries = depth === 0 ? 0 : entries + 1;
  return depth <= maximumDepth && entries <= maximumEntries;
}

/** An object whose keys beside its fields are read. */
export type Keyed = { readonly [key: string]: unknown };

/** The days that the calendar has: the last of February in leap years alone. */
function dayPattern(): string {
  const leapDay = /(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29/;
  const end = /(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)/;
  const day = /(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])/;
  return \`(?:\${leapDay.source}|\\\\d{4}-(?:\${end.source}|\${day.source}))\`;
}

/** A day, whose year may have two digits more, and a time with or without an offset. */
function dateTimePattern(): string {
  const time = /(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:[.,]\\d+)?)?/;
  const offset = /(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?/;
  return \`(?:[+-]\\\\d\\\\d)?\${dayPattern()}[Tt ]\${time.source}\${offset.source}\`;
}

function whole(pattern: () => string): RegExp {
  return new RegExp(\`^\${pattern()}$\`);
}

/** The text of a day. */
const dateText: RegExp = /* @__PURE__ */ whole(dayPattern);

/** The text of a date and time. */
const dateTimeText: RegExp = /* @__PURE__ */ whole(dateTimePattern);

/** Whether a value is the text of a day that the calendar has: \`2024-02-29\`. */
export function checkDate(value: unknown): boolean {
  return typeof value === "string" && dateText.test(value);
}

/** Whether a value is the text of a date and time by ISO 8601: \`2024-02-29T12:00:00Z\`, with or without an offset. */
export function checkDateTime(value: unknown): boolean {
  return typeof value === "string" && dateTimeText.test(value);
}

/** Whether a value is a Date that holds a time. */
export function checkDateObject(value: unknown): boolean {
  if (!(value instanceof Date)) return false;
  try {
    return !Number.isNaN(value.getTime());
  } catch {
    // An object that only inherits from Date has no time to get.
    return false;
  }
}

/** Whether a value is an instance of one of the platform's classes; nothing is where the platform has no such class. */
export function comesFrom(value: unknown, platformClass: string): boolean {
  const found = (globalThis as Keyed)[platformClass];
  return typeof found === "function" && value instanceof found;
}

/** Whether a value is an object that may have fields. */
export function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that may hold values by keys: a Date has fields, but TypeScript takes it for no map. */
export function isMap(value: unknown): value is Keyed {
  return isKeyed(value) && !(value instanceof Date);
}

/** Where a value stands that is searched for issues. */
export interface Place {
  readonly value: unknown;
  readonly issues: Issue[];
  /** The place of the value that contains it; none for the outermost value. */
  readonly above: Place | undefined;
  /** The keys that lead to it from the outermost value. */
  readonly path: Issue["path"];
  /** The page and the line of what is told next: of the row that says what the value is, then of the rows of its model. */
  page: string;
  line: number;
}

/** A place whose value holds others. */
interface KeyedPlace extends Place {
  readonly value: Keyed;
}

/** Tells whether a value is of a type that \`depth\` values contain; it throws where reading the value does. */
export type Check = (value: unknown, depth: number) => boolean;

/** Tells a place every fault of its value, which a check refused. */
export type Tell = (at: Place) => void;

/** How many issues one search may find: values that share parts could have more than there is memory. */
const maximumIssues = 10_000;

/** How many values one search may look into, each of which it holds against those that contain it. */
const maximumSearches = 40_000;

let searches = 0;

function add({ issues, path, page, line }: Place, code: IssueCode, expected: string, received: string): void {
  if (issues.length < maximumIssues) issues.push(issueOf(code, path, expected, received, \`\${page}:\${line}\`));
}

/** Tells a place that its value is of another type. */
export function misses(at: Place, expected: string, code: IssueCode = "type"): void {
  add(at, at.value === undefined ? "missing" : code, expected, kindOf(at.value));
}

/** Tells a place that its key is one too many. */
export function tellUnknownKey(at: Place): void {
  add(at, "unknown-key", "no such key", kindOf(at.value));
}

/** Has a tell look into a value, unless that contains itself. */
function search(tell: Tell, at: Place): void {
  let same = at.above;
  while (same && same.value !== at.value) same = same.above;
  try {
    if (same || searches++ > maximumSearches) misses(at, "plain data", "depth");
    else tell(at);
  } catch (error) {
    // The stack may end before the limit of depth does.
    add(at, error instanceof RangeError ? "depth" : "type", "plain data", unreadable);
  }
}

/** Tells a place that the value at a key is of another type; whether nothing more is to be told. */
export function breaks(
  at: KeyedPlace,
  key: string | number,
  expected: string | Tell,
  code?: IssueCode,
  line: number = at.line,
): boolean {
  const place: Place = { ...at, value: at.value[key], above: at, path: [...at.path, key], line };
  if (typeof expected === "string") misses(place, expected, code);
  else search(expected, place);
  return at.issues.length >= maximumIssues;
}

/** How far an issue takes a value from a member: another tag further than all else, another form of text not at all. */
function weightOf({ code, path }: Issue, depth: number): number {
  if (code === "format") return 0;
  return code === "literal" && path.length <= depth + 1 ? 1000 : 1;
}

/** Tells the faults by the closest member of a union; one, where the value is like none of them. */
export function closest(at: Place, expected: string, tells: readonly Tell[]): void {
  const depth = at.path.length;
  let found: readonly Issue[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const tell of tells) {
    const issues: Issue[] = [];
    search(tell, { ...at, issues });
    const isLike = issues.every(({ code, path }) => path.length > depth || code === "format" || code === "depth");
    const distance = issues.reduce((sum, issue) => sum + weightOf(issue, depth), 0);
    if (isLike && distance < least) {
      found = issues;
      least = distance;
    }
  }
  if (found.length === 0) misses(at, expected, "union");
  at.issues.push(...found.slice(0, maximumIssues - at.issues.length));
}

/** Every issue of a value that the check of a model refused: at least one, and 10,000 at most. */
export function failureOf(value: unknown, tell: Tell, page = "", line = 0): Failure {
  const at: Place = { value, issues: [], above: undefined, path: [], page, line };
  searches = 0;
  search(tell, at);
  // The check may have met its limits on a way that the search did not take.
  if (!at.issues[0]) misses({ ...at, line: line || 1 }, "plain data", "depth");
  return { issues: at.issues };
}

/** Tells where a value is not like what holds others; whether it is. */
function tellUnless(isLike: (value: unknown) => boolean, at: Place, expected: string): at is KeyedPlace {
  if (isLike(at.value)) return true;
  misses(at, expected);
  return false;
}

/**
 * Tells where a value is no object, and has the rows of a page told next, from one line on; the title of the page is on
 * another. Whether it is an object.
 */
export function tellObject(at: Place, page: string, expected: string, row: number, title = 1): at is KeyedPlace {
  at.line ||= title;
  at.page ||= page;
  if (!tellUnless(isKeyed, at, expected)) return false;
  at.page = page;
  at.line = row;
  return true;
}

/** Tells of the row that is next, where it does not hold. */
export function tellRow(at: KeyedPlace, key: string, holds: boolean, expected: string | Tell, code?: IssueCode): void {
  const line = at.line++;
  if (!holds) breaks(at, key, expected, code, line);
}

/** Tells of a field by the kind of its value, where other kinds pass than an issue is to name: \`string | nothing\`. */
export function tellKind(at: KeyedPlace, key: string, expected: string, kinds: string = expected): void {
  const kind = kindOf(at.value[key]);
  tellRow(at, key, kind === kinds || kinds.includes(kind), expected);
}

/** Tells of a field whose value has an inside, unless it is of a kind that \`also\` names. */
export function tellInside(at: KeyedPlace, key: string, check: Check, tell: Tell, also = ""): void {
  const value = at.value[key];
  tellRow(at, key, also.includes(kindOf(value)) || check(value, at.path.length + 1), tell);
}

/** Tells of all items of an array, or of all values of a map. */
export function tellEach(
  at: Place,
  isLike: (value: unknown) => boolean,
  expected: string,
  check: Check,
  each: string | Tell,
  code?: IssueCode,
): void {
  if (!tellUnless(isLike, at, expected)) return;
  const { value } = at;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    // A sparse array may be of any length: its first hole is told, and what comes before it.
    const isThere = key in value;
    if (isThere && check(value[key], at.path.length + 1)) continue;
    if (breaks(at, key, each, code) || !isThere) return;
  }
}

function tellText(at: Place, expected: string): void {
  misses(at, expected, typeof at.value === "string" ? "format" : "type");
}

/** Tells that a value is not the text of a day that the calendar has. */
export function tellDate(at: Place): void {
  tellText(at, "date as YYYY-MM-DD");
}

/** Tells that a value is not the text of a date and time. */
export function tellDateTime(at: Place): void {
  tellText(at, "ISO 8601 date-time");
}

/** Tells that a value is not a Date that holds a time. */
export function tellDateObject(at: Place): void {
  misses(at, "valid Date", at.value instanceof Date ? "format" : "type");
}

/** A value that a type names. */
type LiteralShape = string | number | boolean;

/** Types without parts; "date" and "date-time" are texts. */
type SimpleShape =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "bigint"
  | "null"
  | "unknown"
  | "Date"
  | "date"
  | "date-time";

/** A type as data; a function stands for the model that it returns, which may be evaluated later than its user. */
export type TypeShape =
  | SimpleShape
  | readonly ["literal", readonly LiteralShape[]]
  | readonly ["array", TypeShape]
  | readonly ["map", TypeShape]
  | readonly ["union", readonly TypeShape[]]
  | readonly ["platform", string]
  | readonly ["guard", (value: unknown) => boolean]
  | (() => ModelShape);

/** A field: its name, its type, and whether the key may be left out. */
export type FieldShape = readonly [name: string, type: TypeShape, presence?: "optional"];

/** A field's name and its key in JSON. */
type WireName = readonly [name: string, wireName: string];

/** A field's name and the JSON text of its default, as it would stand in JSON. */
type DefaultShape = readonly [name: string, json: string];

interface NamedShape {
  readonly name: string;
  /** The page below the docs root, and the line of the model's title. */
  readonly page: string;
  readonly line: number;
  readonly is: (value: unknown) => boolean;
}

/** A model with fields. */
interface ObjectShape extends NamedShape {
  readonly kind: "object";
  readonly fields: readonly FieldShape[];
  /** What other keys hold. */
  readonly additional?: TypeShape;
  /** Whether other keys are refused. */
  readonly closed?: true;
  /** Fields that JSON calls otherwise, and how: both names are unique within the model. */
  readonly wireNames?: readonly WireName[];
  /** The defaults of fields, as JSON text. */
  readonly defaults?: readonly DefaultShape[];
  /** Whether reading JSON fills the defaults in. */
  readonly fills?: true;
}

/** A model that is one of some values; an open one admits others of their types. */
interface EnumShape extends NamedShape {
  readonly kind: "enum";
  readonly values: readonly LiteralShape[];
  readonly open?: true;
}

/** A union whose members one property tells apart. */
interface TaggedShape extends NamedShape {
  readonly kind: "tagged";
  readonly tag: string;
  readonly cases: readonly (readonly [LiteralShape, TypeShape])[];
}

/** A model that another type stands for, other unions among them. */
interface AliasShape extends NamedShape {
  readonly kind: "alias";
  readonly type: TypeShape;
}

/** A model as data, from which JSON Schemas are made, and by which JSON text is read. */
export type ModelShape = ObjectShape | EnumShape | TaggedShape | AliasShape;

/** Whether a value is of a type without parts. */
function isSimple(type: SimpleShape, value: unknown): boolean {
  switch (type) {
    case "string":
    case "boolean":
    case "bigint":
      return typeof value === type;
    case "number":
    case "integer":
      return Number.isFinite(value);
    case "null":
      return value === null;
    case "unknown":
      return true;
    case "Date":
      return checkDateObject(value);
    case "date":
      return checkDate(value);
    case "date-time":
      return checkDateTime(value);
  }
}

/** Whether a value is of a type; models tell it by their guards. */
function fits(type: TypeShape, value: unknown): boolean {
  if (typeof type === "string") return isSimple(type, value);
  if (typeof type === "function") return type().is(value);
  switch (type[0]) {
    case "literal":
      return type[1].some((known) => known === value);
    case "array":
      // Unlike \`every\`, \`findIndex\` visits holes.
      return Array.isArray(value) && value.findIndex((item, index) => !(index in value && fits(type[1], item))) < 0;
    case "map":
      return isMap(value) && Object.keys(value).every((key) => fits(type[1], value[key]));
    case "union":
      return type[1].some((member) => fits(member, value));
    case "platform":
      return comesFrom(value, type[1]);
    case "guard":
      return type[1](value);
  }
}

/** Models whose values JSON carries in another form, as far as is known. */
const encoded = /* @__PURE__ */ new WeakMap<ModelShape, boolean>();

/** Whether values of a model differ in JSON, however deep: a date, a key of another name, a default to fill in. */
function isEncoded(shape: ModelShape): boolean {
  const known = encoded.get(shape);
  if (known !== undefined) return known;
  const reached = new Set([shape]);
  const isKnown = (inner: ModelShape): boolean => {
    const answer = encoded.get(inner);
    if (answer === undefined) reached.add(inner);
    return answer === true;
  };
  // The set grows under its own iteration, which ends when no model leads to another one: chains of models are long.
  for (const model of reached) {
    if (!modelHolds(model, isKnown)) continue;
    encoded.set(shape, true);
    return true;
  }
  for (const model of reached) encoded.set(model, false);
  return false;
}

function modelHolds(shape: ModelShape, ask: (shape: ModelShape) => boolean): boolean {
  if (shape.kind === "object" && (shape.wireNames !== undefined || shape.fills === true)) return true;
  return typesOf(shape).some((type) => typeHolds(type, ask));
}

function typesOf(shape: ModelShape): readonly TypeShape[] {
  switch (shape.kind) {
    case "object":
      return [...shape.fields.map(([, type]) => type), ...(shape.additional === undefined ? [] : [shape.additional])];
    case "enum":
      return [];
    case "tagged":
      return shape.cases.map(([, type]) => type);
    case "alias":
      return [shape.type];
  }
}

/** Whether a type holds such a value, where \`ask\` says so of a model. */
function typeHolds(type: TypeShape, ask: (shape: ModelShape) => boolean): boolean {
  if (typeof type === "string") return type === "Date" || type === "bigint";
  if (typeof type === "function") return ask(type());
  switch (type[0]) {
    case "literal":
    case "guard":
      return false;
    case "platform":
      return true;
    case "array":
    case "map":
      return typeHolds(type[1], ask);
    case "union":
      return type[1].some((member) => typeHolds(member, ask));
  }
}

/** How objects of a model are read out of JSON; made once a model. */
interface ObjectReading {
  /** The fields whose values JSON carries in another form. */
  readonly types: ReadonlyMap<string, TypeShape>;
  /** The same of other keys, and the names of all fields. */
  readonly others: TypeShape | undefined;
  readonly fields: ReadonlySet<string>;
  /** How keys are renamed, where any is. */
  readonly renaming: Renaming | undefined;
  /** The fields that are filled in where their key is left out, and what makes a default that no other value shares. */
  readonly fillings: readonly (readonly [name: string, makeDefault: () => unknown])[];
}

/** How the keys of a model in JSON and its properties are called; names that are in neither map are alike in both. */
interface Renaming {
  /** Key in JSON → property. */
  readonly names: ReadonlyMap<string, string>;
  /** Property → key in JSON. */
  readonly keys: ReadonlyMap<string, string>;
}

const readings = /* @__PURE__ */ new WeakMap<ObjectShape, ObjectReading>();

/** How objects of a model are read. */
function readingOf(shape: ObjectShape): ObjectReading {
  const known = readings.get(shape);
  if (known !== undefined) return known;
  const { fields, additional, wireNames, fills, defaults = [] } = shape;
  const optional = new Set(fields.flatMap(([name, , presence]) => (presence === undefined ? [] : [name])));
  const reading = {
    types: new Map(fields.flatMap(([name, type]) => (typeHolds(type, isEncoded) ? [[name, type] as const] : []))),
    others: additional !== undefined && typeHolds(additional, isEncoded) ? additional : undefined,
    fields: new Set(fields.map(([name]) => name)),
    renaming: wireNames && renamingOf(wireNames),
    fillings: (fills ? defaults : []).flatMap(([name, json]) =>
      optional.has(name) ? [[name, defaultMaker(json)] as const] : [],
    ),
  };
  readings.set(shape, reading);
  return reading;
}

function defaultMaker(json: string): () => unknown {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" ? () => JSON.parse(json) : () => value;
}

function renamingOf(wireNames: NonNullable<ObjectShape["wireNames"]>): Renaming {
  const keys = new Map(wireNames);
  const names = new Map(wireNames.map(([name, key]) => [key, name]));
  // A key that is called as a property, but is no field's, takes a name that the fields left free: so no two keys meet.
  for (const [name, key] of wireNames) {
    if (names.has(name)) continue;
    let free = key;
    for (let next = keys.get(free); next !== undefined; next = keys.get(free)) free = next;
    names.set(name, free);
    keys.set(free, name);
  }
  return { names, keys };
}

/** The members of a tagged union by the values of their tag, for each key that is the tag in JSON: mostly one. */
type TaggedCases = ReadonlyMap<string, Map<unknown, TypeShape>>;

const tagged = /* @__PURE__ */ new WeakMap<TaggedShape, TaggedCases>();

/** The members of a tagged union as JSON tells them apart. */
function taggedCases(shape: TaggedShape): TaggedCases {
  const known = tagged.get(shape);
  if (known !== undefined) return known;
  const cases = new Map<string, Map<unknown, TypeShape>>();
  for (const [value, member] of shape.cases) {
    const key = wireTagOf(shape.tag, member);
    cases.set(key, (cases.get(key) ?? new Map<unknown, TypeShape>()).set(value, member));
  }
  tagged.set(shape, cases);
  return cases;
}

function wireTagOf(tag: string, member: TypeShape): string {
  const shape = typeof member === "function" ? member() : undefined;
  return shape?.kind === "object" ? (readingOf(shape).renaming?.keys.get(tag) ?? tag) : tag;
}

/** What JSON.parse makes: every value in it may be written over. */
type Parsed = { [key: string]: unknown };

/** How many members of unions one text may try: members that are alike could double them with each level. */
const maximumTries = 1_000_000;

/** Stands for a value that fits nothing, of which issues say what kind it was: no JSON holds a symbol. */
function standIn(kind: string): symbol {
  return Symbol(kind);
}

/** One reading of JSON. */
interface Decoding {
  /** How many members of unions were tried. */
  tries: number;
  /** Whether keys were renamed, so that issues have to be told by those of the text. */
  renamed: boolean;
  /** Whether defaults are filled in: not within a default, which may be of a model that contains itself. */
  readonly fills: boolean;
  /**
   * How the keys of each object were renamed, where issues are to be told: a value that fits no member of a union is then read
   * as the closest one.
   */
  readonly told?: Map<unknown, Renaming>;
}

function decodeSimple(type: SimpleShape, value: unknown): unknown {
  if (type === "Date" && checkDateTime(value)) {
    const date = new Date(String(value));
    return Number.isNaN(date.getTime()) ? value : date;
  }
  if (type !== "bigint") return value;
  return Number.isSafeInteger(value) || (typeof value === "string" && /^-?\\d+$/.test(value))
    ? BigInt(String(value))
    : value;
}

/** A copy of a value as a member has it. */
function decodeCopy(member: TypeShape, value: unknown, decoding: Decoding): unknown {
  decoding.tries += 1;
  if (!typeHolds(member, isEncoded)) return value;
  if (decoding.tries <= maximumTries) return decode(member, JSON.parse(JSON.stringify(value)), decoding);
  decoding.renamed = true;
  return standIn(unreadable);
}

/** The first member that the value fits once it is decoded; members are tried on copies. */
function decodeUnion(members: readonly TypeShape[], value: unknown, decoding: Decoding): unknown {
  const wasRenamed = decoding.renamed;
  decoding.renamed = false;
  const copies: unknown[] = [];
  for (const member of members) {
    const copy = decodeCopy(member, value, decoding);
    copies.push(copy);
    if (!fits(member, copy)) continue;
    decoding.renamed ||= wasRenamed;
    return copy;
  }
  // Keys that are called as properties would let the value pass as it stands.
  if (decoding.renamed) return decoding.told ? closestOf(members, copies, value) : standIn(unreadable);
  decoding.renamed = wasRenamed;
  return value;
}

/**
 * What issues of a value that fits no member are told of: the copy that its member is the closest one of, and that no other
 * one takes; else a symbol that says of what kind the value is.
 */
function closestOf(members: readonly TypeShape[], copies: readonly unknown[], value: unknown): unknown {
  let closest: unknown = standIn(kindOf(value));
  let fewest = Number.POSITIVE_INFINITY;
  for (const [at, copy] of copies.entries()) {
    const counts = members.map((member) => countFaults(member, copy));
    const own = counts[at] ?? fewest;
    if (own >= fewest || own > Math.min(...counts) || members.some((member) => fits(member, copy))) continue;
    [closest, fewest] = [copy, own];
  }
  return closest;
}

/** How many fields of a model an object breaks; infinitely many where the type is no model with fields. */
function countFaults(type: TypeShape, value: unknown): number {
  const shape = typeof type === "function" ? type() : undefined;
  if (shape?.kind !== "object" || !isMap(value)) return Number.POSITIVE_INFINITY;
  return shape.fields.reduce((count, [name, inner, presence]) => {
    const isThere = Object.hasOwn(value, name);
    const isBroken = isThere ? !fits(inner, value[name]) : presence === undefined;
    return isBroken ? count + (isThere && isTag(inner) ? tagWeight : 1) : count;
  }, 0);
}

/** Another tag takes a value further from a member than all else. */
const tagWeight = 1000;

function isTag(type: TypeShape): boolean {
  return typeof type === "function" ? type().kind === "enum" : type[0] === "literal";
}

/** Makes a property of an object's own, also of \`__proto__\`. */
function define(object: Parsed, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Decodes values where they stand: each is the object's own, \`__proto__\` too. */
function decodeFields({ types, others, fields }: ObjectReading, value: Parsed, decoding: Decoding): void {
  for (const [name, type] of types) {
    if (Object.hasOwn(value, name)) value[name] = decode(type, value[name], decoding);
  }
  if (others === undefined) return;
  for (const key of Object.keys(value)) if (!fields.has(key)) value[key] = decode(others, value[key], decoding);
}

/** The object with its properties' names: deleting keys where they stand would slow down all that read it later. */
function decodeRenamed(reading: ObjectReading, renaming: Renaming, value: Parsed, decoding: Decoding): Parsed {
  const { types, others, fields } = reading;
  const renamed: Parsed = {};
  for (const key of Object.keys(value)) {
    const name = renaming.names.get(key) ?? key;
    const type = others === undefined || fields.has(name) ? types.get(name) : others;
    define(renamed, name, type === undefined ? value[key] : decode(type, value[key], decoding));
  }
  decoding.renamed = true;
  decoding.told?.set(renamed, renaming);
  return renamed;
}

function fillDefaults({ types, fillings }: ObjectReading, value: Parsed): void {
  for (const [name, makeDefault] of fillings) {
    if (Object.hasOwn(value, name)) continue;
    const type = types.get(name);
    const made = makeDefault();
    define(value, name, type ? decode(type, made, { tries: 0, renamed: false, fills: false }) : made);
  }
}

function decodeObject(shape: ObjectShape, value: Parsed, decoding: Decoding): Parsed {
  const reading = readingOf(shape);
  const { renaming, fillings } = reading;
  let decoded = value;
  if (renaming === undefined) decodeFields(reading, value, decoding);
  else decoded = decodeRenamed(reading, renaming, value, decoding);
  if (fillings.length > 0 && decoding.fills) fillDefaults(reading, decoded);
  return decoded;
}

function decodeTagged(shape: TaggedShape, value: Parsed, decoding: Decoding): unknown {
  const cases = taggedCases(shape);
  for (const [key, members] of cases) {
    const found = Object.hasOwn(value, key) ? members.get(value[key]) : undefined;
    if (found !== undefined) return decode(found, value, decoding);
  }
  if (cases.size === 1 && cases.has(shape.tag)) return value;
  // A key that is called as the tag would let the value pass as it stands.
  decoding.renamed = true;
  if (!decoding.told) return standIn(unreadable);
  const members = shape.cases.map(([, member]) => member);
  return closestOf(
    members,
    members.slice(0, 1).map((member) => decodeCopy(member, value, decoding)),
    value,
  );
}

function decodeModel(shape: ModelShape, value: unknown, decoding: Decoding): unknown {
  switch (shape.kind) {
    case "enum":
      return value;
    case "alias":
      return isEncoded(shape) ? decode(shape.type, value, decoding) : value;
    case "object":
      return isParsed(value) ? decodeObject(shape, value, decoding) : value;
    case "tagged":
      return isParsed(value) && isEncoded(shape) ? decodeTagged(shape, value, decoding) : value;
  }
}

function isParsed(value: unknown): value is Parsed {
  return isMap(value);
}

/** The value that a parsed value stands for: texts become dates, integers big ones, keys properties, where the type says so. */
function decode(type: TypeShape, value: unknown, decoding: Decoding): unknown {
  if (typeof type === "string") return decodeSimple(type, value);
  if (typeof type === "function") return decodeModel(type(), value, decoding);
  switch (type[0]) {
    case "literal":
    case "guard":
      return value;
    case "platform":
      return standIn(unreadable);
    case "array":
      return Array.isArray(value) ? value.map((item: unknown) => decode(type[1], item, decoding)) : value;
    case "map":
      if (isParsed(value)) for (const key of Object.keys(value)) value[key] = decode(type[1], value[key], decoding);
      return value;
    case "union":
      return decodeUnion(type[1], value, decoding);
  }
}

/**
 * An issue with the path that leads to it in JSON, where each renamed object on the way knows the keys of its own, and with
 * the kind of value that was there, where a symbol stands for it.
 */
function issueInJson(issue: Issue, root: unknown, told: ReadonlyMap<unknown, Renaming>): Issue {
  let value = root;
  const path = issue.path.map((key) => {
    const renaming = told.get(value);
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isMap(value) ? value[key] : undefined;
    return renaming?.keys.get(String(key)) ?? key;
  });
  const { code, expected, received, docs } = issue;
  const kind = typeof value === "symbol" ? value.description : undefined;
  return issueOf(code, path, expected, kind ?? received, docs);
}

/** The issues of JSON text by the keys in it. */
function tellKeys<Model>(
  json: string,
  shape: ModelShape,
  validate: (value: unknown) => Result<Model>,
  { tries }: Decoding,
): Result<Model> {
  const told = new Map<unknown, Renaming>();
  const value = decode(() => shape, JSON.parse(json), { tries, renamed: false, fills: true, told });
  return resultInJson(validate(value), value, told);
}

function resultInJson<Model>(
  result: Result<Model>,
  value: unknown,
  told: ReadonlyMap<unknown, Renaming>,
): Result<Model> {
  return result.issues ? { issues: result.issues.map((issue) => issueInJson(issue, value, told)) } : result;
}

function parseJson(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

/** The model that JSON text carries, or every issue that keeps it from being one. */
export function parseModel<Model>(
  json: string,
  shape: ModelShape,
  validate: (value: unknown) => Result<Model>,
): Result<Model> {
  const docs = \`\${shape.page}:\${shape.line}\`;
  const parsed = parseJson(json);
  if (parsed === undefined) return { issues: [issueOf("json", [], "JSON", "other text", docs)] };
  const decoding: Decoding = { tries: 0, renamed: false, fills: true };
  try {
    const value = decode(() => shape, parsed.value, decoding);
    const result = validate(value);
    const isToldAgain = result.issues !== undefined && decoding.renamed;
    return isToldAgain ? tellKeys(json, shape, validate, decoding) : resultInJson(result, value, new Map());
  } catch (error) {
    // The stack ends before a value that is nested too deep is decoded.
    const code = error instanceof RangeError ? "depth" : "type";
    return { issues: [issueOf(code, [], "plain data", unreadable, docs)] };
  }
}

/** A JSON Schema, of which no one reads single keywords here. */
type JsonSchema = Record<string, unknown>;

/** Which side of a model a schema describes: the JSON text that is read, or the properties that it becomes. */
type Side = "input" | "output";

/** The schemas of the models that the root refers to. */
interface Definitions {
  readonly side: Side;
  readonly root: ModelShape;
  /** Where they stand: \`#/$defs/\`. */
  readonly prefix: string;
  /** In the order in which they are referred to. */
  readonly names: Map<ModelShape, string>;
  /** Names that are taken. */
  readonly taken: Set<string>;
}

/** Values of JavaScript alone are described as JSON carries them. */
function simpleSchema(type: SimpleShape): JsonSchema {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return { type };
    case "integer":
      // As its type in TypeScript, and its guard.
      return { type: "number" };
    case "bigint":
      return { type: "integer" };
    case "Date":
      return { type: "string", format: "date-time" };
    case "date-time":
      // The format "date-time" wants seconds and an offset, which the guards do not.
      return { type: "string", pattern: dateTimeText.source };
    case "date":
      return { type: "string", format: "date", pattern: dateText.source };
    case "unknown":
      return {};
  }
}

/** One of some values; a list of types beside them would say no more. */
function closedSchema(values: readonly LiteralShape[]): JsonSchema {
  const [type, ...others] = new Set(values.map((value) => typeof value));
  if (type === undefined) return { not: {} };
  if (others.length > 0) return { enum: [...values] };
  return values.length === 1 ? { type, const: values[0] } : { type, enum: [...values] };
}

/** A choice of schemas, each one once; a single one is none. */
function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first, ...others] = new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values();
  if (first === undefined) return { not: {} };
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** Texts and numbers are of any value, of which some are known; booleans stay those that the page names. */
function openSchema(values: readonly LiteralShape[]): JsonSchema {
  const schemas = [...new Set(values.map((value) => typeof value))].map((type) => {
    const known = values.filter((value) => typeof value === type);
    return type === "boolean" ? closedSchema(known) : { type, examples: known };
  });
  return anyOf(schemas);
}

/** A reference to the schema of a model, which is made once all that refer to it so far are: chains of models are long. */
function reference(shape: ModelShape, definitions: Definitions): JsonSchema {
  const { root, names, taken, prefix } = definitions;
  if (shape === root) return { $ref: "#" };
  let name = names.get(shape);
  if (name === undefined) {
    name = shape.name;
    for (let count = 2; taken.has(name); count++) name = \`\${shape.name}\${count}\`;
    names.set(shape, name);
    taken.add(name);
  }
  return { $ref: prefix + encodeURIComponent(name) };
}

function unionSchema(types: readonly TypeShape[], definitions: Definitions): JsonSchema {
  return anyOf(types.map((type) => typeSchema(type, definitions)));
}

function typeSchema(type: TypeShape, definitions: Definitions): JsonSchema {
  if (typeof type === "string") return simpleSchema(type);
  if (typeof type === "function") return reference(type(), definitions);
  switch (type[0]) {
    case "literal":
      return closedSchema(type[1]);
    case "array":
      return { type: "array", items: typeSchema(type[1], definitions) };
    case "map":
      return { type: "object", additionalProperties: typeSchema(type[1], definitions) };
    case "union":
      return unionSchema(type[1], definitions);
    case "platform":
    case "guard":
      return {};
  }
}

/** A schema that shows a default; beside a reference draft 7 reads nothing. */
function withDefault(schema: JsonSchema, json: string | undefined): JsonSchema {
  if (json === undefined) return schema;
  return { ...("$ref" in schema ? { allOf: [schema] } : schema), default: JSON.parse(json) };
}

function objectSchema(shape: ObjectShape, definitions: Definitions): JsonSchema {
  const { fields, additional, closed } = shape;
  const isInput = definitions.side === "input";
  const keys = new Map(isInput ? shape.wireNames : []);
  const keyOf = (name: string): string => keys.get(name) ?? name;
  const defaults = new Map(isInput ? shape.defaults : []);
  const required = fields.filter(([, , presence]) => presence === undefined).map(([name]) => keyOf(name));
  const properties = fields.map(
    ([name, type]) => [keyOf(name), withDefault(typeSchema(type, definitions), defaults.get(name))] as const,
  );
  return {
    type: "object",
    // Defines \`__proto__\` as a property like any other.
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(closed ? { additionalProperties: false } : {}),
    ...(additional === undefined ? {} : { additionalProperties: typeSchema(additional, definitions) }),
  };
}

function modelJsonSchema(shape: ModelShape, definitions: Definitions): JsonSchema {
  switch (shape.kind) {
    case "object":
      return objectSchema(shape, definitions);
    case "enum":
      return shape.open ? openSchema(shape.values) : closedSchema(shape.values);
    case "tagged":
      return unionSchema(
        shape.cases.map(([, type]) => type),
        definitions,
      );
    case "alias":
      return typeSchema(shape.type, definitions);
  }
}

/** The dialect's identifier and the keyword that holds its definitions. */
function dialectOf(target: string): readonly [string, string] {
  switch (target) {
    case "draft-2020-12":
      return ["https://json-schema.org/draft/2020-12/schema", "$defs"];
    case "draft-07":
      return ["http://json-schema.org/draft-07/schema#", "definitions"];
    default:
      throw new Error(\`no JSON Schema for the target \${JSON.stringify(target)}: draft-2020-12 and draft-07 are known\`);
  }
}

/** The JSON Schema of one side of a model, with those of the models that it refers to. */
function jsonSchemaOf(shape: ModelShape, target: string, side: Side): JsonSchema {
  const [$schema, keyword] = dialectOf(target);
  const definitions = {
    side,
    root: shape,
    prefix: \`#/\${keyword}/\`,
    names: new Map<ModelShape, string>(),
    taken: new Set<string>(),
  };
  const body = modelJsonSchema(shape, definitions);
  const schemas: [string, JsonSchema][] = [];
  // The map grows under its own iteration, which ends when no schema refers to another model.
  for (const [model, name] of definitions.names) schemas.push([name, modelJsonSchema(model, definitions)]);
  return {
    $schema,
    title: shape.name,
    // Draft 7 reads nothing beside a reference.
    ...("$ref" in body ? { allOf: [body] } : body),
    ...(schemas.length > 0 ? { [keyword]: Object.fromEntries(schemas) } : {}),
  };
}

/** Makes the JSON Schema of a model: for the targets "draft-2020-12" and "draft-07", and throws for others. */
type JsonSchemaConverter = (options: { readonly target: string }) => JsonSchema;

/** A result as the specification types it: were there a \`value\` in both, consumers would infer \`Model | undefined\`. */
type StandardResult<Model> =
  | { readonly value: Model; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** A model as a Standard Schema 1.1 and a Standard JSON Schema. */
export interface ModelSchema<Model> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "modelmark";
    readonly validate: (value: unknown) => StandardResult<Model>;
    /**
     * \`input\` is the JSON text that the model's parser reads, with its keys and defaults; \`output\` is what it becomes, which is
     * also what \`validate\` takes: they differ where keys in JSON are called otherwise than properties.
     */
    readonly jsonSchema: { readonly input: JsonSchemaConverter; readonly output: JsonSchemaConverter };
    /** Holds nothing at run time. */
    readonly types?: { readonly input: Model; readonly output: Model } | undefined;
  };
}

/** The schema of a model from its validator and its shape. */
export function modelSchema<Model>(validate: (value: unknown) => Result<Model>, shape: ModelShape): ModelSchema<Model> {
  const converter =
    (side: Side): JsonSchemaConverter =>
    ({ target }) =>
      jsonSchemaOf(shape, target, side);
  const jsonSchema = { input: converter("input"), output: converter("output") };
  return { "~standard": { version: 1, vendor: "modelmark", validate, jsonSchema } };
}
`;
