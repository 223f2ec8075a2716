import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { EmitOptions } from "../../src/emit/emit-context.js";
import { outputsOf, withFolder } from "./outputs.js";
import { moneyModule, samples } from "./samples.js";

const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  noEmit: true,
};

const settings = {
  strictest: { ...strictest, module: "nodenext" },
  bundler: { ...strictest, module: "esnext", moduleResolution: "bundler" },
  plain: { ...strictest, module: "nodenext", exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false },
};

const optionSets: Readonly<Record<string, Partial<EmitOptions>>> = {
  default: {},
  exact: { optional: "exact", unknownKeys: "reject", dates: "string" },
};

/** The interfaces of the specification, as far as a consumer of version 1.1 looks at them. */
const standardSchema = `
type Result<O> = { readonly value: O; readonly issues?: undefined } | { readonly issues: ReadonlyArray<Issue> };
interface Issue { readonly message: string; readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined }
interface Options { readonly libraryOptions?: Record<string, unknown> | undefined }
interface Target extends Options { readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string) }
export interface Standard<I, O> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown, options?: Options | undefined) => Result<O> | Promise<Result<O>>;
    readonly types?: { readonly input: I; readonly output: O } | undefined;
    readonly jsonSchema: {
      readonly input: (options: Target) => Record<string, unknown>;
      readonly output: (options: Target) => Record<string, unknown>;
    };
  };
}
`;

const uses = `
import type { Standard } from "./standard.js";
import { assertCat, type Cat, catSchema, isCat, validateCat } from "./models/Cat.js";
import { type Color, colorValues } from "./models/Color.js";
import { isJson } from "./models/Json.js";

export const schema: Standard<Cat, Cat> = catSchema;
export const cats: readonly Cat[] = ([] as readonly unknown[]).filter(isCat);
export const texts: readonly unknown[] = [].filter(isJson);
export const first: Color = colorValues[0];
export const count: 2 = colorValues.length;
const unknown: unknown = {};
assertCat(unknown);
export const lives: number = unknown.lives;
const { value, issues } = validateCat({});
export const told: string = issues ? issues[0]?.message ?? "" : value.type;
`;

function compile(compiler: string, folder: string): string {
  const tsc = fileURLToPath(new URL(`../../node_modules/${compiler}/bin/tsc`, import.meta.url));
  return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
}

/** The outputs with each set of options in a folder of its own, and code that uses them. */
function files(setting: keyof typeof settings, more: string): readonly (readonly [string, string])[] {
  const sets = Object.entries(optionSets).flatMap(([name, options]) => [
    ...[...outputsOf(samples, options)].map(([path, text]) => [`${name}/${path}`, text] as const),
    [`${name}/money.ts`, moneyModule] as const,
  ]);
  const config = { compilerOptions: settings[setting], include: ["**/*.ts"] };
  return [
    ...sets,
    ["default/standard.ts", standardSchema],
    ["default/uses.ts", uses + more],
    ["package.json", '{ "type": "module" }'],
    ["tsconfig.json", JSON.stringify(config)],
  ];
}

describe.each(["typescript-5.9", "typescript", "typescript-7"])("%s", (compiler) => {
  test.each(Object.keys(settings))("takes every output under the settings %s", { timeout: 120_000 }, async (name) => {
    const all = files(name as keyof typeof settings, "");
    expect(await withFolder(all, (folder) => compile(compiler, folder))).toBe("");
  });

  test("refuses what is not of a model", { timeout: 120_000 }, async () => {
    const wrong = 'export const cat: Cat = { type: "dog", lives: 9 };\n';
    const told = await withFolder(files("strictest", wrong), (folder) => compile(compiler, folder));
    expect(told.match(/error TS\d+/g)).toEqual(["error TS2322"]);
  });
});

test("no output says any", () => {
  for (const text of outputsOf(samples).values()) {
    const code = text.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\.)*"/g, "");
    expect(code).not.toMatch(/[:<|&(] *any\b|\bas any\b/);
  }
});
