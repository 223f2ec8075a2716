import path from "node:path";
import type { VFileMessage } from "vfile-message";
import { byPlace } from "../../diagnostics/collect.js";
import { limitsOf } from "../../diagnostics/limits.js";
import { isRuleId, rules } from "../../diagnostics/rules.js";
import { driftFindings } from "../../learn/drift.js";
import { type LearnSource, learnFrom } from "../../learn/learn-from.js";
import { undecided } from "../../learn/merge-overrides.js";
import type { Flags } from "../arguments.js";
import type { Environment } from "../environment.js";
import type { ExitCode } from "../exit-code.js";
import { reportFailure } from "../failure.js";
import { generateWith } from "../generate.js";
import { readOverrides, withOverrides } from "../overrides-file.js";
import { readPages } from "../pages.js";
import { withProgress } from "../progress.js";
import { loadSettings, type Settings } from "../settings.js";
import type { Against } from "./learn-wishes.js";
import { readOpenApi, readTypesFolder } from "./read-sources.js";

/** Checks the outputs, and tells beside that where pages and sources disagree. */
export async function checkAgainst(
  against: readonly Against[],
  flags: Flags,
  environment: Environment,
): Promise<ExitCode> {
  try {
    const start = performance.now();
    const settings = await loadSettings(flags, environment.cwd);
    const sources = against.map((each) => readSource(each, settings, environment.cwd));
    const found = await findDrift(sources, settings, flags, environment);
    const amend = (messages: readonly VFileMessage[]): readonly VFileMessage[] => [...messages, ...found].sort(byPlace);
    return await generateWith({ command: "check", settings, start, amend }, flags, environment);
  } catch (error) {
    // In the bundle this is a file of its own, with classes of errors that no other file knows.
    return reportFailure(error, flags.color, environment);
  }
}

function readSource({ kind, path: named }: Against, { overrides }: Settings, cwd: string): LearnSource {
  switch (kind) {
    case "types":
      return readTypesFolder(named, cwd);
    case "openapi":
      return readOpenApi(named, cwd, path.dirname(overrides.file));
  }
}

async function findDrift(
  sources: readonly LearnSource[],
  settings: Settings,
  { quiet }: Flags,
  environment: Environment,
): Promise<readonly VFileMessage[]> {
  const options = await withOverrides(settings, readOverrides(settings));
  const { lookAtPages } = await import("../../pipeline.js");
  return await withProgress(environment, quiet, async (show) => {
    const { pages } = readPages(settings.docs, limitsOf(options));
    const messages = lookAtPages(
      pages,
      options,
      (schema, report) => {
        for (const source of sources) {
          const { overrides, unmatched } = learnFrom(schema, source);
          const proposal = { overrides: undecided(overrides, options.overrides ?? []), unmatched };
          for (const finding of driftFindings(proposal, schema)) report(finding);
        }
      },
      show,
    );
    // What else is wrong the run itself tells.
    return messages.filter(({ ruleId }) => isRuleId(ruleId) && rules[ruleId].compared);
  });
}
