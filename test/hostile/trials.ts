import { fuzz } from "./fuzz/trial.js";
import { injection } from "./injection/injection.js";
import type { Trial } from "./trial.js";

/** Every trial, in the order of SECURITY.md. */
export const trials: readonly Trial[] = [injection, fuzz];
