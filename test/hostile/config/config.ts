import fc from "fast-check";
import { chosenOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { configs, failuresOfConfig } from "./keys.js";
import { failuresOfProgram, programCases, runsWithout } from "./programs.js";

/** Configurations that are programs, and such as name what all objects have. */
export const config: Trial = {
  name: "config",
  promise:
    "with --no-config-code no configuration that is a program runs, nor is one passed over, for all commands; keys such as " +
    "`__proto__` and `constructor` are unknown or data, and never find what all objects have",
  cases: { command: 5000 + programCases.length, suite: 560 },
  run: tryConfigs,
};

async function tryConfigs({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const programs = chosenOf(programCases, Math.min(programCases.length, Math.ceil(cases / 10)), seed);
  const failures: string[] = [];
  for (const extension of ["ts", "mts", "js", "mjs"]) {
    if (!(await runsWithout(extension))) failures.push(`a .${extension} does not run without the flag either`);
  }
  for (const [number, each] of programs.entries()) {
    failures.push(...(await failuresOfProgram(each)));
    if (number % 100 === 99) tell(`${number + 1} programs, ${failures.length} failures`);
  }
  const values = fc.sample(configs, { numRuns: cases - programs.length, seed });
  for (const value of values) {
    const json = JSON.stringify(value);
    failures.push(...failuresOfConfig(json).map((line) => `${json}: ${line}`));
  }
  return { cases: programs.length + values.length, failures };
}
