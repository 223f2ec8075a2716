import { join } from "node:path";
import { compilers } from "../../corpus/judge.js";
import { repository } from "../common/paths.js";
import { rotated } from "../common/rounds.js";
import { runNode } from "../common/run-node.js";
import { median, medianRatio } from "../common/statistics.js";
import { hasPages, projectOf, type Side, sides, writeProjects } from "./sources.js";

const timedCompilers = ["5.9", "7.0"] as const;
type Compiler = (typeof timedCompilers)[number];

/** What a compiler takes, in milliseconds of whole processes. */
export interface TypeCheckFigure {
  readonly milliseconds: Readonly<Record<Side, number>>;
  /** The outputs' share of what zod's schemas take. */
  readonly ratio: number;
}

/** The figures by compiler, or why there are none. */
export type TypeCheckFigures =
  | { readonly models: number; readonly compilers: Readonly<Record<Compiler, TypeCheckFigure>> }
  | { readonly missing: string };

/** Times how long compilers take to check the outputs of a real SDK's pages, and the same models in zod. */
export async function measureTypeCheck(rounds: number): Promise<TypeCheckFigures> {
  if (!hasPages()) return { missing: "the pages of polar-typescript are not beside the repository" };
  const models = writeProjects();
  return { models, compilers: { "5.9": await timeCompiler("5.9", rounds), "7.0": await timeCompiler("7.0", rounds) } };
}

async function timeCompiler(compiler: Compiler, rounds: number): Promise<TypeCheckFigure> {
  const times: Record<Side, number[]> = { modelmark: [], zod: [], nothing: [] };
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`TypeScript ${compiler}: round ${round + 1} of ${rounds}\n`);
    for (const side of rotated(sides, round)) times[side].push(await timeProcess(compiler, side));
  }
  return {
    milliseconds: { modelmark: median(times.modelmark), zod: median(times.zod), nothing: median(times.nothing) },
    ratio: medianRatio(times.modelmark, times.zod),
  };
}

/** The compiler must have nothing to say: a program with errors is not checked to its end. */
async function timeProcess(compiler: Compiler, side: Side): Promise<number> {
  const start = performance.now();
  await runNode(["--max-old-space-size=8192", join(repository, compilers[compiler]), "-p", projectOf(side)]);
  return performance.now() - start;
}
