import vm from "node:vm";
import { transformSync } from "esbuild";
import type { OutputFile } from "../../../src/compile.js";
import { outputOf } from "./judge-outputs.js";
import { sharedModule } from "./predictions.js";

/** Values of the language that outputs and the module they share may read; the platform's classes are looked up by name. */
const allowed: ReadonlySet<string> = new Set(
  (
    "undefined Object Array Number String Boolean BigInt Symbol Date Error JSON Map Set WeakMap WeakSet Reflect RegExp " +
    "RangeError encodeURIComponent Infinity NaN Blob File ReadableStream Request Response Uint8Array"
  ).split(" "),
);

/** A world with nothing in it, where outputs are loaded and their validators called. */
export interface TrappedRealm {
  /** Loads all outputs and calls what they export; what they touched that is not theirs. */
  readonly run: (files: readonly OutputFile[], externals: ReadonlySet<string>) => readonly string[];
}

/** Makes a world: every global that is read is recorded, and whatever changes a built-in object is seen. */
export function trappedRealm(): TrappedRealm {
  const touched: string[] = [];
  const context = vm.createContext({ pwned: () => touched.push("the canary was called") });
  const intrinsics = intrinsicsOf(context);
  const before = stateOf(intrinsics);
  const scope = scopeOf(context, touched);
  const scripts = new Map<string, ModuleBody>();
  const body = (text: string): ModuleBody => {
    const known = scripts.get(text) ?? compileModule(text, context, scope);
    if (scripts.size < 1000) scripts.set(text, known);
    return known;
  };
  const run: TrappedRealm["run"] = (files, externals) => {
    touched.length = 0;
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    try {
      const load = loader(texts, body, externals);
      const own = files.map(({ path }) => path).filter((path) => path !== sharedModule);
      for (const path of own) touched.push(...callAll(path, load(path), context));
    } catch (error) {
      touched.push(`loading failed: ${String(error)}`);
    }
    return [...new Set(touched), ...(isSame(stateOf(intrinsics), before) ? [] : ["a built-in object was changed"])];
  };
  return { run };
}

type Exports = Readonly<Record<string, unknown>>;
type ModuleBody = (module: { exports: Exports }, require: (specifier: string) => Exports) => void;

function compileModule(text: string, context: vm.Context, scope: object): ModuleBody {
  const { code, warnings } = transformSync(text, { loader: "ts", format: "cjs", target: "es2022" });
  if (warnings.length > 0) throw new Error(`a warning: ${warnings[0]?.text}`);
  const source = `(function (scope) { with (scope) { return function (module, require) { "use strict"; ${code}\n} } })`;
  const wrapped: unknown = vm.runInContext(source, context);
  const made: unknown = typeof wrapped === "function" ? wrapped(scope) : undefined;
  if (!isModuleBody(made)) throw new Error("a module is no function");
  return made;
}

function isModuleBody(value: unknown): value is ModuleBody {
  return typeof value === "function";
}

/** Holds every name: those of the language are real, any other is recorded. */
function scopeOf(context: vm.Context, touched: string[]): object {
  const record = (what: string) => (_target: object, key: string | symbol) => {
    touched.push(`${what} ${String(key)}`);
    return true;
  };
  const real: unknown = vm.runInContext("globalThis", context);
  const world = typeof real === "object" && real !== null ? real : {};
  const read = (name: string | symbol): unknown => {
    if (typeof name === "symbol") return undefined;
    if (allowed.has(name)) return Reflect.get(world, name);
    touched.push(`the global ${name} was read`);
    return Reflect.get(world, name);
  };
  const globals: object = new Proxy(Object.create(null), {
    get: (_target, name) => read(name),
    set: record("set"),
    deleteProperty: record("deleted"),
  });
  return new Proxy(Object.create(null), {
    has: (_target, name) => name !== "module" && name !== "require",
    get: (_target, name) => (name === "globalThis" ? globals : read(name)),
    set: record("a global was written:"),
    deleteProperty: record("a global was deleted:"),
    defineProperty: record("a global was defined:"),
  });
}

function loader(
  texts: ReadonlyMap<string, string>,
  body: (text: string) => ModuleBody,
  externals: ReadonlySet<string>,
): (path: string) => Exports {
  const loaded = new Map<string, { exports: Exports }>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const text = texts.get(path);
    if (text === undefined) throw new Error(`nothing at ${path}`);
    const module = { exports: {} };
    loaded.set(path, module);
    body(text)(module, (specifier) => (externals.has(specifier) ? external : load(outputOf(path, specifier))));
    return module.exports;
  };
  return load;
}

/** Stands for a module of the configuration: each name is a guard. */
const external: Exports = new Proxy({}, { get: () => () => true });

/** Odd values, which are of the world's own: a validator must answer each. */
const oddValues = `[
  undefined, null, {}, [], "", "pwned", 1, NaN, 10n, Symbol("a"), () => 1, new Date(NaN), Object.create(null),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id":"a"}'),
  { id: "a", other: "b", type: "constructor" },
  { get id() { throw new Error("read") } },
  ["__proto__", { then: 1 }],
]`;

function callAll(path: string, exports: Exports, context: vm.Context): readonly string[] {
  if (path.endsWith("index.ts")) return [];
  const values: unknown = vm.runInContext(oddValues, context);
  const odd: readonly unknown[] = Array.isArray(values) ? values : Array.from(Object(values));
  const own = Object.entries(exports).flatMap(([name, exported]) => callExport(name, exported, odd));
  return own.map((finding) => `${path}: ${finding}`);
}

function callExport(name: string, exported: unknown, odd: readonly unknown[]): readonly string[] {
  try {
    if (typeof exported === "function") {
      const texts = ["", "{}", '{"__proto__":{"polluted":true}}', '"pwned"', "[1"];
      for (const value of name.startsWith("parse") ? texts : odd) callOne(name, exported, value);
    } else if (name.endsWith("Schema")) {
      readSchema(exported, odd);
    }
    return [];
  } catch (error) {
    return [`${name} failed: ${String(error)}`];
  }
}

// biome-ignore lint/complexity/noBannedTypes: what an output exports has no better type here
function callOne(name: string, exported: Function, value: unknown): void {
  try {
    exported(name.startsWith("tell") ? placeOf(value) : value, 0);
  } catch (error) {
    const isRefusal = Object(error).name === "ModelValidationError" && name.startsWith("assert");
    // A check is called by guards, and a tell by searches, which take what a getter throws.
    if (!isRefusal && !(/^(?:check|tell)/.test(name) && Object(error).message === "read")) throw error;
  }
}

function placeOf(value: unknown): object {
  return { value, issues: [], above: undefined, path: [], page: "", line: 0 };
}

function readSchema(schema: unknown, odd: readonly unknown[]): void {
  const standard = Object(Object(schema)["~standard"]);
  for (const value of odd) standard.validate(value);
  JSON.stringify(standard.jsonSchema.input({ target: "draft-2020-12" }));
}

/** The built-in objects that every value of the world inherits from, and their constructors. */
function intrinsicsOf(context: vm.Context): readonly object[] {
  const found: unknown = vm.runInContext(
    `[Object, Array, Function, String, Number, Boolean, Symbol, BigInt, Date, Error, RegExp, Map, Set, WeakMap, Promise]
      .flatMap((each) => [each, each.prototype]).concat([JSON, Reflect, Math, globalThis])`,
    context,
  );
  return Array.from(Object(found), (each) => Object(each));
}

/** Every property of the objects: its name and what it holds. */
function stateOf(intrinsics: readonly object[]): readonly unknown[] {
  return intrinsics.flatMap((each) =>
    Reflect.ownKeys(each).flatMap((key) => {
      const held = Object.getOwnPropertyDescriptor(each, key);
      return [key, held?.value, held?.get, held?.set];
    }),
  );
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
}
