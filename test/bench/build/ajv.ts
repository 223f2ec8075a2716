import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { distFolder } from "../common/paths.js";
import { jsonSchemas } from "../contestants/json-schemas.js";
import { shapeNames } from "../shapes/shapes.js";

const sources = join(distFolder, "sources");

/** Writes ajv's standalone code, once for the first issue alone and once for all, and the contestant's module. */
export function buildAjv(): void {
  writeFileSync(join(sources, "ajv-first-issue.js"), validatorsCode(false));
  writeFileSync(join(sources, "ajv-all-issues.js"), validatorsCode(true));
  writeFileSync(join(sources, "ajv-standalone.js"), contestantSource());
}

function validatorsCode(allErrors: boolean): string {
  const ajv = new Ajv({ discriminator: true, allErrors, code: { source: true, esm: true, lines: true } });
  for (const shape of shapeNames) ajv.addSchema(jsonSchemas[shape], shape);
  return standaloneCode.default(ajv, Object.fromEntries(shapeNames.map((shape) => [shape, shape])));
}

function contestantSource(): string {
  return [
    'import * as first from "./ajv-first-issue.js";',
    'import * as all from "./ajv-all-issues.js";',
    "export const is = {",
    ...shapeNames.map((shape) => `  ${shape}: first.${shape},`),
    "};",
    "export const check = {",
    ...shapeNames.map((shape) => `  ${shape}: (value) => (all.${shape}(value) ? null : all.${shape}.errors),`),
    "};",
    "",
  ].join("\n");
}
