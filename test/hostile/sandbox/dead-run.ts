import { processOf } from "../../../src/cli/process-identity.js";
import { nameOf } from "../../../src/cli/runs.js";

/** The name of the folder of a run of this machine whose process is no more: ids of processes do not go so far. */
export const deadRunName: string = nameOf({ ...processOf(process.pid), id: 99_999_999 });
