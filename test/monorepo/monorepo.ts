import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fixtureCases } from "../fixture-cases.js";
import { documentedBlock } from "./documented.js";
import { installed, tools } from "./tools.js";

/** A repository of many packages in a temporary folder, with Turborepo and Nx set up as the documentation says. */
export interface Monorepo {
  readonly root: string;
  /** The folders of the packages: `packages/p00`. */
  readonly packages: readonly string[];
  readonly write: (file: string, text: string) => void;
  readonly append: (file: string, text: string) => void;
  readonly remove: (file: string) => void;
  /** The text of every file below a folder, by its path there; sorted. */
  readonly filesBelow: (folder: string) => ReadonlyMap<string, string>;
  /** What modelmark was run for since this was last asked, sorted: `packages/p00 generate`. */
  readonly executed: () => readonly string[];
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Makes a monorepo of packages with a few pages each; the version of modelmark stands in its lock file. */
export function makeMonorepo(count: number): Monorepo {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-monorepo-"));
  const packages = Array.from({ length: count }, (_, index) => `packages/p${String(index).padStart(2, "0")}`);
  const monorepo = monorepoAt(root, packages);
  monorepo.write("package.json", rootPackage);
  monorepo.write("package-lock.json", lockText(packages, "0.1.0"));
  monorepo.write(".gitignore", "node_modules\n.turbo\n.nx\n");
  for (const { config } of tools) monorepo.write(config, documentedBlock(`json ${config}`));
  for (const [index, folder] of packages.entries()) writePackage(monorepo, folder, index);
  linkPackages(root);
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  execFileSync("git", ["add", "--all"], { cwd: root });
  return monorepo;
}

/** The lock file of npm, with one version of modelmark or another. */
export function lockText(packages: readonly string[], version: string): string {
  const modelmark = { version, resolved: `https://registry.npmjs.org/modelmark/-/modelmark-${version}.tgz`, dev: true };
  const workspaces = packages.flatMap((folder) => [
    [folder, { name: nameOf(folder), version: "1.0.0", devDependencies: { modelmark: "^0.1.0" } }],
    [`node_modules/${nameOf(folder)}`, { resolved: folder, link: true }],
  ]);
  const root = [
    ["", { name: "shop", workspaces: ["packages/*"] }],
    ["node_modules/modelmark", modelmark],
  ];
  return jsonText({ lockfileVersion: 3, packages: Object.fromEntries([...root, ...workspaces]) });
}

const rootPackage = jsonText({
  name: "shop",
  private: true,
  packageManager: "npm@10.8.2",
  workspaces: ["packages/*"],
});

/** Where the packages' pages are from. */
const cases = ["mdx", "enum-list", "recursion-self", "typescript-maps", "object-fields", "nulls-nested"];

function writePackage(monorepo: Monorepo, folder: string, index: number): void {
  const documented: unknown = JSON.parse(documentedBlock("json package.json"));
  // Every second package has its configuration in package.json.
  const inPackage = index % 2 === 1 ? { modelmark: { unknownKeys: "reject" } } : {};
  monorepo.write(`${folder}/package.json`, jsonText(Object.assign({ name: nameOf(folder) }, documented, inPackage)));
  if (index % 2 === 0) {
    monorepo.write(
      `${folder}/modelmark.config.ts`,
      'import { defineConfig } from "modelmark";\n\nexport default defineConfig({ dates: "string" });\n',
    );
  }
  const name = `speakeasy/${cases[index % cases.length]}`;
  const pages = fixtureCases.find((each) => each.name === name)?.pages ?? [];
  for (const page of pages) monorepo.write(`${folder}/models-docs/${page.path}`, textOf(page.value));
}

/** What npm would install, and modelmark as a command that notes each run of it. */
function linkPackages(root: string): void {
  const main = pathToFileURL(path.join(repository, "dist/cli/main.js"));
  if (!existsSync(main)) throw new Error("The command is not built: `npm run build` builds it.");
  const modules = path.join(root, "node_modules");
  mkdirSync(path.join(modules, ".bin"), { recursive: true });
  symlinkSync(repository, path.join(modules, "modelmark"));
  for (const name of ["@nx", "@turbo", "nx", "turbo"])
    symlinkSync(path.join(installed, name), path.join(modules, name));
  for (const { command } of tools) {
    symlinkSync(path.join(installed, ".bin", command), path.join(modules, ".bin", command));
  }
  writeFileSync(path.join(modules, ".bin/package.json"), '{ "type": "module" }');
  writeFileSync(path.join(modules, ".bin/modelmark"), commandText(main.href, path.join(modules, executions)), {
    mode: 0o755,
  });
}

const executions = ".executions";

function commandText(main: string, log: string): string {
  return `#!/usr/bin/env node
import { appendFileSync } from "node:fs";
appendFileSync(${JSON.stringify(log)}, \`\${process.cwd()} \${process.argv.slice(2).join(" ")}\\n\`);
await import(${JSON.stringify(main)});
`;
}

function monorepoAt(root: string, packages: readonly string[]): Monorepo {
  const at = (file: string): string => path.join(root, file);
  return {
    root,
    packages,
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    append: (file, text) => appendFileSync(at(file), text),
    remove: (file) => rmSync(at(file), { recursive: true }),
    filesBelow: (folder) => textsBelow(at(folder)),
    executed: () => {
      const log = at(`node_modules/${executions}`);
      const lines = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
      rmSync(log, { force: true });
      return lines.map((line) => path.relative(root, line)).sort();
    },
  };
}

function textsBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}

function nameOf(folder: string): string {
  return `@shop/${path.basename(folder)}`;
}

function textOf(value: string | Uint8Array): string {
  return typeof value === "string" ? value : new TextDecoder().decode(value);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
