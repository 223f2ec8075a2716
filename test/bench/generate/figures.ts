import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleProgram } from "../common/bundle-program.js";
import { type Machine, thisMachine } from "../common/machine.js";
import type { ContestantId, Size } from "./contestants.js";
import { type Contestant, type Result, runHeat } from "./heat.js";
import { planHeats } from "./heats.js";
import { sampleOf } from "./run.js";

/** All that the benchmark finds. */
export interface Figures {
  readonly machine: Machine;
  readonly rounds: number;
  readonly sizes: Readonly<Record<Size, SizeFigure>>;
  /** How many schemas the peers read, where they read any. */
  readonly schemas: number | undefined;
  readonly results: readonly Result[];
}

/** What the pages of a size are. */
export interface SizeFigure {
  readonly origin: string;
  readonly pages: number;
  /** Nothing where no full run came to its end. */
  readonly models: number | undefined;
}

/** How much is measured. */
export interface Extent {
  readonly ids: ReadonlySet<ContestantId>;
  readonly sizes: readonly Size[];
  readonly rounds: number;
}

/** Makes everything, measures what is asked for, and leaves nothing behind. */
export async function findFigures({ ids, sizes: asked, rounds }: Extent): Promise<Figures> {
  const floor = await bundleProgram("generate/floor-program.ts");
  const plain = await bundleProgram("generate/plain-design/program.ts");
  const peak = await bundleProgram("generate/peak-memory-program.ts");
  const folder = mkdtempSync(join(tmpdir(), "modelmark-bench-"));
  try {
    const plan = planHeats(folder, { floor, plain }, (contestant) => isAsked(contestant, ids, asked));
    const watch = { program: peak, folder };
    const heats = plan.heats.filter(({ contestants }) => contestants.length > 0);
    const results = heats.flatMap((heat) =>
      runHeat(heat, rounds, (run, watched) => sampleOf(run, watched ? watch : undefined), tell),
    );
    const sizeOf = (size: Size): SizeFigure => {
      const { origin, pages } = plan.pages[size];
      return { origin, pages: pages.length, models: plan.models(size) };
    };
    const sizes = { once: sizeOf("once"), tenfold: sizeOf("tenfold") };
    return { machine: thisMachine(), rounds, sizes, schemas: plan.schemas, results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What times are compared with always runs along. */
function isAsked({ id, size }: Contestant, ids: ReadonlySet<ContestantId>, asked: readonly Size[]): boolean {
  return asked.includes(size) && (ids.has(id) || id === "start" || id === "plain");
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
