import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../common/paths.js";
import { type Pages, writePages } from "./pages.js";
import { type Run, sampleOf } from "./run.js";
import { setAside } from "./set-aside.js";

/** A repository with pages, in which modelmark runs. */
export interface Project {
  readonly folder: string;
  readonly pages: Pages;
}

const output = "generated";
const kept = new Set([".git", "docs", "package.json"]);

/** Makes a repository with pages and nothing else. */
export function makeProject(folder: string, pages: Pages): Project {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "sdk", "private": true, "type": "module" }\n');
  writePages(folder, pages);
  git(folder, "init", "--quiet");
  return { folder, pages };
}

/** Makes a repository with pages and their outputs. */
export function makeFilledProject(folder: string, pages: Pages): Project {
  const project = makeProject(folder, pages);
  sampleOf(runIn(project, "generate"));
  return project;
}

/** modelmark in a project, as the package starts it, with its caches inside the project. */
export function runIn({ folder, pages: { docs } }: Project, ...args: readonly string[]): Run {
  const ours = ["--docs", docs, "--out", output, "--quiet"];
  const env = { MODELMARK_CACHE: join(folder, ".cache") };
  return { args: [commandFile(), ...args, ...ours], cwd: folder, env };
}

/** The file that the package's `modelmark` starts. */
export function commandFile(): string {
  const text = readFileSync(join(repository, "package.json"), "utf8");
  const { bin }: { readonly bin: { readonly modelmark: string } } = JSON.parse(text);
  return join(repository, bin.modelmark);
}

/** Leaves the pages alone in the project: outputs and caches go. */
export function emptyProject({ folder }: Project): void {
  setAside(folder, kept);
}

/** Commits everything, then stages a file that is neither page nor output. */
export function commitAndStageAnother({ folder }: Project): void {
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false"];
  git(folder, "add", "--all");
  git(folder, ...author, "-c", "gc.auto=0", "-c", "maintenance.auto=false", "commit", "--quiet", "--message", "Add");
  writeFileSync(join(folder, "NOTES.md"), "Not a page.\n");
  git(folder, "add", "NOTES.md");
}

/** An output by its path below the folder of outputs. */
export function outputOf({ folder }: Project, path: string): string {
  return join(folder, output, path);
}

/** When the manifest was last written, in milliseconds since 1970. */
export function manifestTime(project: Project): number {
  return statSync(outputOf(project, "manifest.json")).mtimeMs;
}

/** How many models the manifest lists. */
export function countModels(project: Project): number {
  const { models }: { readonly models: readonly unknown[] } = JSON.parse(
    readFileSync(outputOf(project, "manifest.json"), "utf8"),
  );
  return models.length;
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "core.hooksPath=/dev/null", ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
