import { execFile } from "node:child_process";
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
export async function judgeFields(folder: string, truth: string): Promise<FieldTruth> {
  const shapes = `${folder}.shapes.json`;
  writeFileSync(shapes, await runOracle("shape.mjs", "--root", folder));
  const lines = (await runOracle("compare-shapes.mjs", truth, shapes, "--list", "--json")).trim().split("\n");
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
export async function judgeExamples(docs: string, folder: string): Promise<ExampleTruth> {
  const told = await runOracle("examples.mjs", "--docs", docs, "--generated", folder, "--list", "--json");
  const lines = told.trim().split("\n");
  const { examples, compile } = JSON.parse(lines.pop() ?? "{}") as ExampleTruth;
  return { examples, compile, failures: lines };
}

/** What an oracle beside the repository prints. */
export async function runOracle(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout, status } = await runNode(["--max-old-space-size=6144", join(shared, "oracle", name), ...args]);
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return stdout;
}

interface Finished {
  readonly stdout: string;
  readonly status: number;
}

function runNode(args: readonly string[]): Promise<Finished> {
  const env = { ...process.env, TYPESCRIPT: "typescript-5.9" };
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: repository, env, maxBuffer: 2 ** 28 }, (error, stdout) => {
      resolve({ stdout, status: error === null ? 0 : Number(error.code ?? 1) });
    });
  });
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
export async function compileStrictly(
  folder: string,
  compiler: keyof typeof compilers,
  resolution: keyof typeof moduleKinds,
  more: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const project = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  const compilerOptions = { ...strictest, module: moduleKinds[resolution], moduleResolution: resolution, ...more };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const args = ["--max-old-space-size=8192", join(repository, compilers[compiler]), "-p", project, "--pretty", "false"];
  const { stdout, status } = await runNode(args);
  const complaints = stdout.split("\n").filter((line) => line.includes("error TS"));
  return status === 0 || complaints.length > 0
    ? complaints
    : [`the compiler ended with ${status}: ${stdout.slice(0, 500)}`];
}
