import { randomValues } from "./random-values.js";
import type { PerShape, ShapeName } from "./shapes.js";
import { makeValid } from "./valid-values.js";

/** Values of one shape; each list's length is a power of two, so that a mask can walk it. */
export interface Inputs {
  readonly valid: readonly unknown[];
  /** Wrong in what is checked first. */
  readonly wrongEarly: readonly unknown[];
  /** Wrong in what is checked last. */
  readonly wrongLate: readonly unknown[];
  /** Wrong in several places. */
  readonly wrongOften: readonly unknown[];
}

/** Changes a value in place. */
type Edit = (value: Record<string | number, unknown>) => void;

const edits: PerShape<Readonly<Record<"early" | "late" | "often", Edit>>> = {
  flat: {
    early: (flat) => Object.assign(flat, { id: 1 }),
    late: (flat) => Object.assign(flat, { active: "yes" }),
    often: (flat) => {
      Object.assign(flat, { id: 1, status: "x" });
      delete flat["count"];
    },
  },
  nested: {
    early: (nested) => Object.assign(nested, { runId: 1 }),
    late: (nested) => Object.assign(nested, { labels: { a: 1 } }),
    often: (nested) => Object.assign(nested, { status: "x", reason: { type: "q", message: 1 }, labels: { a: 1 } }),
  },
  union: {
    early: (union) => Object.assign(union, { type: "nope" }),
    late: (union) => Object.assign(union, { [Object.keys(union).at(-1) ?? ""]: {} }),
    often: (union) => {
      for (const key of Object.keys(union).slice(1)) union[key] = {};
    },
  },
  wide: {
    early: (wide) => Object.assign(wide, { s0: 1 }),
    late: (wide) => Object.assign(wide, { tags: ["a", 1] }),
    often: (wide) => {
      Object.assign(wide, { s3: 1, b2: "x", kind: "q" });
      delete wide["n4"];
    },
  },
  list: {
    early: (list) => Object.assign(list[0] ?? {}, { id: 1 }),
    late: (list) => Object.assign(list[999] ?? {}, { paid: 1 }),
    often: (list) => {
      Object.assign(list[3] ?? {}, { id: 1 });
      Object.assign(list[500] ?? {}, { currency: "x" });
      Object.assign(list[999] ?? {}, { paid: 1 });
    },
  },
};

/** Makes the inputs of a shape, the same in every process. */
export function makeInputs(shape: ShapeName): Inputs {
  const random = randomValues(7);
  const length = shape === "list" ? 8 : 64;
  const make = (edit?: Edit): readonly unknown[] =>
    Array.from({ length }, () => {
      const value = makeValid[shape](random);
      edit?.(value as Record<string | number, unknown>);
      // As values reach validators: the engine lays parsed objects out otherwise than those that code puts together.
      return JSON.parse(JSON.stringify(value));
    });
  const { early, late, often } = edits[shape];
  return { valid: make(), wrongEarly: make(early), wrongLate: make(late), wrongOften: make(often) };
}
