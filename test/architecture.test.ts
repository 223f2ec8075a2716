import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, SyntaxKind } from "ts-morph";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** Which folders of src a folder may import from; `.` are the files beside them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ["model", "."],
  markdown: ["model", "diagnostics"],
  notation: ["model", "markdown"],
  dialects: ["model", "diagnostics", "markdown", "notation"],
  overrides: ["model", "diagnostics", "markdown", "notation", "dialects", "."],
  link: ["model", "diagnostics", "."],
  evidence: ["model"],
  defaults: ["model", "runtime"],
  rules: ["model", "diagnostics", "evidence", "defaults"],
  emit: ["model", "evidence", "defaults"],
  learn: [".", "model", "diagnostics", "markdown", "notation", "overrides", "evidence", "defaults"],
  recompile: [
    ".",
    "model",
    "diagnostics",
    "markdown",
    "notation",
    "dialects",
    "overrides",
    "link",
    "evidence",
    "rules",
    "emit",
  ],
  runtime: [],
  cli: [".", "model", "diagnostics", "overrides", "learn", "recompile"],
  bundled: [".", "emit"],
  ".": [
    "model",
    "diagnostics",
    "markdown",
    "notation",
    "dialects",
    "overrides",
    "link",
    "evidence",
    "rules",
    "emit",
    "recompile",
  ],
};

/** Where a package may be imported: everything else is kept from it. */
const homes: Readonly<Record<string, readonly string[]>> = {
  chokidar: ["cli"],
  "ts-morph": ["emit", "bundled", "learn"],
  mdast: ["markdown", "."],
  "mdast-util-gfm-table": ["markdown"],
  "micromark-extension-gfm-table": ["markdown"],
  remark: ["markdown"],
  "remark-frontmatter": ["markdown"],
  unified: ["markdown"],
  yaml: ["markdown", "learn", "cli"],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const project = new Project({ skipAddingFilesFromTsConfig: true });
project.addSourceFilesAtPaths(`${source}/**/*.ts`);

const imports: readonly Import[] = project.getSourceFiles().flatMap((file) =>
  file.getImportStringLiterals().map((literal) => ({
    from: relative(source, file.getFilePath()),
    to: literal.getLiteralText(),
  })),
);
const own = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to }) => ({ from, to: join(dirname(from), to).replace(/\.js$/, ".ts") }));
const foreign = imports.filter(({ to }) => !to.startsWith("."));

function folderOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : ".";
}

describe("the architecture", () => {
  it("imports along the arrows of ARCHITECTURE.md alone", () => {
    const wrong = own.filter(({ from, to }) => {
      const [source_, target] = [folderOf(from), folderOf(to)];
      return source_ !== target && !(allowed[source_] ?? []).includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps each package at home", () => {
    const wrong = foreign.filter(({ from, to }) => homes[to] !== undefined && !homes[to].includes(folderOf(from)));
    expect(wrong).toEqual([]);
  });

  it("touches the process and the disk in the command line alone", () => {
    const isNode = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);
    expect(foreign.filter(({ from, to }) => isNode(to) && !["bundled", "cli"].includes(folderOf(from)))).toEqual([]);
  });

  it("has no import cycle", () => {
    const targets = groupByFrom(own);
    const finished = new Set<string>();
    const visit = (file: string, trail: readonly string[]): readonly string[] => {
      if (trail.includes(file)) return [[...trail.slice(trail.indexOf(file)), file].join(" → ")];
      if (finished.has(file)) return [];
      const cycles = (targets.get(file) ?? []).flatMap(({ to }) => visit(to, [...trail, file]));
      finished.add(file);
      return cycles;
    };
    expect([...targets.keys()].flatMap((file) => visit(file, []))).toEqual([]);
  });

  it("never says `any` or a non-null `!`", () => {
    const said = project.getSourceFiles().flatMap((file) => {
      const nodes = [SyntaxKind.AnyKeyword, SyntaxKind.NonNullExpression].flatMap((kind) =>
        file.getDescendantsOfKind(kind),
      );
      return nodes.map((node) => `${relative(source, file.getFilePath())}:${node.getStartLineNumber()}`);
    });
    expect(said).toEqual([]);
  });
});

function groupByFrom(edges: readonly Import[]): Map<string, readonly Import[]> {
  const groups = new Map<string, Import[]>();
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge]);
  return groups;
}
