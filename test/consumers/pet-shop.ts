import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../src/compile.js";
import type { Issue, ModelSchema } from "../../src/runtime/validation.js";
import { isModelSchema, loadOutputs } from "../loaded-outputs.js";
import { badPet, type Owner, type Pet } from "./pets.js";

const pages = fileURLToPath(new URL("pages/components", import.meta.url));

/** What the pages of the pet shop become; dates are texts, so that a pet is what its JSON is. */
export const outputs: readonly (readonly [path: string, text: string])[] = compile(
  readdirSync(pages).map((name) => ({ path: `components/${name}`, value: readFileSync(join(pages, name)) })),
  { dates: "string" },
).files.map(({ path, text }) => [path, text]);

const load = loadOutputs(outputs);

/** The emitted schema of a model with fields of every kind. */
export const petSchema: ModelSchema<Pet> = await loadSchema("pet");

/** What it says of the bad pet. */
export const badIssues: readonly Issue[] = petSchema["~standard"].validate(badPet).issues ?? [];

/** The emitted schema of a union. */
export const ownerSchema: ModelSchema<Owner> = await loadSchema("owner");

/** `types.test.ts` holds that the emitted schema is of the model that is named here. */
async function loadSchema<Model>(name: string): Promise<ModelSchema<Model>> {
  const exported = await load(`components/${name}.ts`);
  const schema = exported[`${name}Schema`];
  if (!isModelSchema<Model>(schema)) throw new Error(`components/${name}.ts exports no schema`);
  return schema;
}
