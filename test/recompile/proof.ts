import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { overrideSeed, overridesOf } from "../overrides/random-overrides.js";
import { followEdits } from "./agreement.js";
import { deed, followDeeds } from "./deeds.js";
import { pageEdit } from "./page-edits.js";
import { neighbours, overridableOn, ownPages, type PageSet } from "./page-sets.js";

/**
 * Tries sequences of edits on real pages and holds what recompiling makes against what compiling all pages makes; then
 * sequences of all that users do between runs (add, remove, rename, move, edit, configure …) with runs of the command
 * line: `npm run proof:edits`. `--sequences n`, `--seed n` and `--pages n` (pages of a set) say how.
 */
const { values } = parseArgs({
  options: {
    sequences: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    pages: { type: "string", default: "40" },
  },
});

const steps = fc.array(fc.array(pageEdit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 });
const sets: readonly PageSet[] = [ownPages, ...neighbours(Number(values.pages))];
/** What is printed of a difference, whose texts may be long. */
const longestDifference = 2000;

const total = { recompiled: 0, whole: 0, differences: 0 };
const some = { numRuns: Number(values.sequences), seed: Number(values.seed) };
const sequences = fc.sample(steps, some);
// Every other sequence has overrides, too.
const stated = fc.sample(fc.array(overrideSeed, { minLength: 1, maxLength: 30 }), some);
for (const [at, edits] of sequences.entries()) {
  const set = sets[at % sets.length];
  if (!set) continue;
  const isOverridden = Math.floor(at / sets.length) % 2 === 1;
  const overrides = isOverridden ? overridesOf(stated[at] ?? [], overridableOn(set.pages)) : [];
  const { recompiled, whole, difference } = followEdits(set.pages, edits, overrides);
  total.recompiled += recompiled;
  total.whole += whole;
  if (difference === undefined) continue;
  total.differences += 1;
  process.stdout.write(`${set.name}: ${difference.slice(0, longestDifference)}\n`);
}
const { recompiled, whole } = total;
process.stdout.write(
  `${sequences.length} sequences of edits on ${sets.length} sets of pages (seed ${values.seed}): ${recompiled} steps recompiled, ${whole} compiled whole, ${total.differences} differences\n`,
);

const deeds = fc.array(deed, { minLength: 1, maxLength: 6 });
const runs = { sparing: 0, all: 0, differences: 0 };
const days = fc.sample(deeds, { numRuns: Number(values.sequences), seed: Number(values.seed) });
for (const [at, each] of days.entries()) {
  const set = sets[at % sets.length];
  if (!set) continue;
  const { sparing, all, difference } = await followDeeds(set.pages, each);
  runs.sparing += sparing;
  runs.all += all;
  if (difference === undefined) continue;
  runs.differences += 1;
  process.stdout.write(`${set.name}: ${JSON.stringify(each)}: ${difference}\n`);
}
process.stdout.write(
  `${days.length} sequences of runs: ${runs.all} runs, ${runs.sparing} of which compiled no page but the edited ones, ${runs.differences} differences\n`,
);
process.exitCode = total.differences + runs.differences === 0 ? 0 : 1;
