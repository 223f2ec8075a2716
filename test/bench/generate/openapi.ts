import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shared } from "../../corpus/corpora.js";

/** The same API's OpenAPI document, as the peers read it. */
export interface Documents {
  /** The whole document. */
  readonly whole: string;
  /** Its schemas alone. */
  readonly schemas: string;
  /** Its schemas as definitions of a JSON Schema. */
  readonly jsonSchema: string;
}

const source = join(shared, "bench/polar.openapi.json");

interface OpenApi {
  readonly openapi: string;
  readonly info: unknown;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** How many schemas the document has; nothing where it is not beside the repository. */
export function countSchemas(): number | undefined {
  return existsSync(source) ? Object.keys(readSource().components.schemas).length : undefined;
}

/** Writes the documents into a folder; nothing where the API's is not beside the repository. */
export function writeDocuments(folder: string): Documents | undefined {
  if (!existsSync(source)) return undefined;
  const whole = readSource();
  const { openapi, info, components } = whole;
  const { schemas } = components;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, document: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(document));
    return join(folder, name);
  };
  return {
    whole: write("whole.json", whole),
    schemas: write("schemas.json", { openapi, info, paths: {}, components: { schemas } }),
    jsonSchema: write("json-schema.json", jsonSchemaOf(schemas)),
  };
}

function readSource(): OpenApi {
  return JSON.parse(readFileSync(source, "utf8"));
}

function jsonSchemaOf(schemas: OpenApi["components"]["schemas"]): unknown {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Root",
    type: "object",
    additionalProperties: false,
    properties: {},
    definitions: asJsonSchema(schemas),
  };
}

/** References lead to definitions; discriminators, which JSON Schema does not know, go. */
export function asJsonSchema(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(asJsonSchema);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
      if (key === "discriminator" && typeof value === "object" && value && "propertyName" in value) return [];
      if (key === "$ref" && typeof value === "string") {
        return [[key, value.replace("#/components/schemas/", "#/definitions/")]];
      }
      return [[key, asJsonSchema(value)]];
    }),
  );
}
