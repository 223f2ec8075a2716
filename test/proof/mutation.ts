import type { Enumerator } from "./enumerate-values.js";
import { enumerator } from "./enumerate-values.js";
import { pollutedKey } from "./hostile-values.js";
import { type Exports, type Guard, guardIn, isGuard, loadModules, type Modules } from "./load-guards.js";
import { type Mutant, mutantsOf, tick } from "./mutants.js";
import { agrees, type Probe, probesOf } from "./probes.js";
import { modelsOf, type ProofCase, type ProofModel } from "./proof-case.js";
import type { Reference } from "./reference.js";
import { referenceOf } from "./subjects.js";
import { type ValidValues, validValues } from "./valid-values.js";

/** What was found of the mutants of guards. */
export interface Mutation {
  readonly models: number;
  readonly mutants: number;
  readonly killed: number;
  /** The mutants that no value told from the reference, a line each. */
  readonly survivors: readonly string[];
  /** Values of which an unchanged guard differs from the reference, a line each; they kill nothing. */
  readonly misjudged: readonly string[];
}

/** How many steps a mutant may take with one value: endless loops end there. */
const maximumSteps = 6_000_000;

interface Bench {
  readonly proof: ProofCase;
  readonly modules: Modules;
  readonly valid: ValidValues;
  readonly enumerate: Enumerator;
  readonly reference: Reference;
  readonly limit: number;
}

/** Changes the guards of models one at a time, and looks which changes the values of the model tell. */
export function mutate(proof: ProofCase, chosen: (model: ProofModel) => boolean, limit: number): Mutation {
  const modules = loadModules(proof);
  const valid = validValues(proof.schema, proof.settings);
  const reference = { ...referenceOf(proof, modules), known: new WeakMap() };
  const bench: Bench = { proof, modules, valid, enumerate: enumerator(valid), reference, limit };
  return summed(
    modelsOf(proof)
      .filter(chosen)
      .map((model) => polluted(() => mutateModel(model, bench))),
  );
}

/** Runs with a key that every object inherits and that no type has. */
function polluted<Result>(run: () => Result): Result {
  Object.defineProperty(Object.prototype, pollutedKey, { value: Symbol("a"), enumerable: true, configurable: true });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(Object.prototype, pollutedKey);
  }
}

function mutateModel(model: ProofModel, { proof, modules, valid, enumerate, reference, limit }: Bench): Mutation {
  const exports = modules.load(model.file);
  const guard = guardIn(exports, model);
  const probes = probesOf(model.model, valid, enumerate, reference, limit);
  const told = probes.filter((probe) => agrees(guard, probe));
  // A guard need not look at a value that could be anything, nor find that it cannot be looked at.
  const wrong = probes.filter((probe) => !probe.traps && !agrees(guard, probe));
  const isOwn = (name: string): boolean =>
    [`is${model.type}`, `check${model.type}`].includes(name) || name.startsWith(`check${model.type}$`);
  const mutants = mutantsOf(modules.script(model.file), isOwn);
  const survivors = mutants.filter((mutant) => survives(mutant, model, modules, told));
  return {
    models: 1,
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    survivors: survivors.map(({ name, told, edit }) => `${proof.name} ${name}: ${edit.what}: ${told}`),
    misjudged: wrong.map(({ what, fits }) => `${proof.name} ${model.model.id}: ${fits ? "refuses" : "takes"} ${what}`),
  };
}

/** Whether no value tells a mutant from the reference; other models that refer to the model meet the mutant too. */
function survives(mutant: Mutant, model: ProofModel, modules: Modules, probes: readonly Probe[]): boolean {
  const original = modules.load(model.file);
  const kept = { ...original };
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps > maximumSteps) throw new Error("too many steps");
  };
  const changed = modules.run(model.file, mutant.script, [tick, step]);
  replaceGuards(original, changed);
  try {
    const guard: Guard = guardIn(changed, model);
    return probes.every((probe) => {
      steps = 0;
      return agrees(guard, probe);
    });
  } finally {
    replaceGuards(original, kept);
  }
}

function replaceGuards(exports: Exports, others: Exports): void {
  for (const [name, value] of Object.entries(others)) {
    if (/^(?:is|check)/.test(name) && isGuard(value)) exports[name] = value;
  }
}

/** The sum of what was found. */
export function summed(found: readonly Mutation[]): Mutation {
  const total = (count: (each: Mutation) => number): number => found.reduce((sum, each) => sum + count(each), 0);
  return {
    models: total(({ models }) => models),
    mutants: total(({ mutants }) => mutants),
    killed: total(({ killed }) => killed),
    survivors: found.flatMap(({ survivors }) => survivors),
    misjudged: found.flatMap(({ misjudged }) => misjudged),
  };
}
