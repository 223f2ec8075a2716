import { pathToFileURL } from "node:url";
import { measure } from "mitata";
import type { Check, Contestant, Guard } from "../contestants/contestant.js";
import type { ContestantId } from "../contestants/contestants.js";
import { type Inputs, makeInputs } from "../shapes/inputs.js";
import { type ShapeName, shapeNames } from "../shapes/shapes.js";
import { findDisagreement, type LeftOut } from "./agreement.js";
import { type OperationId, operationIds, operations } from "./operations.js";
import type { Samples, SpeedRequest, SpeedResult } from "./speed.js";

// One process, so that all contestants meet the same machine: each is measured for a short slice, then the next, round
// after round, and the next round starts with another. The first round warms up.

const { bundles, rounds, slice }: SpeedRequest = JSON.parse(process.argv[2] ?? "{}");
const loaded: readonly (readonly [ContestantId, Contestant])[] = await Promise.all(
  bundles.map(async ([id, file]) => [id, await import(pathToFileURL(file).href)] as const),
);
const result: SpeedResult = { leftOut: [], samples: [] };
for (const shape of shapeNames) await measureShape(shape);
process.stdout.write(JSON.stringify(result));

async function measureShape(shape: ShapeName): Promise<void> {
  const inputs = makeInputs(shape);
  const leftOut = findLeftOut(shape, inputs);
  result.leftOut.push(...leftOut);
  const agreeing = loaded.filter(([id]) => leftOut.every(({ contestant }) => contestant !== id));
  for (const operation of operationIds) {
    process.stderr.write(`${shape}: ${operations[operation].title}\n`);
    result.samples.push(await measureOperation(shape, operation, inputs, agreeing));
  }
}

function findLeftOut(shape: ShapeName, inputs: Inputs): readonly LeftOut[] {
  const [yardstick] = loaded;
  if (!yardstick) return [];
  return loaded.flatMap(([id, contestant]) => {
    const found = findDisagreement(id, shape, contestant, yardstick[1], inputs);
    return found ? [found] : [];
  });
}

async function measureOperation(
  shape: ShapeName,
  operation: OperationId,
  inputs: Inputs,
  agreeing: readonly (readonly [ContestantId, Contestant])[],
): Promise<Samples> {
  const { ask, inputs: kind } = operations[operation];
  const nanoseconds: Partial<Record<ContestantId, number[]>> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [id, contestant] of rotated(agreeing, round)) {
      const time = await timeOf(contestant[ask][shape], inputs[kind]);
      if (round > 0) nanoseconds[id] = [...(nanoseconds[id] ?? []), time];
    }
  }
  return { shape, operation, nanoseconds };
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

async function timeOf(ask: Guard | Check, values: readonly unknown[]): Promise<number> {
  const mask = values.length - 1;
  let next = 0;
  const { p50 } = await measure(() => ask(values[next++ & mask]), {
    min_cpu_time: slice * 1e6,
    min_samples: 4,
    batch_samples: 256,
    gc: false,
    inner_gc: false,
  });
  return p50;
}
