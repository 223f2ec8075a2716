import { buildAll } from "./build/build.js";
import { bundleOf } from "./build/bundle.js";
import { type Machine, thisMachine } from "./common/machine.js";
import type { ContestantId } from "./contestants/contestants.js";
import type { LeftOut } from "./measure/agreement.js";
import { type ColdFigure, measureCold } from "./measure/cold.js";
import { measureSizes, type SizeFigures } from "./measure/size.js";
import { measureSpeed } from "./measure/speed.js";
import { type SpeedFigure, speedFigure } from "./measure/speed-figures.js";
import { askOddInputs, type OddFigure } from "./odd-inputs/odd-inputs.js";
import { measureTypeCheck, type TypeCheckFigures } from "./type-check/type-check.js";

/** All that the benchmark finds. */
export interface Figures {
  readonly machine: Machine;
  readonly rounds: number;
  /** Milliseconds of one contestant in one round. */
  readonly slice: number;
  readonly leftOut: readonly LeftOut[];
  readonly isValid: SpeedFigure;
  readonly isWrongEarly: SpeedFigure;
  readonly isWrongLate: SpeedFigure;
  readonly validateValid: SpeedFigure;
  /** To the yardstick, as the others are. */
  readonly validateInvalidToHand: SpeedFigure;
  /** To ajv's standalone code. */
  readonly validateInvalid: SpeedFigure;
  readonly cold: Readonly<Partial<Record<ContestantId, ColdFigure>>>;
  readonly size: SizeFigures;
  readonly typeCheck: TypeCheckFigures;
  readonly oddInputs: readonly OddFigure[];
}

/** How much is measured. */
export interface Extent {
  /** The yardstick comes first. */
  readonly ids: readonly ContestantId[];
  readonly rounds: number;
  readonly slice: number;
  readonly typeCheck: boolean;
}

const coldRounds = 11;
const typeCheckRounds = 5;

/** Makes everything and measures it. */
export async function findFigures({ ids, rounds, slice, typeCheck }: Extent): Promise<Figures> {
  const programs = await buildAll(ids);
  const bundles = ids.map((id) => [id, bundleOf(id)] as const);
  const { leftOut, samples } = await measureSpeed(programs.speed, { bundles, rounds, slice });
  return {
    machine: thisMachine(),
    rounds,
    slice,
    leftOut,
    isValid: speedFigure(samples, "isValid", "hand"),
    isWrongEarly: speedFigure(samples, "isWrongEarly", "hand"),
    isWrongLate: speedFigure(samples, "isWrongLate", "hand"),
    validateValid: speedFigure(samples, "validateValid", "hand"),
    validateInvalidToHand: speedFigure(samples, "validateInvalid", "hand"),
    validateInvalid: speedFigure(samples, "validateInvalid", "ajvStandalone"),
    cold: await measureCold(programs.cold, ids, coldRounds),
    size: await measureSizes(ids),
    typeCheck: typeCheck ? await measureTypeCheck(typeCheckRounds) : { missing: "--no-type-check was said" },
    oddInputs: await askOddInputs(programs.oddInputs, programs.trees, ids),
  };
}
