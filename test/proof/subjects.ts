import type { ModelId } from "../../src/model/model.js";
import type { Check } from "./check-files.js";
import { enumerator } from "./enumerate-values.js";
import { isTellable, madeOf } from "./literal.js";
import { externalGuards, guardIn, loadModules, type Modules } from "./load-guards.js";
import { modelsOf, type ProofCase } from "./proof-case.js";
import type { Reference } from "./reference.js";
import { fitsModel } from "./reference-check.js";
import { validValues } from "./valid-values.js";

/** A value of a model, and what guard and reference say of it. */
export interface Subject extends Check {
  readonly id: ModelId;
  readonly reference: Reference;
  readonly taken: boolean;
  readonly fits: boolean;
  /** Whether the value fits where keys that no field names are refused. */
  readonly exact: boolean;
  /** Whether the compiler can be asked. */
  readonly tellable: boolean;
}

/** The subjects of a case, by model. */
export interface CaseSubjects {
  readonly proof: ProofCase;
  readonly models: readonly (readonly Subject[])[];
}

/** The reference for the models of a case, by DESIGN.md alone. */
export function referenceOf(proof: ProofCase, modules: Modules = loadModules(proof)): Reference {
  const guards = externalGuards(modules, modelsOf(proof));
  return { schema: proof.schema, settings: proof.settings, guards, rules: new Set() };
}

/** The values of every model of a case, at most so many of each, judged by guard and reference. */
export function subjectsOf(proof: ProofCase, limit: number): CaseSubjects {
  const modules = loadModules(proof);
  const reference = referenceOf(proof, modules);
  const closed: Reference = { ...reference, settings: { ...proof.settings, unknownKeys: "reject" } };
  const enumerate = enumerator(validValues(proof.schema, proof.settings));
  const models = modelsOf(proof).map(({ model, file, type }) => {
    const guard = guardIn(modules.load(file), { file, type });
    return enumerate(model, limit).map((literal): Subject => {
      const value = madeOf(literal);
      const taken = guard(value);
      const [fits, exact] = [fitsModel(model.id, value, reference), taken && fitsModel(model.id, value, closed)];
      const tellable = isTellable(literal);
      return { id: model.id, file, type, literal, fresh: false, reference, taken, fits, exact, tellable };
    });
  });
  return { proof, models };
}
