import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { inheritedNames } from "../../src/emit/validators/inherited-names.js";
import type { Schema } from "../../src/model/schema.js";
import { widenings } from "../evidence/widened-schemas.js";
import { outputsOf, validatorsIn } from "./outputs.js";
import { schemas } from "./random-models.js";
import { mutantsOf, valuesOf } from "./random-values.js";
import { field, type LinkedModel, object, primitive, schemaOf } from "./schema-builder.js";

/**
 * A model without what TypeScript cannot tell: forms of texts, index signatures beside fields, properties that all
 * objects inherit, and objects with nothing but optional properties, for which it has a rule of its own.
 */
function tellable(model: LinkedModel): LinkedModel {
  if (model.kind !== "object") return model;
  const fields = model.fields.filter(({ localName }) => !inheritedNames.has(localName));
  if (fields.length === 0) return object(model.name, [], primitive("unknown"));
  return object(model.name, [...fields, field("required", primitive("boolean"))]);
}

/** The type that a value alone has; nothing where TypeScript cannot write it. */
function literalTypeOf(value: unknown): string | undefined {
  if (value === undefined) return "undefined";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value !== "object") return undefined;
  if (Object.getPrototypeOf(value) !== (Array.isArray(value) ? Array.prototype : Object.prototype)) return undefined;
  const keys = Array.isArray(value) ? undefined : Object.keys(value);
  const parts = Object.values(value).map(literalTypeOf);
  if (parts.includes(undefined)) return undefined;
  return keys
    ? `{ ${keys.map((key, at) => `${JSON.stringify(key)}: ${parts[at]}`).join("; ")} }`
    : `[${parts.join(", ")}]`;
}

interface Use {
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
}

function usesOf(schema: Schema, seed: number): readonly Use[] {
  return [...schema.models.values()].flatMap((model) => {
    const values = valuesOf(model, schema, seed);
    const all = [...values, ...values.flatMap(mutantsOf).slice(0, 60)];
    return all.flatMap((value) => {
      const text = literalTypeOf(value);
      return text === undefined ? [] : [{ name: model.name, value, text }];
    });
  });
}

const libraries = new Map<string, ts.SourceFile | undefined>();

/** A host of files in memory, beside the compiler's own. */
function hostOf(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  return {
    ...host,
    fileExists: (path) => files.has(path.slice(1)) || host.fileExists(path),
    readFile: (path) => files.get(path.slice(1)) ?? host.readFile(path),
    directoryExists: () => true,
    getCurrentDirectory: () => "/",
    getSourceFile: (path, language) => {
      const text = files.get(path.slice(1));
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!libraries.has(path)) libraries.set(path, read(path, language));
      return libraries.get(path);
    },
  };
}

/** Which lines of the uses the compiler refuses. */
function refusedLines(files: ReadonlyMap<string, string>, head: number): ReadonlySet<number> {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
  };
  const program = ts.createProgram({ rootNames: ["/uses.ts"], options, host: hostOf(files, options) });
  const uses = program.getSourceFile("/uses.ts");
  const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  for (const { file, start, messageText } of found) {
    if (file !== uses || start === undefined || start < head)
      throw new Error(`${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  }
  return new Set(found.map(({ start = 0 }) => uses?.getLineAndCharacterOfPosition(start).line ?? -1));
}

async function agrees(schema: Schema, optional: "undefined" | "exact", seed: number): Promise<void> {
  const uses = usesOf(schema, seed);
  const validators = await validatorsIn(schema, { optional });
  const lines = uses.map(
    ({ name, text }, at) => `declare const v${at}: ${text}; export const w${at}: ${name} = v${at};`,
  );
  const imports = [...schema.models.values()].map(({ name }) => `import type { ${name} } from "./models/${name}.js";`);
  const head = `${imports.join(" ")}\n`;
  const refused = refusedLines(
    new Map([...outputsOf(schema, { optional }), ["uses.ts", head + lines.join("\n")]]),
    head.length,
  );
  for (const [at, { name, value, text }] of uses.entries()) {
    expect(`${name} = ${text}: ${validators(name).is(value)}`).toBe(`${name} = ${text}: ${!refused.has(at + 1)}`);
  }
}

test("guards take what the compiler takes, and nothing else", { timeout: 240_000 }, async () => {
  // Types that examples have widened are types like all others.
  const tellableSchemas = fc
    .oneof(
      schemas,
      widenings.map(({ after }) => after),
    )
    .map((schema) => schemaOf(...[...schema.models.values()].map(tellable)))
    .filter((schema) => !JSON.stringify([...schema.models.values()]).includes('"name":"date"'));
  const property = fc.asyncProperty(tellableSchemas, fc.constantFrom("undefined", "exact"), fc.nat(), agrees);
  await fc.assert(property, { numRuns: 20 });
});
