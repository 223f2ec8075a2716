import { type Decoding, decode } from "./decode.js";
import { unreadable } from "./kind-of.js";
import { issueOf } from "./messages.js";
import type { Renaming } from "./reading.js";
import type { Issue, Result } from "./result.js";
import type { ModelShape } from "./shape.js";
import { isMap } from "./value-tests.js";

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
  const docs = `${shape.page}:${shape.line}`;
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
