import * as v from "valibot";
import { didYouMean } from "../did-you-mean.js";
import { expectedWords } from "../expected-words.js";
import { maximumDepth } from "../notation/cursor.js";
import type { OverridesFile } from "./override.js";
import { factNames, knownKeys, overridesSchema } from "./overrides-schema.js";

/** What a value of JSON is as an overrides file, or the first thing that is wrong with it. */
export type CheckedOverrides = { readonly kind: "right"; readonly file: OverridesFile } | Fault;

interface Fault {
  readonly kind: "wrong";
  readonly reason: string;
  readonly hint: string;
  /** The override that is wrong. */
  readonly item?: number | undefined;
}

/** Holds a value against the form of an overrides file. */
export function checkOverrides(value: unknown): CheckedOverrides {
  if (!isRecord(value)) return wrong("Unexpected value, expected an object with `version` and `overrides`", formHint);
  const keyFault = unknownKey(value, knownKeys.file, undefined) ?? itemFault(value["overrides"]);
  if (keyFault) return keyFault;
  const result = v.safeParse(overridesSchema, value, { abortEarly: true });
  return result.success
    ? (valueFault(result.output) ?? { kind: "right", file: result.output })
    : faultOf(result.issues[0]);
}

const formHint = "The package's `overrides.schema.json` says what the file may hold.";

function wrong(reason: string, hint: string, item?: number): Fault {
  return { kind: "wrong", reason, hint, item };
}

/** Keys that every object has, as `constructor`, schemas pass over. */
function unknownKey(value: object, known: readonly string[], item: number | undefined): Fault | undefined {
  const key = Object.keys(value).find((each) => !known.includes(each));
  return key === undefined ? undefined : wrong(`Unexpected key \`${key}\``, didYouMean(key, known), item);
}

function itemFault(overrides: unknown): Fault | undefined {
  for (const [at, item] of Array.isArray(overrides) ? overrides.entries() : []) {
    if (!isRecord(item)) return wrong("Unexpected value, expected an override", formHint, at);
    const keyFault = unknownKey(item, knownKeys.override, at);
    if (keyFault) return keyFault;
    const { fact } = item;
    if (factNames.some((name) => name === fact)) continue;
    if (fact === undefined) return wrong("Missing key `fact`", "Add it.", at);
    const hint = didYouMean(typeof fact === "string" ? fact : "", factNames);
    return wrong(`Unexpected \`fact\` ${JSON.stringify(fact)}`, hint, at);
  }
  return undefined;
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const item = keys.find((key) => typeof key === "number");
  const name = keys.filter((key) => typeof key === "string" && key !== "overrides").at(-1);
  const key = typeof name === "string" ? name : "overrides";
  if (issue.type === "strict_object" && issue.received === "undefined")
    return wrong(`Missing key \`${key}\``, "Add it.", item);
  if (issue.type === "non_empty" || issue.type === "min_length")
    return wrong(`Unexpected empty \`${key}\`, expected one that is not empty`, formHint, item);
  const hint = issue.type === "picklist" ? issue.message : formHint;
  return wrong(`Unexpected ${issue.received} in \`${key}\`, expected ${expectedWords(issue.expected)}`, hint, item);
}

/** What types cannot say: one override for a fact, and defaults that can be gone through. */
function valueFault({ overrides }: OverridesFile): Fault | undefined {
  const first = new Map<string, number>();
  for (const [at, override] of overrides.entries()) {
    const key = `${override.fact} ${override.at}`;
    if (first.has(key)) {
      const reason = `Unexpected second \`${override.fact}\` of \`${override.at}\`, expected one`;
      return wrong(
        reason,
        `Remove one of the two: the first is override ${(first.get(key) ?? 0) + 1} of the list.`,
        at,
      );
    }
    first.set(key, at);
    const { value } = override;
    if (!isWritable(value, 0)) {
      const reason = `Unexpected \`value\` that nests deeper than ${maximumDepth} levels, or has a number that is too large`;
      return wrong(reason, "Write a smaller one.", at);
    }
  }
  return undefined;
}

/** Whether a value of JSON nests within reason and every number of it can be written. */
function isWritable(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return depth < maximumDepth && Object.values(value).every((each) => isWritable(each, depth + 1));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
