import type { Output } from "../../../src/compile.js";
import { judgeOutputs } from "../outputs/judge-outputs.js";
import { type TrappedRealm, trappedRealm } from "../outputs/trapped-realm.js";
import type { Case } from "./case.js";
import { compileSamples, type Sample } from "./compile-samples.js";

/** What is wrong with a case that was looked at more closely. */
export interface SampleFinding {
  readonly tried: Case;
  readonly finding: string;
}

/** What is taken of the cases of a batch, since it is too slow for all of them. */
export interface Sampler {
  readonly take: (tried: Case, output: Output) => void;
  readonly finish: () => {
    readonly cases: number;
    readonly judged: number;
    readonly compiled: number;
    readonly findings: readonly SampleFinding[];
  };
}

/** One case of so many is judged by a second parser and loaded with trapped globals. */
const judgedOf = 30;

/** One case of so many is compiled with the others by TypeScript, in one batch of several. */
const compiledOf = 20;
const compilingBatches = 5;

const externals = new Set(["@example/foo", "@example/money"]);

/** Makes the sampler of a batch: its seed says whether it is one that is compiled. */
export function samplerOf(seed: number): Sampler {
  const findings: SampleFinding[] = [];
  const samples: Sample[] = [];
  const compiles = seed % compilingBatches === 0;
  let [cases, judged] = [0, 0];
  const realm = trappedRealm();
  const take: Sampler["take"] = (tried, output) => {
    cases += 1;
    if (cases % judgedOf === 0) {
      judged += 1;
      for (const finding of judge(output, realm)) findings.push({ tried, finding });
    }
    if (compiles && cases % compiledOf === 0) samples.push({ tried, files: output.files });
  };
  const finish: Sampler["finish"] = () => {
    const compiled = samples.length > 0 ? compileSamples(samples) : [];
    return { cases, judged, compiled: samples.length, findings: [...findings, ...compiled] };
  };
  return { take, finish };
}

function judge(output: Output, realm: TrappedRealm): readonly string[] {
  const texts = judgeOutputs(output, externals);
  return texts.length > 0 ? texts : realm.run(output.files, externals);
}
