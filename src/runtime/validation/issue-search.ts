import { type Issues, issueOf, literalIssues, mismatch, noIssues, simpleIssues } from "./leaf-issues.js";
import { maximumDepth } from "./limits.js";
import type { Issue } from "./result.js";
import type { FieldShape, ModelShape, ObjectShape, TaggedShape, TypeShape } from "./shape.js";
import { literalsName, shapeName } from "./shape-name.js";
import { comesFrom, hasProperty, isKeyed, isMap, type Keyed } from "./value-tests.js";

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
  return below(key, issueOf("missing", expected, docs, `expected ${expected}, received nothing`));
}

/** The issue of a value that is nested too deep to be searched. */
function tooDeep(expected: string, docs: string): Issues {
  return issueOf("depth", expected, docs, `expected ${expected}, received a value that is cyclic or nested too deep`);
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
  const docs = `${shape.page}:${line}`;
  if (!hasProperty(value, name)) return presence === undefined ? missing(name, shapeName(type), docs) : noIssues;
  if (presence === "optional" && value[name] === undefined && shape.exact === undefined) return noIssues;
  return below(name, typeIssues(type, value[name], { ...at, docs }));
}

/** The issues of the keys that no field names. */
function otherKeyIssues(shape: ObjectShape, value: Keyed, at: Position): Issues {
  const { additional, closed, exact } = shape;
  if (additional === undefined && closed === undefined) return noIssues;
  const names = new Set(shape.fields.map(([name]) => name));
  const docs = `${shape.page}:${shape.line}`;
  return Object.keys(value).flatMap((key) => {
    if (names.has(key)) return noIssues;
    if (additional === undefined) {
      return below(key, issueOf("unknown-key", "no such key", docs, `${shape.name} has no such key`));
    }
    if (value[key] === undefined && exact === undefined) return noIssues;
    return below(key, typeIssues(additional, value[key], { ...at, docs }));
  });
}

function taggedIssues(shape: TaggedShape, value: Keyed, at: Position): Issues {
  const found = shape.cases.find(([tag]) => hasProperty(value, shape.tag) && tag === value[shape.tag]);
  if (found !== undefined) return typeIssues(found[1], value, at);
  const docs = `${shape.page}:${shape.line}`;
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
      return literalIssues(shape.values, shape.open === true, value, `${shape.page}:${shape.line}`);
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
  const docs = `${shape.page}:${shape.line}`;
  const issues = referenceIssues(shape, value, { docs, owner: shape, depth: -1, found: new Map() });
  return issues.length > 0 ? issues : tooDeep(shape.name, docs);
}
