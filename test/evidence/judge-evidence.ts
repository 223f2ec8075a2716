import { readFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Evidence } from "../../src/evidence/evidence.js";
import type { Schema } from "../../src/model/schema.js";
import { type FactKind, factKinds, type InferredFact, inferredFacts, nameOf } from "./inferred-facts.js";

/** A type in a truth file: names, literals, `"null"`, `"(open)"`, `"@namespace/Model"`, and what holds others. */
type TruthType = readonly (string | { readonly array?: TruthType; readonly record?: TruthType })[];

interface TruthModel {
  readonly kind: string;
  readonly type?: TruthType;
  readonly fields?: Readonly<Record<string, { readonly optional: boolean; readonly type: TruthType }>>;
}

/** The shapes of the types in an SDK's own source, by `namespace/Model`. */
export type Truth = Readonly<Record<string, TruthModel>>;

/** Reads a truth file. */
export function readTruth(file: string): Truth {
  return JSON.parse(readFileSync(file, "utf8")) as Truth;
}

/** Whether a fact is one in the SDK's source; `unknown` where that has no such model or field. */
export type Verdict = "true" | "false" | "unknown";

/** A fact that was taken from an example, and whether it is one. */
export interface JudgedFact {
  readonly name: string;
  readonly kind: FactKind;
  /** Whether an example cell shows it, and no page's example does. */
  readonly fromCell: boolean;
  readonly verdict: Verdict;
}

const everything: Evidence = {
  nulls: true,
  exampleCells: true,
  openEnums: true,
  stringsOrNumbers: true,
  extraKeys: true,
  absentKeys: true,
};

/** Believes examples of everything, and holds each fact against the SDK's own source. */
export function judgeEvidence(pages: readonly SourcePage[], truth: Truth): readonly JudgedFact[] {
  const schemaOf = (evidence: Evidence): Schema => compile(pages, { validators: false, evidence }).schema;
  const withoutCells = new Set(inferredFacts(schemaOf({ ...everything, exampleCells: false })).map(placeOf));
  return inferredFacts(schemaOf(everything)).map((fact) => ({
    name: nameOf(fact),
    kind: fact.kind,
    fromCell: !withoutCells.has(placeOf(fact)),
    verdict: verdictOf(fact, truth),
  }));
}

function placeOf(fact: InferredFact): string {
  return nameOf(fact).replace(/ seen at .*/, "");
}

function verdictOf({ kind, model, property, path }: InferredFact, truth: Truth): Verdict {
  const key = `${dirname(model.page).replace(/^\.$/, "")}/${model.name}`;
  const named = truth[key];
  const found = named?.kind === "class" ? (truth[`${key}Data`] ?? named) : named;
  if (!found) return "unknown";
  if (kind === "extraKeys") return found.fields && "additionalProperties" in found.fields ? "true" : "false";
  if (kind === "absentKeys") return verdictOfAbsence(found.fields?.[property ?? ""]);
  const type = property === undefined ? found.type : found.fields?.[property]?.type;
  const reached = path.reduce<TruthType | undefined>((at, step) => at && within(at, step, truth), type);
  if (!reached) return "unknown";
  const members = leavesOf(reached, truth, new Set());
  const admits = (name: string): boolean => members.includes(name) || members.includes("any");
  switch (kind) {
    case "nulls":
      return admits("null") ? "true" : "false";
    case "openEnums":
      return admits("(open)") ? "true" : "false";
    case "stringsOrNumbers":
      return admits("string") && admits("number") ? "true" : "false";
  }
}

function verdictOfAbsence(field: { readonly optional: boolean } | undefined): Verdict {
  if (!field) return "unknown";
  return field.optional ? "true" : "false";
}

function within(type: TruthType, step: string, truth: Truth): TruthType | undefined {
  const inner = leavesOf(type, truth, new Set()).flatMap((member) =>
    typeof member === "string" ? [] : ((step === "[]" ? member.array : member.record) ?? []),
  );
  return inner.length > 0 ? inner : undefined;
}

/** The members of a type, of which those that are unions are opened. */
function leavesOf(type: TruthType, truth: Truth, seen: ReadonlySet<string>): TruthType {
  return type.flatMap((member) => {
    const union = typeof member === "string" && member.startsWith("@") ? truth[member.slice(1)] : undefined;
    if (typeof member !== "string" || union?.kind !== "union" || seen.has(member)) return [member];
    return leavesOf(union.type ?? [], truth, new Set([...seen, member]));
  });
}

/** How many facts of a kind were inferred, and how many of them are true. */
export interface Precision {
  readonly kind: FactKind;
  readonly fromCell: boolean;
  readonly inferred: number;
  readonly true: number;
  readonly unknown: number;
}

/** Counts verdicts, by kind and by where the facts were seen. */
export function precisionOf(facts: readonly JudgedFact[]): readonly Precision[] {
  return factKinds.flatMap((kind) =>
    [false, true].map((fromCell) => {
      const counted = facts.filter((fact) => fact.kind === kind && fact.fromCell === fromCell);
      const count = (verdict: Verdict): number => counted.filter((fact) => fact.verdict === verdict).length;
      return { kind, fromCell, inferred: counted.length, true: count("true"), unknown: count("unknown") };
    }),
  );
}
