import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type CommandResult, runCommand, whyNoCommand } from "../sandbox/command.js";
import { differencesOf, type Listing, listingOf } from "../sandbox/listing.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { editedPages, type PageSet, randomFrom, somePages } from "./page-sets.js";

/** Many real runs on one output folder at the same moment. */
export const runsAtOnce: Trial = {
  name: "runs-at-once",
  promise:
    "a hundred runs at the same moment on one output folder, of the same pages and of two sets of pages: each writes all or " +
    "says who writes, and the outputs are those of one of them, with nothing beside",
  cases: { command: 400, suite: 24 },
  run: runAll,
};

/** A hundred processes on a few cores take a while to start. */
const patience = 400_000;

/** So many runs are started at once; a suite has fewer. */
const atOnce = 100;

async function runAll({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const missing = whyNoCommand();
  if (missing) return { cases: 1, failures: [], skipped: [missing] };
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-at-once-"));
  const random = randomFrom(seed);
  try {
    mkdirSync(path.join(root, ".git"));
    const failures: string[] = [];
    let pages = somePages(40, random);
    const many = Math.min(atOnce, Math.ceil(cases / 2));
    let tried = 0;
    for (let round = 0; tried < cases; round += 1) {
      const others = editedPages(pages, random);
      const sets = round % 2 === 0 ? [pages] : [pages, others];
      failures.push(
        ...(await failuresOf(root, sets, Math.min(many, cases - tried))).map((line) => `round ${round}: ${line}`),
      );
      tried += Math.min(many, cases - tried);
      tell(`${tried} runs, ${failures.length} failures`);
      pages = others;
    }
    return { cases: tried, failures };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Starts so many runs of the sets at once, one after another in turn. */
async function failuresOf(root: string, sets: readonly PageSet[], count: number): Promise<readonly string[]> {
  const clean: Listing[] = [];
  for (const [number, pages] of sets.entries()) {
    setPages(path.join(root, `docs-${number}`), pages);
    await runCommand(["generate", "--docs", `docs-${number}`, "--out", `clean-${number}`, "--no-cache"], root);
    clean.push(listingOf(path.join(root, `clean-${number}`)));
  }
  const runs = Array.from({ length: count }, async (_, at) =>
    runCommand(["generate", "--docs", `docs-${at % sets.length}`, "--no-cache"], root, patience),
  );
  const ended = await Promise.all(runs);
  const found = listingOf(path.join(root, "generated"));
  const differences = clean.map((each) => differencesOf(each, found));
  const isWhole = differences.some((lines) => lines.length === 0);
  const nobody = ended.some(({ code }) => code === 0) ? [] : ["no run has ended well"];
  for (const number of sets.keys()) rmSync(path.join(root, `clean-${number}`), { recursive: true });
  return [...ended.flatMap(failureOf), ...nobody, ...(isWhole ? [] : differences.flat().slice(0, 10))];
}

/** A run may tire of waiting for its turn where a hundred come before it. */
function failureOf({ code, stderr }: CommandResult): readonly string[] {
  if (code === 0 || (code === 1 && stderr.includes("Another run writes the outputs"))) return [];
  return [`a run ended with ${code}: ${stderr}`];
}

function setPages(folder: string, pages: PageSet): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of pages) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
