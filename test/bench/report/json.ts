import { jsonText } from "../common/json-text.js";
import type { Figures } from "../figures.js";
import type { SpeedFigure } from "../measure/speed-figures.js";

/** The figures as one object, with four digits each. */
export function figuresAsJson(figures: Figures): string {
  const { machine, rounds, slice, leftOut, size, cold, typeCheck } = figures;
  const value = {
    isValid: speedOf(figures.isValid),
    isWrongEarly: speedOf(figures.isWrongEarly),
    isWrongLate: speedOf(figures.isWrongLate),
    validateValid: speedOf(figures.validateValid),
    validateInvalid: speedOf(figures.validateInvalid),
    validateInvalidToHand: speedOf(figures.validateInvalidToHand),
    cold: mapValues(cold, ({ ratio }) => ratio),
    size: { ...mapValues(size.contestants, ({ gzip }) => gzip), helper: size.helper.gzip },
    typeCheck: typeCheckOf(typeCheck),
    oddInputs: Object.fromEntries(
      figures.oddInputs.map(({ input, expected, answers }) => [input, { wanted: expected, ...answers }]),
    ),
    leftOut,
    measured: { ...machine, rounds, slice },
  };
  return jsonText(value);
}

function speedOf({ base, mean, shapes, worst }: SpeedFigure): Omit<SpeedFigure, "nanoseconds"> {
  return { base, mean, shapes, worst };
}

function typeCheckOf(typeCheck: Figures["typeCheck"]): Readonly<Record<string, number | string | null>> {
  if ("missing" in typeCheck) return { "5.9": null, "7.0": null, reason: typeCheck.missing };
  return mapValues(typeCheck.compilers, ({ ratio }) => ratio);
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
