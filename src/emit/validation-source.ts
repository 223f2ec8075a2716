// Written by src/runtime/embed.mjs from src/runtime/validation. DO NOT EDIT.
import { type Code, code } from "./code.js";

/** The text of the module that emitted validators share. */
export const validationSource: Code = code`/** What an issue is about; codes keep their meaning from version to version, messages may change. */
export type IssueCode = "type" | "missing" | "literal" | "union" | "unknown-key" | "format" | "depth";

/** One fault of a value. */
export interface Issue {
  /** A sentence in English that holds no received value. */
  readonly message: string;
  /** Keys and indices from the checked value to the fault. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  /** What the model admits there. */
  readonly expected: string;
  /** The page and line that say so, below the docs root: \`components/foo.md:12\`. */
  readonly docs?: string | undefined;
}

/** A value of the model, or every issue that keeps it from being one. */
export type Result<Model> =
  | { readonly value: Model; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly value?: undefined };

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

/** An object whose keys beside its fields are read. */
export type Keyed = { readonly [key: string]: unknown };

/** An object that may become the model: its properties are there to be read, and could hold anything. */
export type Unchecked<Model> = { readonly [Key in keyof Model]?: unknown };

const dateText = /^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$/;

const dateTimeText =
  /^(?:[+-]\\d\\d)?\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:[.,]\\d+)?)?(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?$/;

/** The number that digits of a text write. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}

/** Whether the month has the day, where the month's digits start at \`month\` and four of the year end before it. */
function dayExists(text: string, month: number): boolean {
  const day = digits(text, month + 3, month + 5);
  if (day <= 28) return true;
  const monthNumber = digits(text, month, month + 2);
  if (monthNumber !== 2)
    return day <= 30 || (monthNumber !== 4 && monthNumber !== 6 && monthNumber !== 9 && monthNumber !== 11);
  const year = digits(text, month - 5, month - 1);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a value is the text of a day that the calendar has: \`2024-02-29\`. */
export function textIsDate(value: unknown): boolean {
  return typeof value === "string" && dateText.test(value) && dayExists(value, 5);
}

/** Whether a value is the text of a date and time by ISO 8601: \`2024-02-29T12:00:00Z\`, with or without an offset. */
export function textIsDateTime(value: unknown): boolean {
  return typeof value === "string" && dateTimeText.test(value) && dayExists(value, /^\\d/.test(value) ? 5 : 8);
}

/** Whether a value is a Date, whether or not it holds a time. */
export function comesFromDate(value: unknown): value is Date {
  return value instanceof Date;
}

/** Whether a value is a Date that holds a time. */
export function dateIsValid(value: unknown): boolean {
  if (!comesFromDate(value)) return false;
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
function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that may hold values by keys: a Date has fields, but TypeScript takes it for no map. */
function isMap(value: unknown): value is Keyed {
  return isKeyed(value) && !comesFromDate(value);
}

/** Whether an object has a property; names that every object inherits count only as its own. */
function hasProperty(value: Keyed, name: string): boolean {
  return name in Object.prototype ? Object.hasOwn(value, name) : name in value;
}

/** How many models that contain themselves may be nested in each other: deeper values, and cyclic ones, are refused. */
export const maximumDepth: number = 500;

/** How often one check may try another member of a union whose members contain themselves. */
const maximumRetries = 1_000_000;

let retries = 0;

/** The depth of the outermost value, where a new check begins. */
export function rootDepth(): number {
  retries = 0;
  return 0;
}

/** Whether a union of recursive members may try another one: without a bound, each level could double the time. */
export function mayRetry(): boolean {
  retries += 1;
  return retries <= maximumRetries;
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
  | readonly ["guard", string, (value: unknown) => boolean]
  | (() => ModelShape);

/** A field: its name, its type, the line of its row, and whether the key may be left out. */
export type FieldShape = readonly [name: string, type: TypeShape, line: number, presence?: "optional"];

interface NamedShape {
  readonly name: string;
  /** The page below the docs root. */
  readonly page: string;
  /** The line of the model's title. */
  readonly line: number;
  /** Whether values may contain values of the same model. */
  readonly recursive?: true;
}

/** A model with fields. */
interface ObjectShape extends NamedShape {
  readonly kind: "object";
  readonly fields: readonly FieldShape[];
  /** What other keys hold. */
  readonly additional?: TypeShape;
  /** Whether other keys are refused. */
  readonly closed?: true;
  /** Whether an optional key that is there must hold a value. */
  readonly exact?: true;
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

/** A model as data, from which issues and JSON Schemas are made. */
export type ModelShape = ObjectShape | EnumShape | TaggedShape | AliasShape;

/** How many values a name lists. */
const listedValues = 12;

/** Values as TypeScript writes their union. */
function literalsName(values: readonly LiteralShape[]): string {
  const listed = values.slice(0, listedValues).map((value) => JSON.stringify(value));
  return [...listed, ...(values.length > listedValues ? ["…"] : [])].join(" | ") || "never";
}

/** What an open list of values admits: their types, but no booleans that it does not name. */
function openName(values: readonly LiteralShape[]): string {
  return [...new Set(values.map((value) => (typeof value === "boolean" ? String(value) : typeof value)))].join(" | ");
}

/** A type as TypeScript writes it. */
function shapeName(type: TypeShape): string {
  if (typeof type === "string") return type;
  if (typeof type === "function") return type().name;
  switch (type[0]) {
    case "literal":
      return literalsName(type[1]);
    case "array": {
      const items = shapeName(type[1]);
      return items.includes(" | ") ? \`(\${items})[]\` : \`\${items}[]\`;
    }
    case "map":
      return \`Record<string, \${shapeName(type[1])}>\`;
    case "union":
      return type[1].map(shapeName).join(" | ");
    case "platform":
    case "guard":
      return type[1];
  }
}

/** The issues of a value, their paths beginning there. */
type Issues = readonly Issue[];

/** The issues of a value that has none. */
const noIssues: Issues = [];

/** What a value is, without saying which. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return "a number that is not finite";
  return typeof value;
}

/** One issue of a value. */
function issueOf(code: IssueCode, expected: string, docs: string, message: string): Issues {
  return [{ message, path: [], code, expected, docs }];
}

/** The issue of a value that is something else. */
function mismatch(code: IssueCode, expected: string, docs: string, value: unknown): Issues {
  return issueOf(code, expected, docs, \`expected \${expected}, received \${kindOf(value)}\`);
}

/** The issues of a text that must have a form. */
function formatIssues(matches: boolean, expected: string, value: unknown, docs: string): Issues {
  if (matches) return noIssues;
  if (typeof value !== "string") return mismatch("type", expected, docs, value);
  return issueOf("format", expected, docs, \`expected \${expected}, received another string\`);
}

/** The issues of a value that must be a Date. */
function dateIssues(value: unknown, docs: string): Issues {
  if (dateIsValid(value)) return noIssues;
  if (!(value instanceof Date)) return mismatch("type", "Date", docs, value);
  return issueOf("format", "Date", docs, "expected a valid Date, received an invalid one");
}

/** Whether a value is of a type without parts and without form. */
function isSimple(type: Exclude<SimpleShape, "Date" | "date" | "date-time">, value: unknown): boolean {
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
  }
}

/** The issues of a value that must be of a type without parts. */
function simpleIssues(type: SimpleShape, value: unknown, docs: string): Issues {
  switch (type) {
    case "Date":
      return dateIssues(value, docs);
    case "date":
      return formatIssues(textIsDate(value), "date as YYYY-MM-DD", value, docs);
    case "date-time":
      return formatIssues(textIsDateTime(value), "ISO 8601 date-time", value, docs);
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "bigint":
    case "null":
    case "unknown":
      return isSimple(type, value) ? noIssues : mismatch("type", type, docs, value);
  }
}

/** Whether an open list admits a value: any text beside texts, any number beside numbers. */
function isLike(known: LiteralShape, value: unknown): boolean {
  return typeof known === typeof value && (typeof value === "string" || Number.isFinite(value));
}

/** The issues of a value that must be one of some, or in an open list like one of them. */
function literalIssues(values: readonly LiteralShape[], open: boolean, value: unknown, docs: string): Issues {
  if (values.some((known) => known === value || (open && isLike(known, value)))) return noIssues;
  const alike = values.some((known) => typeof known === typeof value);
  return mismatch(alike ? "literal" : "type", open ? openName(values) : literalsName(values), docs, value);
}

/** Where the search stands. */
interface Position {
  /** The row that gave the value its type. */
  readonly docs: string;
  /** The model that the type is part of. */
  readonly owner: ModelShape;
  /** How many recursive models contain the value. */
  readonly depth: number;
  /** What recursive models have found, so that no value is searched for one model twice. */
  readonly found: Map<ModelShape, Map<object, Issues>>;
}

/** The issues as their container sees them. */
function below(key: string | number, issues: Issues): Issues {
  return issues.length === 0 ? noIssues : issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
}

/** The issue of a key that is not there. */
function missing(key: string | number, expected: string, docs: string): Issues {
  return below(key, issueOf("missing", expected, docs, \`expected \${expected}, received nothing\`));
}

/** The issue of a value that is nested too deep to be searched. */
function tooDeep(expected: string, docs: string): Issues {
  return issueOf("depth", expected, docs, \`expected \${expected}, received a value that is cyclic or nested too deep\`);
}

function arrayIssues(type: readonly ["array", TypeShape], value: unknown, at: Position): Issues {
  if (!Array.isArray(value)) return mismatch("type", shapeName(type), at.docs, value);
  const issues: Issues[] = [];
  for (let index = 0; index < value.length; index++) {
    if (!(index in value)) {
      issues.push(missing(index, shapeName(type[1]), at.docs));
      // A sparse array may be of any length: its first hole is told, and what comes before it.
      break;
    }
    issues.push(below(index, typeIssues(type[1], value[index], at)));
  }
  return issues.flat();
}

function mapIssues(type: readonly ["map", TypeShape], value: unknown, at: Position): Issues {
  if (!isMap(value)) return mismatch("type", shapeName(type), at.docs, value);
  return Object.keys(value).flatMap((key) => below(key, typeIssues(type[1], value[key], at)));
}

/** How far an issue takes a value from a member: another tag further than all else, another form of text not at all. */
function weightOf({ code, path }: Issue): number {
  if (code === "format") return 0;
  return code === "literal" && path.length <= 1 ? 1000 : 1;
}

function distance(issues: Issues): number {
  return issues.reduce((sum, issue) => sum + weightOf(issue), 0);
}

/** The issues of the closest member; one issue where the value is like none of them. */
function unionIssues(members: readonly TypeShape[], value: unknown, at: Position): Issues {
  let closest: Issues = noIssues;
  for (const member of members) {
    const issues = typeIssues(member, value, at);
    if (issues.length === 0) return noIssues;
    const alike = issues.every(({ code, path }) => path.length > 0 || (code !== "type" && code !== "union"));
    if (alike && (closest.length === 0 || distance(issues) < distance(closest))) closest = issues;
  }
  return closest.length > 0 ? closest : mismatch("union", shapeName(["union", members]), at.docs, value);
}

/** The issues of a value by its type. */
function typeIssues(type: TypeShape, value: unknown, at: Position): Issues {
  if (typeof type === "string") return simpleIssues(type, value, at.docs);
  if (typeof type === "function") return referenceIssues(type(), value, at);
  switch (type[0]) {
    case "literal":
      return literalIssues(type[1], false, value, at.docs);
    case "array":
      return arrayIssues(type, value, at);
    case "map":
      return mapIssues(type, value, at);
    case "union":
      return unionIssues(type[1], value, at);
    case "platform":
      return comesFrom(value, type[1]) ? noIssues : mismatch("type", type[1], at.docs, value);
    case "guard":
      return type[2](value) ? noIssues : mismatch("type", type[1], at.docs, value);
  }
}

function fieldIssues(field: FieldShape, value: Keyed, shape: ObjectShape, at: Position): Issues {
  const [name, type, line, presence] = field;
  const docs = \`\${shape.page}:\${line}\`;
  if (!hasProperty(value, name)) return presence === undefined ? missing(name, shapeName(type), docs) : noIssues;
  if (presence === "optional" && value[name] === undefined && shape.exact === undefined) return noIssues;
  return below(name, typeIssues(type, value[name], { ...at, docs }));
}

/** The issues of the keys that no field names. */
function otherKeyIssues(shape: ObjectShape, value: Keyed, at: Position): Issues {
  const { additional, closed, exact } = shape;
  if (additional === undefined && closed === undefined) return noIssues;
  const names = new Set(shape.fields.map(([name]) => name));
  const docs = \`\${shape.page}:\${shape.line}\`;
  return Object.keys(value).flatMap((key) => {
    if (names.has(key)) return noIssues;
    if (additional === undefined) {
      return below(key, issueOf("unknown-key", "no such key", docs, \`\${shape.name} has no such key\`));
    }
    if (value[key] === undefined && exact === undefined) return noIssues;
    return below(key, typeIssues(additional, value[key], { ...at, docs }));
  });
}

function taggedIssues(shape: TaggedShape, value: Keyed, at: Position): Issues {
  const found = shape.cases.find(([tag]) => hasProperty(value, shape.tag) && tag === value[shape.tag]);
  if (found !== undefined) return typeIssues(found[1], value, at);
  const docs = \`\${shape.page}:\${shape.line}\`;
  const expected = literalsName(shape.cases.map(([tag]) => tag));
  if (!hasProperty(value, shape.tag)) return missing(shape.tag, expected, docs);
  return below(shape.tag, mismatch("literal", expected, docs, value[shape.tag]));
}

/** The issues of a value by a model, searched anew. */
function modelIssues(shape: ModelShape, value: unknown, at: Position): Issues {
  switch (shape.kind) {
    case "object":
      if (!isKeyed(value)) return mismatch("type", shape.name, at.docs, value);
      return [
        ...shape.fields.flatMap((field) => fieldIssues(field, value, shape, at)),
        ...otherKeyIssues(shape, value, at),
      ];
    case "enum":
      return literalIssues(shape.values, shape.open === true, value, \`\${shape.page}:\${shape.line}\`);
    case "tagged":
      return isKeyed(value) ? taggedIssues(shape, value, at) : mismatch("type", shape.name, at.docs, value);
    case "alias":
      return typeIssues(shape.type, value, at);
  }
}

/** The issues of a value by a model that another one refers to. */
function referenceIssues(shape: ModelShape, value: unknown, at: Position): Issues {
  const depth = shape.recursive && at.owner.recursive ? at.depth + 1 : 0;
  if (depth > maximumDepth) return tooDeep(shape.name, at.docs);
  const inside: Position = { ...at, owner: shape, depth };
  if (!shape.recursive || typeof value !== "object" || value === null) return modelIssues(shape, value, inside);
  const found = at.found.get(shape) ?? new Map<object, Issues>();
  const known = found.get(value);
  if (known !== undefined) return known;
  at.found.set(shape, found);
  // Whoever comes back to this value while it is searched has gone round a cycle.
  found.set(value, tooDeep(shape.name, at.docs));
  const issues = modelIssues(shape, value, inside);
  found.set(value, issues);
  return issues;
}

/** Every issue of a value that is not of the model: at least one. */
export function issuesOf(value: unknown, shape: ModelShape): readonly Issue[] {
  const docs = \`\${shape.page}:\${shape.line}\`;
  const issues = referenceIssues(shape, value, { docs, owner: shape, depth: -1, found: new Map() });
  return issues.length > 0 ? issues : tooDeep(shape.name, docs);
}

/** A JSON Schema, of which no one reads single keywords here. */
type JsonSchema = Record<string, unknown>;

/** The schemas of the models that the root refers to. */
interface Definitions {
  readonly root: ModelShape;
  /** Where they stand: \`#/$defs/\`. */
  readonly prefix: string;
  readonly names: Map<ModelShape, string>;
  readonly schemas: Map<string, JsonSchema>;
}

/** The days that the calendar has: the last of February in leap years alone. */
function dayPattern(): string {
  const leapDay = /(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29/;
  const end = /(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)/;
  const day = /(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])/;
  return \`(?:\${leapDay.source}|\\\\d{4}-(?:\${end.source}|\${day.source}))\`;
}

/** What \`textIsDateTime\` takes: more than the format "date-time", which wants seconds and an offset. */
function dateTimePattern(): string {
  const time = /(?:[01]\\d|2[0-3]):[0-5]\\d(?::(?:[0-5]\\d|60)(?:[.,]\\d+)?)?/;
  const offset = /(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?/;
  return \`^(?:[+-]\\\\d\\\\d)?\${dayPattern()}[Tt ]\${time.source}\${offset.source}$\`;
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
      return { type: "string", pattern: dateTimePattern() };
    case "date":
      return { type: "string", format: "date", pattern: \`^\${dayPattern()}$\` };
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

/** A reference to the schema of a model, which is made when the first one refers to it. */
function reference(shape: ModelShape, definitions: Definitions): JsonSchema {
  const { root, names, schemas, prefix } = definitions;
  if (shape === root) return { $ref: "#" };
  let name = names.get(shape);
  if (name === undefined) {
    name = shape.name;
    for (let count = 2; schemas.has(name); count++) name = \`\${shape.name}\${count}\`;
    names.set(shape, name);
    // The name is taken before its schema is made, so that a cycle finds it.
    schemas.set(name, {});
    schemas.set(name, modelJsonSchema(shape, definitions));
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

function objectSchema(shape: ObjectShape, definitions: Definitions): JsonSchema {
  const { fields, additional, closed } = shape;
  const required = fields.filter(([, , , presence]) => presence === undefined).map(([name]) => name);
  return {
    type: "object",
    // Defines \`__proto__\` as a property like any other.
    properties: Object.fromEntries(fields.map(([name, type]) => [name, typeSchema(type, definitions)])),
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

/** The JSON Schema of a model, with those of the models that it refers to. */
function jsonSchemaOf(shape: ModelShape, target: string): JsonSchema {
  const [$schema, keyword] = dialectOf(target);
  const schemas = new Map<string, JsonSchema>();
  const body = modelJsonSchema(shape, { root: shape, prefix: \`#/\${keyword}/\`, names: new Map(), schemas });
  return {
    $schema,
    title: shape.name,
    // Draft 7 reads nothing beside a reference.
    ...("$ref" in body ? { allOf: [body] } : body),
    ...(schemas.size > 0 ? { [keyword]: Object.fromEntries(schemas) } : {}),
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
    readonly jsonSchema: { readonly input: JsonSchemaConverter; readonly output: JsonSchemaConverter };
    /** Holds nothing at run time. */
    readonly types?: { readonly input: Model; readonly output: Model } | undefined;
  };
}

/** The schema of a model from its validator and its shape. */
export function modelSchema<Model>(validate: (value: unknown) => Result<Model>, shape: ModelShape): ModelSchema<Model> {
  const convert: JsonSchemaConverter = ({ target }) => jsonSchemaOf(shape, target);
  return {
    "~standard": { version: 1, vendor: "modelmark", validate, jsonSchema: { input: convert, output: convert } },
  };
}
`;
