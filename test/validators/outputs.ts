import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { emitSchema } from "../../src/emit/emit.js";
import type { EmitOptions } from "../../src/emit/emit-context.js";
import { printFile } from "../../src/emit/print.js";
import { sharedFile } from "../../src/emit/shared-file.js";
import { verifyFiles } from "../../src/emit/verify.js";
import type { Schema } from "../../src/model/schema.js";
import type { Issue } from "../../src/runtime/validation.js";
import { transpile } from "../transpile.js";

/** The options that outputs have unless a test says otherwise. */
export const defaults: EmitOptions = {
  optional: "undefined",
  dates: "Date",
  validators: true,
  unknownKeys: "allow",
  defaults: "document",
  importExtension: ".js",
};

/** The outputs of a schema: path and text. */
export function outputsOf(schema: Schema, options: Partial<EmitOptions> = {}): ReadonlyMap<string, string> {
  const full = { ...defaults, ...options };
  const printed = [...emitSchema(schema, full)].map(printFile);
  for (const { path, difference } of verifyFiles(printed)) throw new Error(`${path}: ${difference}`);
  const texts = printed.map(({ path, text }) => [path, text] as const);
  return new Map([...texts, ...sharedFile(full).map(({ path, text }) => [path, text] as const)]);
}

/** Writes files into a folder of their own and hands it over; it is gone afterwards. */
export async function withFolder<Result>(
  files: Iterable<readonly [path: string, text: string]>,
  use: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a model's output exports, by its generic names. */
export interface Validators {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => { readonly value?: unknown; readonly issues?: readonly Issue[] };
  readonly assert: (value: unknown) => void;
  readonly parse: (json: string) => { readonly value?: unknown; readonly issues?: readonly Issue[] };
  readonly schema: {
    readonly "~standard": {
      readonly version: number;
      readonly vendor: string;
      readonly validate: (value: unknown) => unknown;
      readonly jsonSchema: Readonly<
        Record<"input" | "output", (options: { target: string }) => Record<string, unknown>>
      >;
    };
  };
  readonly shape: { readonly kind: string };
  /** What is told of a value, without the guard's answer. */
  readonly issues: (value: unknown) => readonly Issue[];
  readonly module: Readonly<Record<string, unknown>>;
  readonly shared: Readonly<Record<string, unknown>>;
}

type Loaded = Readonly<Record<string, unknown>>;

/** Node's own import: that of the tests would transform each file again. */
async function load(folder: string, path: string): Promise<Loaded> {
  const nativeImport = createRequire(import.meta.url)(join(folder, "import.cjs")) as (url: string) => Promise<Loaded>;
  return nativeImport(pathToFileURL(join(folder, path)).href);
}

function validatorsOf(name: string, module: Loaded, shared: Loaded): Validators {
  const stem = name.charAt(0).toLowerCase() + name.slice(1);
  const named = {
    is: module[`is${name}`],
    validate: module[`validate${name}`],
    assert: module[`assert${name}`],
    parse: module[`parse${name}`],
    schema: module[`${stem}Schema`],
    shape: module[`${stem}Shape`],
  };
  const failureOf = shared["failureOf"] as (...found: readonly unknown[]) => { readonly issues: readonly Issue[] };
  const issues = (value: unknown) => failureOf(value, module[`tell${name}`], `models/${name}.md`, 1).issues;
  return { ...named, issues, module, shared } as Validators;
}

/** Transpiles and imports the outputs of a schema; the validators of each model by its name. */
export async function validatorsIn(
  schema: Schema,
  options: Partial<EmitOptions> = {},
  others: Readonly<Record<string, string>> = {},
): Promise<(name: string) => Validators> {
  const outputs = [...outputsOf(schema, options), ...Object.entries(others)];
  const files = outputs.map(([path, text]) => [path.replace(/\.ts$/, ".js"), transpile(text)] as const);
  const fixed = [
    ["package.json", '{ "type": "module" }'],
    ["import.cjs", "module.exports = (url) => import(url);"],
  ] as const;
  return withFolder([...fixed, ...files], async (folder) => {
    const shared = await load(folder, "modelmark.js");
    const names = [...schema.names.values()];
    const loaded = await Promise.all(
      names.map(async ({ file, type }) => {
        const module = await load(folder, file.replace(/\.ts$/, ".js"));
        return [type, validatorsOf(type, module, shared)] as const;
      }),
    );
    const byName = new Map(loaded);
    return (name) => {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`no model ${name}`);
      return found;
    };
  });
}
