import type { Model, ModelId } from "../../src/model/model.js";
import type { Type } from "../../src/model/type.js";
import { type Literal, madeOf } from "./literal.js";
import { isKeyed } from "./reference-values.js";
import type { ValidValues } from "./valid-values.js";

/** A step from a model's value to one within it: wraps the inner value. */
type Wrap = (inner: unknown) => unknown;

interface Step {
  readonly id: ModelId;
  readonly wrap: Wrap;
  /** How many values the step goes through. */
  readonly length: number;
}

/** Values of a recursive model, nested about as deep as may be: with an end that fits, and with one that does not. */
export function deepValues(model: Model<ModelId>, valid: ValidValues): readonly unknown[] {
  const end = valid.ofModel(model.id, "minimal");
  return cyclesOf(model, valid).flatMap(({ wrap, length }) => {
    const times = Math.floor(1000 / Math.max(1, length));
    const levels = end ? [2, times - 1, times, times + 1, times + 2] : [];
    const fitting = levels.map((count) => nested(count, wrap, end && madeOf(end)));
    return [...fitting, ...[1, 3, 24].map((count) => nested(count, wrap, Symbol("a"))), cyclic(wrap)];
  });
}

/** A value that contains itself, where its way back leads through an object or a list. */
function cyclic(wrap: Wrap): unknown {
  const end = {};
  const value = wrap(end);
  return typeof value === "object" && value !== null ? Object.assign(end, value) : value;
}

function nested(count: number, wrap: Wrap, end: unknown): unknown {
  let value = end;
  for (let level = 0; level < count; level++) value = wrap(value);
  return value;
}

/** The ways from a model back to itself, the shortest one for each first step. */
function cyclesOf(model: Model<ModelId>, valid: ValidValues): readonly Step[] {
  return stepsOf(model.id, valid).flatMap((first) => {
    const way = wayTo(model.id, first, valid);
    return way ? [way] : [];
  });
}

function wayTo(end: ModelId, start: Step, valid: ValidValues): Step | undefined {
  const seen = new Set<ModelId>();
  const queue: Step[] = [start];
  for (const { id, wrap, length } of queue) {
    if (id === end) return { id, wrap, length };
    if (seen.has(id)) continue;
    seen.add(id);
    for (const step of stepsOf(id, valid)) {
      queue.push({ id: step.id, wrap: (inner) => wrap(step.wrap(inner)), length: length + step.length });
    }
  }
  return undefined;
}

function stepsOf(id: ModelId, valid: ValidValues): readonly Step[] {
  const model = valid.schema.models.get(id);
  if (!model || model.kind === "enum") return [];
  if (model.kind === "alias") return typeSteps(model.type);
  if (model.kind === "union") return model.members.flatMap(({ type }) => typeSteps(type));
  const base = madeOf(valid.ofModel(id, "minimal") ?? emptyRecord);
  if (!isKeyed(base)) return [];
  return model.fields.flatMap(({ localName, type }) =>
    typeSteps(type.value).map(({ id: target, wrap, length }) => ({
      id: target,
      length: length + 1,
      wrap: (inner: unknown) => Object.fromEntries([...Object.entries(base), [localName, wrap(inner)]]),
    })),
  );
}

const emptyRecord: Literal = { kind: "record", entries: [] };

function typeSteps(type: Type<ModelId>): readonly Step[] {
  const through = (inner: Type<ModelId>, outer: Wrap): readonly Step[] =>
    typeSteps(inner).map(({ id, wrap, length }) => ({ id, wrap: (value) => outer(wrap(value)), length: length + 1 }));
  switch (type.kind) {
    case "reference":
      return [{ id: type.target, wrap: (inner) => inner, length: 0 }];
    case "array":
      return through(type.items, (inner) => [inner]);
    case "map":
      return through(type.values, (inner) => ({ key: inner }));
    case "union":
      return type.members.flatMap(typeSteps);
    case "nullable":
      return typeSteps(type.type);
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return [];
  }
}
