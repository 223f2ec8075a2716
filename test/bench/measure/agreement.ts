import type { Contestant } from "../contestants/contestant.js";
import type { ContestantId } from "../contestants/contestants.js";
import type { Inputs } from "../shapes/inputs.js";
import type { ShapeName } from "../shapes/shapes.js";

/** A contestant that is not measured on a shape, since it answers wrongly there. */
export interface LeftOut {
  readonly contestant: ContestantId;
  readonly shape: ShapeName;
  readonly why: string;
}

/** Those whose issues have a `path` as Standard Schema wants it. */
const withStandardPaths: ReadonlySet<ContestantId> = new Set(["hand", "modelmark", "zod", "zodMini"]);

/** Why a contestant must be left out of a shape, or undefined where it answers as the yardstick does. */
export function findDisagreement(
  id: ContestantId,
  shape: ShapeName,
  contestant: Contestant,
  yardstick: Contestant,
  inputs: Inputs,
): LeftOut | undefined {
  const is = contestant.is[shape];
  const check = contestant.check[shape];
  const refused = inputs.valid.findIndex((value) => is(value) !== true || check(value) !== null);
  if (refused >= 0) return { contestant: id, shape, why: `refuses valid value ${refused}` };
  const wrong = [...inputs.wrongEarly, ...inputs.wrongLate, ...inputs.wrongOften];
  const accepted = wrong.findIndex((value) => is(value) !== false || !check(value)?.length);
  if (accepted >= 0) return { contestant: id, shape, why: `accepts invalid value ${accepted}` };
  if (!withStandardPaths.has(id)) return undefined;
  const other = wrong.findIndex((value) => pathsOf(check(value)) !== pathsOf(yardstick.check[shape](value)));
  return other >= 0 ? { contestant: id, shape, why: `has issues at other paths of invalid value ${other}` } : undefined;
}

function pathsOf(issues: readonly unknown[] | null): string {
  const paths = (issues ?? []).map((issue) => JSON.stringify((issue as { readonly path?: unknown }).path));
  return paths.sort().join("\n");
}
