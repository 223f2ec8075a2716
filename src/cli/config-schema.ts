import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema } from "../config.js";

// A script of the build: prints the JSON Schema of a configuration file.
const schema = { title: "modelmark configuration", ...toJsonSchema(configSchema, { typeMode: "input" }) };
process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
