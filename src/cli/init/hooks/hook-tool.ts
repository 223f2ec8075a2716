import type { HookCommands } from "../hook-commands.js";
import type { Look } from "../look.js";
import type { Step } from "../step.js";

/** A tool that runs commands before git commits. */
export interface HookTool {
  /** As `--hook` says it. */
  readonly name: string;
  readonly find: (look: Look) => Finding | undefined;
  /** What it takes to have the tool run modelmark. */
  readonly steps: (look: Look, commands: HookCommands) => readonly Step[];
}

/** That a repository uses a tool, or depends on it alone, and by what that is seen. */
export interface Finding {
  readonly strength: "in use" | "installed";
  readonly sign: string;
}
