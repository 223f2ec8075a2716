import { config } from "./config/config.js";
import { fileNames } from "./file-names.js";
import { fileSystem } from "./file-system/file-system.js";
import { tamperedState } from "./tampered-state/tampered-state.js";
import { terminal } from "./terminal/terminal.js";
import type { Trial } from "./trial.js";

/** Every trial, in the order of SECURITY.md. */
export const trials: readonly Trial[] = [fileSystem, fileNames, terminal, config, tamperedState];
