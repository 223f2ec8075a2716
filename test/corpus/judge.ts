import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Output } from "../../src/compile.js";
import { shared } from "./corpora.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Writes the outputs and the part of the manifest that the oracles read into an emptied folder. */
export function writeOutputs(folder: string, { files, schema }: Output): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const models = [...schema.models.values()].map(({ id, page, name }) => ({ page, name, ...schema.names.get(id) }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version: 1, models }));
}

/** How the fields of the outputs compare with those of the SDK's own source. */
export interface FieldTruth {
  readonly fields: number;
  readonly fidelity: number;
  readonly full: number;
  /** The fields that differ in what a page can say, a line each. */
  readonly differences: readonly string[];
}

/** Compares outputs with a truth file, by the oracle beside the repository. */
export function judgeFields(folder: string, truth: string): FieldTruth {
  const shapes = `${folder}.shapes.json`;
  writeFileSync(shapes, runOracle("shape.mjs", "--root", folder));
  const lines = runOracle("compare-shapes.mjs", truth, shapes, "--list", "--json").trim().split("\n");
  const { fields, fidelity, full } = JSON.parse(lines.pop() ?? "{}") as FieldTruth;
  const said = ["null-only", "presence-only"];
  return { fields, fidelity, full, differences: lines.filter((line) => !said.includes(line.split("\t")[0] ?? "")) };
}

/** How many of the pages' own examples compile against the outputs. */
export interface ExampleTruth {
  readonly examples: number;
  readonly compile: number;
  /** The pages whose example does not, and why. */
  readonly failures: readonly string[];
}

/** Compiles the pages' examples against outputs, by the oracle beside the repository. */
export function judgeExamples(docs: string, folder: string): ExampleTruth {
  const lines = runOracle("examples.mjs", "--docs", docs, "--generated", folder, "--list", "--json").trim().split("\n");
  const { examples, compile } = JSON.parse(lines.pop() ?? "{}") as ExampleTruth;
  return { examples, compile, failures: lines };
}

function runOracle(name: string, ...args: readonly string[]): string {
  const environment = { ...process.env, TYPESCRIPT: "typescript-5.9", NODE_OPTIONS: "--max-old-space-size=6144" };
  const options = { cwd: repository, env: environment, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  return execFileSync(process.execPath, [join(shared, "oracle", name), ...args], options);
}

/** The TypeScript versions that outputs must compile with. */
export const compilers = {
  "5.9": "node_modules/typescript-5.9/lib/tsc.js",
  "6.0": "node_modules/typescript/lib/tsc.js",
  "7.0": "node_modules/typescript-7/bin/tsc",
} as const;

/** The ways in which programs resolve modules. */
export const moduleKinds = { nodenext: "nodenext", bundler: "esnext" } as const;

/** The strictest settings that users have. */
const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedDeclarations: true,
  declaration: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};

/** Compiles everything below a folder in one program; gives the compiler's complaints. */
export function compileStrictly(
  folder: string,
  compiler: keyof typeof compilers,
  resolution: keyof typeof moduleKinds,
  more: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const project = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  const compilerOptions = { ...strictest, module: moduleKinds[resolution], moduleResolution: resolution, ...more };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const args = ["--max-old-space-size=8192", join(repository, compilers[compiler]), "-p", project, "--pretty", "false"];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const complaints = stdout.split("\n").filter((line) => line.includes("error TS"));
  return status === 0 || complaints.length > 0
    ? complaints
    : [`the compiler ended with ${status}: ${stdout.slice(0, 500)}`];
}
