import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Guard, guards } from "./guards.js";
import { type Removal, removalsOf } from "./removals.js";
import { copyRepository, type RepositoryCopy, root } from "./repository-copy.js";

// Takes one guard after another out of copies of the repository: `npm run mutants [-- FILE… --copies N]`, each of whose names
// is part of the guarded file's. What no test notices is named.

const { values, positionals } = parseArgs({
  options: { copies: { type: "string", default: "1" } },
  allowPositionals: true,
});
const chosen = guards.filter(({ file }) => positionals.length === 0 || positionals.some((name) => file.includes(name)));

/** A removal that something must notice. */
interface Task extends Removal {
  readonly guard: Guard;
}

const counts = { noticed: 0, spare: 0 };
const missed: string[] = [];
const tasks = chosen.flatMap(tasksOf);
const copies = Array.from({ length: Number(values.copies) }, copyRepository);
process.on("exit", () => {
  for (const copy of copies) copy.remove();
});
const waiting = tasks[Symbol.iterator]();
await Promise.all(copies.map(tryTasks));
process.stdout.write(
  `${tasks.length} guards removed, ${missed.length} not noticed (${counts.spare} removals guard nothing)\n`,
);
for (const line of missed) process.stdout.write(`${line}\n`);
process.exitCode = missed.length > 0 || tasks.length === 0 ? 1 : 0;

function tasksOf(guard: Guard): readonly Task[] {
  const removals = removalsOf(readFileSync(join(root, guard.file), "utf8"));
  const guarding = removals.filter(({ told }) => !guard.spare?.some((spare) => told.includes(spare.told)));
  counts.spare += removals.length - guarding.length;
  return guarding.map((removal) => ({ ...removal, guard }));
}

/** Each copy takes the next removal as soon as it is done with one. */
async function tryTasks(copy: RepositoryCopy): Promise<void> {
  let last: Guard | undefined;
  for (const task of waiting) {
    if (task.guard !== last && !(await copy.passes(task.guard))) {
      throw new Error(`The tests of ${task.guard.file} fail without a change`);
    }
    last = task.guard;
    await tryRemoval(copy, task);
  }
}

async function tryRemoval(copy: RepositoryCopy, { guard, source, line, told }: Task): Promise<void> {
  copy.write(guard.file, source);
  const isNoticed = !(await copy.passes(guard));
  copy.restore(guard.file);
  if (isNoticed) counts.noticed += 1;
  else missed.push(`${guard.file}:${line} ${told}`);
  process.stderr.write(`${isNoticed ? "noticed" : "MISSED"} ${guard.file}:${line} ${told}\n`);
}
