import path from "node:path";
import type { Look } from "./look.js";
import { rangeOf } from "./package-file.js";
import type { Step } from "./step.js";

/** The folders that a configuration names. */
export interface Folders {
  readonly docs: string;
  readonly out: string;
}

/** Writes the configuration: in TypeScript where the compiler of the package does not take it for one of its sources. */
export function configStep(look: Look, folders: Folders): Extract<Step, { readonly kind: "edit" }> {
  const isTypeScript =
    compilesNamedFiles(look) && look.packages.some((each) => rangeOf(each, "modelmark") !== undefined);
  const name = isTypeScript ? "modelmark.config.ts" : "modelmark.config.json";
  const after = isTypeScript ? typeScriptText(folders) : jsonText(folders);
  const edit = { path: path.join(look.folder, name), before: undefined, after };
  return { kind: "edit", edit, says: `pages in ${folders.docs}, outputs in ${folders.out}` };
}

/** Whether there is a tsconfig.json that does not take every file of its folder. */
function compilesNamedFiles({ read, folder }: Look): boolean {
  const text = read(path.join(folder, "tsconfig.json"));
  return text !== undefined && /"(?:include|files|references)"\s*:/.test(text);
}

function typeScriptText({ docs, out }: Folders): string {
  return `import { defineConfig } from "modelmark";

export default defineConfig({
  docs: ${JSON.stringify(docs)},
  out: ${JSON.stringify(out)},
});
`;
}

function jsonText({ docs, out }: Folders): string {
  const schema = "./node_modules/modelmark/dist/config.schema.json";
  return `${JSON.stringify({ $schema: schema, docs, out }, null, 2)}\n`;
}
