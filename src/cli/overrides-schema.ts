import { toJsonSchema } from "@valibot/to-json-schema";
import { overridesSchema } from "../overrides/overrides-schema.js";

// A script of the build: prints the JSON Schema of an overrides file.
const schema = {
  title: "modelmark overrides",
  ...toJsonSchema(overridesSchema, { typeMode: "input", ignoreActions: ["finite"] }),
};
process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
