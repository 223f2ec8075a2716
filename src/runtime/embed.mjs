// Joins the parts of the run-time module and writes the text into src/emit/validation-source.ts.
//   node src/runtime/embed.mjs           writes it
//   node src/runtime/embed.mjs --check   exit code 1 where it is not what would be written
import { readFileSync, writeFileSync } from "node:fs";

const runtime = new URL("./", import.meta.url);
const target = new URL("../emit/validation-source.ts", import.meta.url);

/** The parts in order, and the names that each one exports from the whole. */
function readParts() {
  const index = readFileSync(new URL("validation.ts", runtime), "utf8");
  const exports = index.matchAll(/^export (?:type )?\{([^}]*)\} from "\.\/(.+)\.js";$/gm);
  return [...exports].map(([, names, path]) => ({
    source: readFileSync(new URL(`${path}.ts`, runtime), "utf8"),
    names: new Set(names.split(",").map((name) => name.trim().replace(/^type /, ""))),
  }));
}

/** A part without its imports, and without the exports that are private in the whole. */
function joinable({ source, names }) {
  return source
    .replace(/^import [^;]*;\n+/gm, "")
    .replace(/^export (?=(?:const|function|class|interface|type) ([\w$]+))/gm, (kept, name) => (names.has(name) ? kept : ""))
    .trim();
}

function embedded() {
  const text = `${readParts().map(joinable).join("\n\n")}\n`;
  const escaped = text.replace(/[\\`]|\$\{/g, "\\$&");
  return `// Written by src/runtime/embed.mjs from src/runtime/validation. DO NOT EDIT.
import { type Code, code } from "./code.js";

/** The text of the module that emitted validators share. */
export const validationSource: Code = code\`${escaped}\`;
`;
}

const text = embedded();
if (process.argv.includes("--check")) {
  process.exitCode = readFileSync(target, "utf8") === text ? 0 : 1;
} else {
  writeFileSync(target, text);
}
