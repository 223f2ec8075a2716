import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../../src/compile.js";
import { readDocs } from "../../corpus/corpora.js";
import { writeOutputs } from "../../corpus/judge.js";
import { benchFolder, distFolder } from "../common/paths.js";
import { shapeNames } from "../shapes/shapes.js";

/** Where the outputs of the benchmark's own pages lie. */
export const outputs: string = join(distFolder, "sources/outputs");

/** Turns the benchmark's pages into outputs, and writes the modules that show them as a contestant. */
export function buildModelmark(): void {
  const output = compile(readDocs(join(benchFolder, "pages")));
  const [complaint] = output.messages;
  if (complaint) throw new Error(`a page of the benchmark is wrong: ${complaint.message}`);
  writeOutputs(outputs, output);
  const sources = join(distFolder, "sources");
  writeFileSync(join(sources, "modelmark.ts"), contestantSource());
  writeFileSync(join(sources, "modelmark-exports.ts"), exportsSource());
  writeFileSync(join(sources, "modelmark-tree.ts"), treeSource);
}

function modelOf(shape: string): string {
  return shape.slice(0, 1).toUpperCase() + shape.slice(1);
}

function imports(): readonly string[] {
  return shapeNames.map((shape) => {
    const model = modelOf(shape);
    return `import { is${model}, validate${model} } from "./outputs/components/${shape}.js";`;
  });
}

function contestantSource(): string {
  const checks = shapeNames.map((shape) => `  ${shape}: (value) => validate${modelOf(shape)}(value).issues ?? null,`);
  return [...imports(), guards(), "export const check = {", ...checks, "};", ""].join("\n");
}

/** What counts for the size: the exports as users import them. */
function exportsSource(): string {
  const validate = shapeNames.map((shape) => `${shape}: validate${modelOf(shape)}`).join(", ");
  return [...imports(), guards(), `export const validate = { ${validate} };`, ""].join("\n");
}

function guards(): string {
  return `export const is = { ${shapeNames.map((shape) => `${shape}: is${modelOf(shape)}`).join(", ")} };`;
}

const treeSource = `import { isTree, validateTree } from "./outputs/components/tree.js";
export const modelmark = { is: isTree, check: (value) => validateTree(value).issues ?? null };
`;
