import type { Look } from "../look.js";
import { git } from "./git.js";
import type { Finding, HookTool } from "./hook-tool.js";
import { husky } from "./husky.js";
import { lefthook } from "./lefthook.js";
import { preCommit } from "./pre-commit.js";
import { simpleGitHooks } from "./simple-git-hooks.js";

/** The tools that can run modelmark before a commit; where several are found, the first one is taken. */
export const hookTools: readonly HookTool[] = [husky, lefthook, simpleGitHooks, preCommit, git];

/** A tool, and by what it was found. */
export interface FoundTool {
  readonly tool: HookTool;
  readonly finding: Finding;
}

/** The tools that a repository uses, those in use before those that are only installed. */
export function foundTools(look: Look): readonly FoundTool[] {
  const found = hookTools.flatMap((tool) => {
    const finding = tool.find(look);
    return finding ? [{ tool, finding }] : [];
  });
  const of = (strength: Finding["strength"]): readonly FoundTool[] =>
    found.filter(({ finding }) => finding.strength === strength);
  return [...of("in use"), ...of("installed")];
}
