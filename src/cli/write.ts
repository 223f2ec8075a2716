import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";
import { commit, type Plan, type Written } from "./commit.js";
import { pause } from "./environment.js";
import { type FileEntry, journalText, manifestPath, type OutputHashes } from "./manifest.js";
import { type Change, isWork, isWriting } from "./plan.js";
import { type Run, runFiles, runPath, withdrawRun } from "./runs.js";
import { stampOf } from "./standing.js";
import { codeOf, reasonOf } from "./system-error.js";
import { takeTurn, type Waiting } from "./turn.js";

/**
 * Makes the changes; nothing where another run wrote since they were planned.
 *
 * 1. All texts are staged in the run's folder: a full disk or an interruption leaves the outputs as they were.
 * 2. The journal comes to the disk. From here on a kill leaves outputs old and new, and the next run knows both.
 * 3. Stale outputs go, staged ones are put in place, the manifest last.
 * 4. The run's folder goes, and the journal with it.
 */
export async function applyChanges(plan: Plan, out: string, waiting: Waiting): Promise<Written | undefined> {
  let run: Run | undefined;
  try {
    run = await takeTurn(out, waiting);
    if (stampOf(out, run) !== plan.standing.stamp) {
      withdrawRun(out, run);
      return undefined;
    }
    await stage(plan, out, run, waiting);
  } catch (error) {
    if (run) withdrawRun(out, run);
    if (codeOf(error) === undefined) throw error;
    return { written: 0, deleted: 0, failures: failAll(plan.changes, reasonOf(error)) };
  }
  return commit(plan, out, run);
}

/** How many texts are staged between two looks at whether the user interrupts the run. */
const stride = 64;

async function stage(
  { standing, changes, outputHashOf }: Plan,
  out: string,
  run: Run,
  { signal }: Waiting,
): Promise<void> {
  for (const [index, writing] of changes.filter(isWriting).entries()) {
    if (index % stride === 0) await pause(signal);
    const place = runPath(out, run, String(index));
    // An output that a power loss tears is written anew; of a torn manifest nobody could say whose it is.
    if (writing.path === manifestPath) writeDurably(place, writing.text);
    else writeFileSync(place, writing.text, { flag: "wx" });
  }
  await pause(signal);
  const entries = unique([...changes.flatMap((change) => entryOf(change, outputHashOf)), ...standing.journal]);
  if (entries.length > 0) writeDurably(runPath(out, run, runFiles.journal), journalText(entries));
}

function entryOf(change: Change, outputHashOf: OutputHashes): readonly FileEntry[] {
  if (change.kind === "delete") return [{ file: change.path, hash: change.hash }];
  if (!isWriting(change) || change.path === manifestPath) return [];
  return [{ file: change.path, hash: outputHashOf(change) }];
}

function unique(entries: readonly FileEntry[]): readonly FileEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.hash} ${entry.file}`, entry])).values()];
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, "wx");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function failAll(changes: readonly Change[], reason: string): Written["failures"] {
  return changes.filter(isWork).map(({ path }) => ({ path, reason }));
}
