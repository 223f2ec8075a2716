import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileStrictly } from "../corpus/judge.js";
import { temporaryFolder, writeFiles } from "../fixture-folders.js";
import { outputs } from "./pet-shop.js";

const inferences = `
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { type Owner, type ownerSchema, type Pet, petSchema } from "./components/index.js";
import type * as byHand from "./pets.js";

/** Whether the compiler takes two types for one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const input: Same<StandardSchemaV1.InferInput<typeof petSchema>, Pet> = true;
export const output: Same<StandardSchemaV1.InferOutput<typeof petSchema>, Pet> = true;
export const jsonInput: Same<StandardJSONSchemaV1.InferInput<typeof petSchema>, Pet> = true;
export const jsonOutput: Same<StandardJSONSchemaV1.InferOutput<typeof ownerSchema>, Owner> = true;
export const schema: StandardSchemaV1<Pet, Pet> & StandardJSONSchemaV1<Pet, Pet> = petSchema;

export const pet: Same<Pet, byHand.Pet> = true;
export const owner: Same<Owner, byHand.Owner> = true;

// @ts-expect-error A pet is no owner, to the specification as to us.
export const other: StandardSchemaV1<Owner, Owner> = petSchema;
// @ts-expect-error
export const others: Same<StandardSchemaV1.InferOutput<typeof ownerSchema>, Pet> = true;
`;

/** As tRPC, React Hook Form and the AI SDK infer: from all that the interface names, so from the result too. */
const generics = `
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { type Pet, petSchema } from "./components/index.js";

declare function parse<Input, Output>(schema: StandardSchemaV1<Input, Output>, input: Input): Output;
export const parsed = (input: Pet): Pet => parse(petSchema, input);
`;

let complaints: readonly string[];
beforeAll(async () => {
  const folder = temporaryFolder();
  const pets = readFileSync(new URL("pets.ts", import.meta.url), "utf8");
  writeFiles(folder, [...outputs, ["pets.ts", pets], ["inferences.ts", inferences], ["generics.ts", generics]]);
  const specification = new URL("../../node_modules/@standard-schema/spec/dist/index.d.ts", import.meta.url);
  const paths = { "@standard-schema/spec": [fileURLToPath(specification)] };
  complaints = await compileStrictly(folder, "6.0", "nodenext", { paths });
});

test("the specification's types infer the model from its schema, and nothing else", () => {
  expect(complaints.filter((complaint) => !complaint.includes("generics.ts"))).toEqual([]);
});

test("functions that take any schema infer the model", () => {
  expect(complaints.filter((complaint) => complaint.includes("generics.ts"))).toEqual([]);
});
