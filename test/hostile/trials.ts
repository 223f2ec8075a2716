import { limits } from "./limits.js";
import { slowPages } from "./slow-pages/slow-pages.js";
import type { Trial } from "./trial.js";
import { validators } from "./validators/validators.js";

/** Every trial, in the order of SECURITY.md. */
export const trials: readonly Trial[] = [limits, slowPages, validators];
