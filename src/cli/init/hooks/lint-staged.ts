import path from "node:path";
import type { Look } from "../look.js";
import { rangeOf } from "../package-file.js";
import type { Step } from "../step.js";

/** What is to be said where lint-staged is in use, which sets no hook itself. */
export function lintStagedNotes(look: Look): readonly Step[] {
  return usesLintStaged(look)
    ? [
        {
          kind: "note",
          says: "lint-staged runs nothing where a commit only deletes pages, so modelmark has a line of its own after it, and takes pages as lint-staged leaves them.",
        },
      ]
    : [];
}

function usesLintStaged({ root, folder, packages, list }: Look): boolean {
  const isConfig = (name: string): boolean => /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.\w+)$/.test(name);
  return (
    packages.some((each) => each.content["lint-staged"] !== undefined || rangeOf(each, "lint-staged") !== undefined) ||
    [root, folder].some((each) => list(path.resolve(each)).some(isConfig))
  );
}
