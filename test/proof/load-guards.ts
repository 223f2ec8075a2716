import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import ts from "typescript-5.9";
import type { ExternalType } from "../../src/model/type.js";
import { madeOf } from "./literal.js";
import type { ProofCase, ProofModel } from "./proof-case.js";
import type { ExternalGuards } from "./reference.js";
import { externalSample } from "./sample-leaves.js";

export type Guard = (value: unknown) => boolean;

/** What a module exports; the modules that import it see what is put in place of it. */
export type Exports = Record<string, unknown>;

/** The outputs of a case, as modules that run. */
export interface Modules {
  /** The JavaScript of a file. */
  readonly script: (file: string) => string;
  readonly load: (file: string) => Exports;
  /** Runs another text in place of a file's; the modules beside it stay as they are. */
  readonly run: (
    file: string,
    script: string,
    ...others: readonly (readonly [name: string, value: unknown])[]
  ) => Exports;
}

/** The JavaScript of texts, since the shared module is the same in all cases. */
const transpiled = new Map<string, string>();

function transpile(text: string): string {
  const known = transpiled.get(text);
  if (known !== undefined) return known;
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  transpiled.set(text, outputText);
  return outputText;
}

export function loadModules({ files }: ProofCase): Modules {
  const loaded = new Map<string, Exports>();
  const script = (file: string): string => transpile(files.get(file) ?? "");
  const load = (file: string): Exports => {
    const known = loaded.get(file);
    if (known) return known;
    const exports: Exports = {};
    loaded.set(file, exports);
    evaluate(file, script(file), exports, load, files);
    return exports;
  };
  return {
    script,
    load,
    run: (file, text, ...others) => {
      const exports: Exports = {};
      evaluate(file, text, exports, load, files, others);
      return exports;
    },
  };
}

function evaluate(
  file: string,
  script: string,
  exports: Exports,
  load: (file: string) => Exports,
  files: ReadonlyMap<string, string>,
  others: readonly (readonly [name: string, value: unknown])[] = [],
): void {
  const require = (specifier: string): Exports => load(resolve(file, specifier, files));
  const run: unknown = new Function("exports", "require", ...others.map(([name]) => name), script);
  if (typeof run === "function") run(exports, require, ...others.map(([, value]) => value));
}

function resolve(file: string, specifier: string, files: ReadonlyMap<string, string>): string {
  const stem = posix.join(posix.dirname(file), specifier);
  const found = [stem.replace(/\.js$/, ".ts"), `${stem}.ts`, stem].find((path) => files.has(path));
  if (found === undefined) throw new Error(`${file} imports ${specifier}`);
  return found;
}

/** The guard of a model. */
export function guardIn(exports: Exports, { file, type }: Pick<ProofModel, "file" | "type">): Guard {
  const guard = exports[`is${type}`];
  if (!isGuard(guard)) throw new Error(`${file} has no guard of ${type}`);
  return guard;
}

export function isGuard(value: unknown): value is Guard {
  return typeof value === "function";
}

/** The guards of external types; a type without one takes everything, though TypeScript knows its values. */
export function externalGuards(modules: Modules, models: readonly ProofModel[]): ExternalGuards {
  const [first] = models;
  return (type, value, byTypeScript) => {
    if (type.guard === undefined) return !byTypeScript || isSample(type, value);
    const file = posix.join(posix.dirname(first?.file ?? ""), type.from.replace(/\.js$/, ".ts"));
    const guard = modules.load(file)[type.guard];
    return isGuard(guard) && guard(value);
  };
}

function isSample(type: ExternalType, value: unknown): boolean {
  const sample = externalSample(type);
  return sample !== undefined && isDeepStrictEqual(madeOf(sample), value);
}
