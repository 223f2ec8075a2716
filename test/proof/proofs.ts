import { type Agreement, agreementOf } from "./agreement.js";
import { diverseModels } from "./diverse-models.js";
import { type Mutation, mutate, summed } from "./mutation.js";
import type { ProofCase } from "./proof-case.js";

/** How many values of a model the compiler judges; there are thousands of models. */
const comparedValues = 120;

/** How many values of a model may tell a mutant: mostly the first few do. */
const mutantValues = 1_000;

/** How many models of a corpus are changed: those of the fixtures are all. */
const mutatedModels = 40;

/** Compares guards, compiler and reference over cases. */
export function proveAgreement(proofs: readonly ProofCase[]): Promise<Agreement> {
  return agreementOf(proofs, comparedValues);
}

/** Changes the guards of every model of the fixtures. */
export function mutateFixtures(proofs: readonly ProofCase[]): Mutation {
  return summed(proofs.map((proof) => mutate(proof, () => true, mutantValues)));
}

/** Changes the guards of models of a corpus that differ in what they are made of. */
export function mutateCorpus(proof: ProofCase): Mutation {
  const chosen = diverseModels(proof, mutatedModels);
  return mutate(proof, ({ model }) => chosen.has(model.id), mutantValues);
}
