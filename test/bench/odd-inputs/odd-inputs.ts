import { bundleOf } from "../build/bundle.js";
import { runNode } from "../common/run-node.js";
import type { ContestantId } from "../contestants/contestants.js";
import { oddInputs } from "./cases.js";

/** What a contestant makes of an input: `differs` where its guard and its list of issues disagree. */
export type Answer = "yes" | "no" | "throws" | "differs";

/** What the program that asks one contestant is told. */
export interface OddRequest {
  readonly id: ContestantId;
  readonly bundle: string;
  readonly trees: string;
}

/** An odd input and what each contestant says of it. */
export interface OddFigure {
  readonly input: string;
  /** What modelmark must say. */
  readonly expected: Answer;
  readonly answers: Readonly<Partial<Record<ContestantId, Answer | undefined>>>;
}

/** Asks every contestant about every odd input. */
export async function askOddInputs(
  program: string,
  trees: string,
  ids: readonly ContestantId[],
): Promise<readonly OddFigure[]> {
  const answers: (readonly [ContestantId, readonly Answer[]])[] = [];
  for (const id of ids) answers.push([id, await answersOf(program, { id, trees, bundle: bundleOf(id) })]);
  return oddInputs.map(({ title, expected }, at) => ({
    input: title,
    expected: expected ? "yes" : "no",
    answers: Object.fromEntries(answers.map(([id, given]) => [id, given[at]])),
  }));
}

async function answersOf(program: string, request: OddRequest): Promise<readonly Answer[]> {
  return JSON.parse(await runNode([program, JSON.stringify(request)]));
}
