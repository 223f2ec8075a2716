import { runNode } from "../common/run-node.js";
import type { ContestantId } from "../contestants/contestants.js";
import type { ShapeName } from "../shapes/shapes.js";
import type { LeftOut } from "./agreement.js";
import type { OperationId } from "./operations.js";

/** What the program that measures is told. */
export interface SpeedRequest {
  /** The yardstick comes first. */
  readonly bundles: readonly (readonly [ContestantId, string])[];
  readonly rounds: number;
  /** Milliseconds of one contestant in one round. */
  readonly slice: number;
}

/** The median time of a call in each round, by contestant. */
export interface Samples {
  readonly shape: ShapeName;
  readonly operation: OperationId;
  readonly nanoseconds: Readonly<Partial<Record<ContestantId, readonly number[]>>>;
}

/** What that program says. */
export interface SpeedResult {
  readonly leftOut: LeftOut[];
  readonly samples: Samples[];
}

/** Measures all contestants side by side in a process of their own. */
export async function measureSpeed(program: string, request: SpeedRequest): Promise<SpeedResult> {
  return JSON.parse(await runNode([program, JSON.stringify(request)])) as SpeedResult;
}
