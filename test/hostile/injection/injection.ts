import { compile, type Output } from "../../../src/compile.js";
import { parseConfig } from "../../../src/config.js";
import { ConfigError } from "../../../src/config-error.js";
import type { Options } from "../../../src/options.js";
import { parseOverrides } from "../../../src/overrides/parse-overrides.js";
import { printOverrides } from "../../../src/overrides/print-overrides.js";
import { judgeOutputs } from "../outputs/judge-outputs.js";
import { type TrappedRealm, trappedRealm } from "../outputs/trapped-realm.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import type { Place, Planted } from "./place.js";
import { places } from "./places.js";
import { type Vector, vectors } from "./vectors.js";

const all = vectors.length * places.length;

/** Every text that does harm elsewhere, in every place where text enters. */
export const injection: Trial = {
  name: "injection",
  promise: "No text of a page or of a configuration becomes code, a directive or a hidden character of an output.",
  cases: { command: all, suite: 1200 },
  run,
};

/** How many cases share a world; after a finding a new one is made. */
const casesPerRealm = 500;

async function run({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const failures: string[] = [];
  let [realm, tried] = [trappedRealm(), 0];
  for (const at of chosen(Math.min(cases, all), seed)) {
    const vector = vectors[at % vectors.length];
    const place = places[Math.floor(at / vectors.length)];
    if (!vector || !place) continue;
    const findings = tryCase(vector, place, realm);
    if (findings.length > 0) failures.push(`${place.name} <- ${vector.name}: ${findings.join("; ")}`);
    tried += 1;
    if (findings.length > 0 || tried % casesPerRealm === 0) realm = trappedRealm();
    if (tried % 2000 === 0) tell(`${tried} of ${Math.min(cases, all)}, ${failures.length} failures`);
  }
  return { cases: tried, failures };
}

/** So many cases of all, spread evenly from a start that the seed picks: places and vectors change with each step. */
function* chosen(count: number, seed: number): Iterable<number> {
  for (let at = 0; at < count; at += 1) yield (Math.floor((at * all) / count) + seed) % all;
}

/** What is wrong with what a text makes of a place; nothing where the configuration is refused. */
function tryCase({ text }: Vector, place: Place, realm: TrappedRealm): readonly string[] {
  const { pages, options = {} } = place.plant(text);
  const checked = checkedOptions(options);
  if (!checked) return [];
  return [true, false].flatMap((validators) => judge(pages, { ...checked, validators }, realm));
}

/** What is wrong with what pages become. */
function judge(pages: Planted["pages"], options: Options, realm: TrappedRealm): readonly string[] {
  const externals = moduleNames(options);
  let output: Output;
  try {
    output = compile(pages, options);
  } catch (error) {
    return [`compile failed: ${String(error)}`];
  }
  const bugs = output.messages.filter(({ ruleId }) => ruleId === "unsafe-output").map(({ reason }) => reason);
  const texts = judgeOutputs(output, externals);
  return [...bugs, ...texts, ...(texts.length > 0 ? [] : realm.run(output.files, externals))];
}

function checkedOptions({ overrides = [], ...options }: Options): Options | undefined {
  try {
    const { overrides: _file, ...checked } = parseConfig(options);
    return { ...checked, overrides: parseOverrides(printOverrides(overrides), "overrides.json").overrides };
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function moduleNames({ externals = {} }: Options): ReadonlySet<string> {
  return new Set(Object.values(externals).map((each) => (typeof each === "string" ? each : each.from)));
}
