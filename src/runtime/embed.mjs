// Joins the parts of the run-time module and writes the text into src/emit/validation-source.ts.
//   node src/runtime/embed.mjs           writes it
//   node src/runtime/embed.mjs --check   exit code 1 where it is not what would be written
import { readFileSync, writeFileSync } from "node:fs";

const runtime = new URL("./", import.meta.url);
const target = new URL("../emit/validation-source.ts", import.meta.url);

/** In the order in which a user of the outputs would read them. */
const parts = [
  "result",
  "messages",
  "kind-of",
  "limits",
  "value-tests",
  "place",
  "tell",
  "dates",
  "shape",
  "fits",
  "encoded",
  "reading",
  "decode",
  "parse",
  "json-schema",
  "model-schema",
];

/** The names that the whole exports. */
function readExports() {
  const index = readFileSync(new URL("validation.ts", runtime), "utf8");
  const lists = [...index.matchAll(/^export (?:type )?\{([^}]*)\} from /gm)].map(([, names]) => names);
  return new Set(lists.join().match(/(?!type )\b[\w$]+/g));
}

/** A part without its imports, and without the exports that are private in the whole. */
function readPart(part, exported) {
  return readFileSync(new URL(`validation/${part}.ts`, runtime), "utf8")
    .replace(/^import [^;]*;\n+/gm, "")
    .replace(/^export (?=(?:const|function|class|interface|type) ([\w$]+))/gm, (kept, name) =>
      exported.has(name) ? kept : "",
    )
    .trim();
}

function readWhole() {
  const exported = readExports();
  const text = parts.map((part) => readPart(part, exported)).join("\n\n");
  const escaped = `${text}\n`.replace(/[\\`]|\$\{/g, "\\$&");
  return `// Written by src/runtime/embed.mjs from src/runtime/validation. DO NOT EDIT.
import { type Code, code } from "./code.js";

/** The text of the module that emitted validators share. */
export const validationSource: Code = code\`${escaped}\`;
`;
}

const source = readWhole();
if (process.argv.includes("--check")) {
  process.exitCode = readFileSync(target, "utf8") === source ? 0 : 1;
} else {
  writeFileSync(target, source);
}
