import { config } from "./config/config.js";
import { fileNames } from "./file-names.js";
import { fileSystem } from "./file-system/file-system.js";
import { indexNames } from "./file-system/index-names.js";
import { fuzz } from "./fuzz/trial.js";
import { injection } from "./injection/injection.js";
import { limits } from "./limits.js";
import { closedFolders } from "./load/closed-folders.js";
import { fullDisk } from "./load/full-disk.js";
import { kills } from "./load/kills.js";
import { runsAtOnce } from "./load/runs-at-once.js";
import { slowPages } from "./slow-pages/slow-pages.js";
import { tamperedState } from "./tampered-state/tampered-state.js";
import { terminal } from "./terminal/terminal.js";
import type { Trial } from "./trial.js";
import { validators } from "./validators/validators.js";

/** Every trial, in the order of SECURITY.md. */
export const trials: readonly Trial[] = [
  injection,
  fuzz,
  limits,
  slowPages,
  validators,
  fileSystem,
  fileNames,
  indexNames,
  tamperedState,
  terminal,
  config,
  runsAtOnce,
  kills,
  fullDisk,
  closedFolders,
];
