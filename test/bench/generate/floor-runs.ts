import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "../common/paths.js";
import { floorIds, type Size } from "./contestants.js";
import type { Contestant } from "./heat.js";
import { lazily } from "./lazily.js";
import { type Pages, writePages } from "./pages.js";
import type { Run } from "./run.js";
import { setAside } from "./set-aside.js";

/** The bundled programs of the floors and of the plain design. */
export interface FloorPrograms {
  readonly floor: string;
  readonly plain: string;
}

/** What others cost, at the least or at the most, on the same pages. */
export interface FloorRuns {
  readonly short: readonly Contestant[];
  readonly plain: Contestant;
}

/** Describes the runs; the pages are written below a folder when they are set up. */
export function floorRuns(size: Size, folder: string, pages: Pages, programs: FloorPrograms): FloorRuns {
  const docs = join(folder, pages.docs);
  const run = (...args: readonly string[]): Run => ({ args, cwd: benchFolder });
  const onPages = lazily(() => {
    writePages(folder, pages);
    return run;
  });
  return {
    short: [
      { id: "start", size, setUp: () => run("-e", "0") },
      ...floorIds.map((id): Contestant => ({ id, size, setUp: () => onPages()(programs.floor, id, docs) })),
    ],
    plain: { id: "plain", size, setUp: () => plainRun(onPages()(programs.plain, docs, join(folder, "out")), pages) },
  };
}

function plainRun(run: Run, { pages }: Pages): Run {
  const out = run.args.at(-1) ?? "";
  return {
    ...run,
    before: () => {
      mkdirSync(out, { recursive: true });
      setAside(out);
    },
    after: () => {
      const files = readdirSync(out, { recursive: true }).filter((file) => String(file).endsWith(".ts"));
      if (files.length !== pages.length) throw new Error(`it wrote ${files.length} files for ${pages.length} pages`);
    },
  };
}
