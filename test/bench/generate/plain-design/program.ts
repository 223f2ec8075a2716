import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { Project } from "ts-morph";
import { modelStatements } from "./model-statements.js";
import { readPage } from "./read-page.js";

// The design that one would write first: remark reads each page, ts-morph prints each file, one call saves all.

const [, , docs = "", out = ""] = process.argv;
const project = new Project({ skipAddingFilesFromTsConfig: true, skipLoadingLibFiles: true });

for (const entry of readdirSync(docs, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !/\.mdx?$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const model = readPage(readFileSync(file, "utf8"));
  const statements = modelStatements(model, (link) => importPath(file, link));
  project.createSourceFile(outputOf(file), { statements: [...statements] }, { overwrite: true });
}
project.saveSync();

function outputOf(page: string): string {
  return join(out, relative(docs, page).replace(/\.mdx?$/, ".ts"));
}

function importPath(page: string, link: string): string {
  const target = outputOf(join(dirname(page), link)).replace(/\.ts$/, ".js");
  const path = relative(dirname(outputOf(page)), target)
    .split(sep)
    .join(posix.sep);
  return path.startsWith(".") ? path : `./${path}`;
}
