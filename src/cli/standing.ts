import { lstatSync } from "node:fs";
import path from "node:path";
import { diskOf } from "./disk.js";
import { OutputError } from "./exit-code.js";
import { type FileEntry, manifestPath, readJournal } from "./manifest.js";
import { type Run, runFiles, runsIn } from "./runs.js";

/** What former runs left, as a run finds it before it reads pages. */
export interface Standing {
  /** Differs where another run wrote in the meantime. */
  readonly stamp: string;
  /** The runs that were interrupted and that none mended since. */
  readonly interrupted: readonly Run[];
  /** What those may have put in place, which no manifest says. */
  readonly journal: readonly FileEntry[];
}

/** Looks at what former runs left; an `OutputError` where it cannot be read. */
export function standingOf(out: string): Standing {
  const stamp = stampOf(out);
  const interrupted = runsIn(out).dead;
  return { stamp, interrupted, journal: interrupted.flatMap((run) => journalOf(out, run)) };
}

/** The stamp as it is now; a run that looks in its turn leaves itself out. */
export function stampOf(out: string, own?: Run): string {
  const { alive, dead } = runsIn(out);
  const others = alive.filter((run) => run.name !== own?.name);
  return JSON.stringify([manifestStamp(out), others.map((run) => run.name), dead.map((run) => run.name)]);
}

/** Each run that changes the manifest renames a new file to its place. */
function manifestStamp(out: string): readonly string[] {
  try {
    const { ino, mtimeNs, size } = lstatSync(path.join(out, manifestPath), { bigint: true });
    return [ino, mtimeNs, size].map(String);
  } catch {
    return [];
  }
}

function journalOf(out: string, run: Run): readonly FileEntry[] {
  const file = `${run.name}/${runFiles.journal}`;
  const entry = diskOf(out)(file);
  switch (entry.kind) {
    case "absent":
      return [];
    case "file":
      return readJournal(entry.bytes.toString());
    case "barred":
    case "unreadable":
      throw new OutputError(`Cannot read \`${file}\` in the output folder: ${entry.reason}`, journalHint);
  }
}

const journalHint = "An interrupted run says there what it wrote: make it readable, or delete it with its folder.";
