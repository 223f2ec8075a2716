import type { Model, ModelId } from "../../src/model/model.js";
import { deepValues } from "./deep-values.js";
import type { Enumerator } from "./enumerate-values.js";
import { hostileValues } from "./hostile-values.js";
import { expressionOf, madeOf } from "./literal.js";
import type { Guard } from "./load-guards.js";
import type { Reference } from "./reference.js";
import { fitsModel } from "./reference-check.js";
import type { ValidValues } from "./valid-values.js";

/** A value, and whether the reference takes it. */
export interface Probe {
  readonly what: string;
  readonly value: unknown;
  readonly fits: boolean;
  /** Whether a look at the value may throw; a guard that need not look may take it. */
  readonly traps: boolean;
}

/** What is asked of a guard and of its mutants: enumerated values of the model, hostile ones, deep ones. */
export function probesOf(
  model: Model<ModelId>,
  valid: ValidValues,
  enumerate: Enumerator,
  reference: Reference,
  limit: number,
): readonly Probe[] {
  const enumerated = enumerate(model, limit).map((literal) => ({
    what: expressionOf(literal),
    value: madeOf(literal),
    traps: false,
  }));
  const deep = deepValues(model, valid).map((value) => ({ what: "a deep value", value, traps: false }));
  const all = [...enumerated, ...hostileValues(model, valid), ...deep];
  return all.flatMap((probe) => {
    const fits = answerOf(() => fitsModel(model.id, probe.value, reference));
    return fits === undefined ? [] : [{ ...probe, fits }];
  });
}

/** What cannot be looked at fits nothing; no answer where the stack ends before the reference comes to one. */
function answerOf(ask: () => boolean): boolean | undefined {
  try {
    return ask();
  } catch (error) {
    return error instanceof RangeError ? undefined : false;
  }
}

/** Whether a guard says of a value what the reference says; a guard never throws. */
export function agrees(guard: Guard, { value, fits }: Probe): boolean {
  try {
    return guard(value) === fits;
  } catch {
    return false;
  }
}
