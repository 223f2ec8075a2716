import type { Colors } from "picocolors/types.js";
import type { VFileMessage } from "vfile-message";
import type { Failure } from "../commit.js";
import type { Environment } from "../environment.js";
import type { PageFile } from "../pages.js";
import type { Change } from "../plan.js";

/** How a run went, for a reporter to say. */
export interface Outcome {
  readonly command: "generate" | "check" | "inspect";
  readonly dryRun: boolean;
  /** The folder of the pages, absolute. */
  readonly docs: string;
  /** The folder of the outputs, absolute. */
  readonly out: string;
  /** Where the run was over git's index: the outputs that were staged alone, since their working copies have changes. */
  readonly staged?: { readonly leftCopies: readonly string[] } | undefined;
  /** What made `watch` run, printable: `components/pet.md changed`. */
  readonly cause?: string | undefined;
  readonly pages: readonly PageFile[];
  /** Other files that messages may be about, by their paths from the docs folder. */
  readonly beside?: readonly PageFile[] | undefined;
  readonly models: number;
  /** Sorted by page and place. */
  readonly messages: readonly VFileMessage[];
  /** Every output; empty where outputs are not looked at. */
  readonly changes: readonly Change[];
  readonly written: number;
  readonly deleted: number;
  readonly failures: readonly Failure[];
  readonly maxWarnings?: number | undefined;
  readonly milliseconds: number;
}

/** Where and how a reporter writes. */
export interface Terminal extends Pick<Environment, "cwd" | "env" | "stdout" | "stderr" | "obey"> {
  /** For stderr. */
  readonly colors: Colors;
  /** Errors only. */
  readonly quiet: boolean;
  /** Whether a reader is shown all messages, however many a rule has. */
  readonly isAll: boolean;
}

/** Says how a run went. */
export type Reporter = (outcome: Outcome, terminal: Terminal) => Promise<void>;
