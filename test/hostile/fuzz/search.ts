import fc from "fast-check";
import { type Case, caseOf, type Plan, plans } from "./case.js";
import { judgeCase } from "./judge-case.js";
import { type Sampler, samplerOf } from "./sampler.js";
import type { Seeds } from "./seed-pages.js";

/** A case that breaks a promise, as small as it could be made, and what makes it again. */
export interface Finding {
  readonly seed: number;
  /** Where fast-check's walk ended; empty for a sample, which is not made smaller. */
  readonly path: string;
  readonly findings: readonly string[];
  readonly tried: Case;
}

/** So many cases of one seed. */
export interface Batch {
  readonly seed: number;
  readonly cases: number;
  /** Goes straight to the case of a finding. */
  readonly path?: string | undefined;
}

/** What a batch came to. */
export interface BatchResult {
  readonly cases: number;
  /** Of them, those whose outputs were judged by a second parser, and those that were compiled. */
  readonly judged: number;
  readonly compiled: number;
  readonly findings: readonly Finding[];
}

/** How many cases a batch has: a finding ends its batch, so that it stays cheap to see again. */
export const casesPerBatch = 1000;

/** The batches of a run. */
export function batchesOf(cases: number, seed: number): readonly Batch[] {
  const count = Math.ceil(cases / casesPerBatch);
  return Array.from({ length: count }, (_, at) => ({
    seed: seed + at,
    cases: Math.min(casesPerBatch, cases - at * casesPerBatch),
  }));
}

/** Tries the cases of a batch up to the first that breaks a promise. */
export function runBatch(batch: Batch, seeds: Seeds): BatchResult {
  const sampler = samplerOf(batch.seed);
  const found = search(batch, seeds, sampler);
  const { judged, compiled, cases, findings } = sampler.finish();
  const samples = findings.map(({ tried, finding }) => ({ seed: batch.seed, path: "", findings: [finding], tried }));
  return { cases, judged, compiled, findings: [...(found ? [found] : []), ...samples] };
}

function search({ cases, seed, path }: Batch, seeds: Seeds, sampler: Sampler): Finding | undefined {
  const property = fc.property(plans, (plan: Plan) => {
    const tried = caseOf(plan, seeds);
    const { output, findings } = judgeCase(tried);
    if (findings.length > 0 || !output) throw new Error(findings.join("\n"));
    sampler.take(tried, output);
  });
  const parameters = { numRuns: cases, seed, ...(path === undefined ? {} : { path }) };
  const { failed, counterexample, counterexamplePath, errorInstance } = fc.check(property, parameters);
  if (!failed || !counterexample) return undefined;
  const tried = caseOf(counterexample[0], seeds);
  return { seed, path: counterexamplePath ?? "", findings: linesOf(errorInstance), tried };
}

function linesOf(error: unknown): readonly string[] {
  return error instanceof Error ? error.message.split("\n") : [String(error)];
}
