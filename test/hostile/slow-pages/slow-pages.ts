import { compile, type SourcePage } from "../../../src/compile.js";
import { limitsOf } from "../../../src/diagnostics/limits.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { constructs } from "./constructs.js";
import { corpora } from "./corpora.js";

/** Pages that are timed, and the seconds that they may take. */
interface Timed {
  readonly name: string;
  readonly pages: () => readonly SourcePage[];
  readonly most: number;
}

/** A page that is far larger than any may be. */
const hugePage = 10_000_000;

/** So much is made around what a construct repeats. */
const around = 4_000;

/** In the suite, whose machine may be busy: a guard against what does not end. */
const patience = 20;

/** How long a page, and a corpus of 10,000, may take. */
const [pageSeconds, corpusSeconds] = [1, 20];

const inCommand: readonly Timed[] = [
  ...constructs.flatMap(({ name, page }) =>
    [limitsOf({}).pageBytes - around, hugePage].map((size) => timedPage(name, size, page, pageSeconds)),
  ),
  ...corpora.map(({ name, pages }) => ({ name, pages: () => pages(10_000), most: corpusSeconds })),
];

const inSuite: readonly Timed[] = [
  ...constructs.map(({ name, page }) => timedPage(name, 32_000, page, patience)),
  ...corpora.map(({ name, pages }) => ({ name, pages: () => pages(200), most: patience })),
];

/** Each construct of Markdown, of types and of examples, at the size that a page may have and at 10 MB. */
export const slowPages: Trial = {
  name: "slow-pages",
  promise:
    "A page of any construct ends within a second, at the largest size that is read and at 10 MB; 10,000 pages within 20",
  cases: { command: inCommand.length, suite: inSuite.length },
  run: (request) => Promise.resolve(timeAll(request)),
};

function timedPage(name: string, size: number, page: (size: number) => string, most: number): Timed {
  return { name: `${name}, ${size.toLocaleString("en")}`, pages: () => [{ path: "foo.md", value: page(size) }], most };
}

function timeAll({ cases, tell }: TrialRequest): Outcome {
  const list = (cases <= inSuite.length ? inSuite : inCommand).slice(0, cases);
  const failures: string[] = [];
  let slowest = { name: "", seconds: 0 };
  for (const each of list) {
    const seconds = secondsOf(each);
    if (seconds > each.most) failures.push(`${each.name}: ${seconds.toFixed(1)} s`);
    if (each.most === pageSeconds && seconds > slowest.seconds) slowest = { name: each.name, seconds };
    if (each.most === corpusSeconds) tell(`${each.name}: ${seconds.toFixed(1)} s`);
  }
  if (slowest.name !== "") tell(`the slowest page is ${slowest.name}: ${slowest.seconds.toFixed(2)} s`);
  return { cases: list.length, failures };
}

/** The processor's time, of which others on the machine take less than of the clock's; the best of three where it is long. */
function secondsOf({ pages, most }: Timed): number {
  const made = pages();
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && best > most; time += 1) {
    const before = process.cpuUsage();
    compile(made);
    best = Math.min(best, process.cpuUsage(before).user / 1e6);
  }
  return best;
}
