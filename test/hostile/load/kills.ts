import { whyNoCommand } from "../sandbox/command.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { killRuns } from "./rounds.js";

/** Real runs that are killed at random moments of their writing. */
export const kills: Trial = {
  name: "kills",
  promise:
    "runs that are killed at random moments while they stage outputs and put them in place: the next run ends with the bytes " +
    "of a clean one, takes nothing for an edit by hand, and leaves no folder of a run behind",
  cases: { command: 500, suite: 12 },
  run: kill,
};

async function kill({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const isWindows = process.platform === "win32";
  const missing = whyNoCommand() ?? (isWindows ? "a signal ends no process at once on Windows" : undefined);
  if (missing) return { cases: 1, failures: [], skipped: [missing] };
  const { stages, losses } = await killRuns(cases, seed, tell);
  tell(
    Object.entries(stages)
      .map(([stage, count]) => `${count} had ${stage}`)
      .join(", "),
  );
  const untried = (["staged a part", "placed a part"] as const).filter((stage) => stages[stage] === 0);
  return { cases, failures: [...losses, ...untried.map((stage) => `no run was killed that had ${stage}`)] };
}
