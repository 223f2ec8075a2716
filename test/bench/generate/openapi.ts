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
  /** How many schemas it has. */
  readonly count: number;
}

const source = join(shared, "bench/polar.openapi.json");

/** Why the peers cannot run, or nothing where they can. */
export const documentMissing: string | undefined = existsSync(source)
  ? undefined
  : "the OpenAPI document of polar is not beside the repository";

interface OpenApi {
  readonly openapi: string;
  readonly info: unknown;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Writes the documents into a folder. */
export function writeDocuments(folder: string): Documents {
  const text = readFileSync(source, "utf8");
  const { openapi, info, components }: OpenApi = JSON.parse(text);
  const { schemas } = components;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    whole: write("whole.json", text),
    schemas: write("schemas.json", JSON.stringify({ openapi, info, paths: {}, components: { schemas } })),
    jsonSchema: write("json-schema.json", JSON.stringify(jsonSchemaOf(schemas))),
    count: Object.keys(schemas).length,
  };
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
