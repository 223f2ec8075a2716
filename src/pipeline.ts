/** What the command line loads of the pipeline, once a run has pages to look at. */
export { draft, lookAtPages } from "./draft.js";
export { recompile } from "./recompile/recompile.js";
