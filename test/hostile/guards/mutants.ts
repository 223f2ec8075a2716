import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Guard, guards } from "./guards.js";
import { type Removal, removalsOf } from "./removals.js";
import { type Chosen, chosenBy, copyRepository, type RepositoryCopy, root } from "./repository-copy.js";

// Takes one guard after another out of copies of the repository: `npm run mutants [-- FILE…]`, each of whose names is part of
// the guarded file's. What no test notices is named. `--copies N` tries so many at once; `--tests N` runs the first N of a
// guard's tests and trials alone: what they miss may be noticed by the others, which take longer.

const { values, positionals } = parseArgs({
  options: { copies: { type: "string", default: "1" }, tests: { type: "string" } },
  allowPositionals: true,
});
const chosen = guards.filter(({ file }) => positionals.length === 0 || positionals.some((name) => file.includes(name)));

/** A removal that something must notice. */
interface Task extends Removal {
  readonly guard: Guard;
}

let spared = 0;
const missed: string[] = [];
const passing = new Set<string>();
const tasks = chosen.flatMap(tasksOf);
const copies = Array.from({ length: Number(values.copies) }, copyRepository);
const waiting = tasks[Symbol.iterator]();
try {
  await Promise.all(copies.map(tryTasks));
} finally {
  for (const copy of copies) copy.remove();
}
process.stdout.write(
  `${tasks.length} guards removed, ${missed.length} not noticed (${spared} removals guard nothing)\n`,
);
for (const line of missed) process.stdout.write(`${line}\n`);
process.exitCode = missed.length > 0 || tasks.length === 0 ? 1 : 0;

function chosenFor(guard: Guard): readonly Chosen[] {
  return chosenBy(guard).slice(0, values.tests === undefined ? undefined : Number(values.tests));
}

function tasksOf(guard: Guard): readonly Task[] {
  const removals = removalsOf(readFileSync(join(root, guard.file), "utf8"));
  const guarding = removals.filter(({ told }) => !guard.spare?.some((spare) => told.includes(spare.told)));
  spared += removals.length - guarding.length;
  return guarding.map((removal) => ({ ...removal, guard }));
}

/** Each copy takes the next removal as soon as it is done with one. */
async function tryTasks(copy: RepositoryCopy): Promise<void> {
  for (const task of waiting) {
    await expectPassing(copy, task.guard);
    await tryRemoval(copy, task);
  }
}

/** What fails without a removal proves nothing. */
async function expectPassing(copy: RepositoryCopy, guard: Guard): Promise<void> {
  const unknown = chosenFor(guard).filter((chosen) => !passing.has(JSON.stringify(chosen)));
  for (const chosen of unknown) {
    const failure = await copy.findFailure([chosen]);
    if (failure !== undefined) throw new Error(`Fails without a removal: ${failure}`);
    passing.add(JSON.stringify(chosen));
  }
}

async function tryRemoval(copy: RepositoryCopy, { guard, source, line, told }: Task): Promise<void> {
  copy.write(guard.file, source);
  const failure = await copy.findFailure(chosenFor(guard));
  copy.restore(guard.file);
  if (failure === undefined) missed.push(`${guard.file}:${line} ${told}`);
  const outcome = failure === undefined ? "MISSED" : "noticed";
  process.stderr.write(`${outcome} ${guard.file}:${line} ${told}${failure ? `\n        by ${failure}` : ""}\n`);
}
