import type { PerShape } from "../shapes/shapes.js";

/** Whether a value fits. */
export type Guard = (value: unknown) => boolean;

/** Every issue of a value, or null where there is none. */
export type Check = (value: unknown) => readonly unknown[] | null;

/** What a contestant's module exports. */
export interface Contestant {
  readonly is: PerShape<Guard>;
  readonly check: PerShape<Check>;
}
