import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Environment } from "../environment.js";
import { UsageError } from "../exit-code.js";
import { tryGit } from "../git/git.js";
import { readRegular } from "../regular-file.js";
import { repositoryRoot } from "../repository-root.js";
import { codeOf, reasonOf } from "../system-error.js";
import { type PackageFile, packageFileOf } from "./package-file.js";
import type { Step } from "./step.js";

/** A repository as it stands, read and never written; all paths are absolute. */
export interface Look {
  /** The top of the working tree; the package's folder where there is no repository. */
  readonly root: string;
  /** The folder of the package that is set up; the top of the repository where there is no package. */
  readonly folder: string;
  /** What git says of its hooks; nothing where there is no repository. */
  readonly hooks: GitHooks | undefined;
  /** The package's own, then that of the repository. */
  readonly packages: readonly PackageFile[];
  /** A text file; nothing where there is none. */
  readonly read: (file: string) => string | undefined;
  /** The names in a folder, sorted; none where it is no folder. */
  readonly list: (folder: string) => readonly string[];
  readonly isExecutable: (file: string) => boolean;
}

/** Where hooks of a repository are. */
export interface GitHooks {
  /** The folder in which git looks for them. */
  readonly folder: string;
  /** The git folder that all working trees share. */
  readonly gitFolder: string;
}

/** Looks at the repository and the package around the current folder. */
export function lookAround({ cwd, env }: Environment): Look {
  const git = askGit(cwd, env);
  const folder = packageFolder(cwd, git?.root ?? cwd) ?? git?.root ?? cwd;
  const root = git?.root ?? folder;
  const packages = [...new Set([folder, root])].flatMap(
    (each) => packageFileOf(path.join(each, "package.json"), read) ?? [],
  );
  return { root, folder, hooks: git?.hooks, packages, read, list, isExecutable };
}

/** The same look as if the steps were done. */
export function lookAfter(look: Look, steps: readonly Step[]): Look {
  const written = new Map(steps.flatMap((step) => (step.kind === "edit" ? [[step.edit.path, step.edit.after]] : [])));
  const readAfter = (file: string): string | undefined => written.get(file) ?? look.read(file);
  const packages = look.packages.flatMap(({ path: file }) => packageFileOf(file, readAfter) ?? []);
  return { ...look, read: readAfter, packages };
}

interface Answer {
  readonly root: string;
  readonly hooks: GitHooks;
}

function askGit(cwd: string, env: Environment["env"]): Answer | undefined {
  const root = repositoryRoot(cwd);
  if (root === undefined) return undefined;
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith("GIT_DIR") && name !== "GIT_WORK_TREE"),
  );
  const said = tryGit({ folder: root, env: own }, [
    "rev-parse",
    "--show-toplevel",
    "--git-common-dir",
    "--git-path",
    "hooks",
  ]);
  if (said.kind === "failed") throw new UsageError(`Cannot ask git about the repository: ${said.reason}`, gitHint);
  const [, gitFolder = ".git", hooks = ".git/hooks"] = said.stdout.toString().split("\n");
  return { root, hooks: { folder: path.resolve(root, hooks), gitFolder: path.resolve(root, gitFolder) } };
}

const gitHint = "Mend what git says, and run `modelmark init` again.";

/** The nearest folder upwards with a package.json. */
function packageFolder(folder: string, root: string): string | undefined {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  const parent = path.dirname(folder);
  return folder === root || parent === folder ? undefined : packageFolder(parent, root);
}

function read(file: string): string | undefined {
  try {
    return readRegular(file, "follow").toString();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return undefined;
    throw new UsageError(
      `Cannot read \`${file}\`: ${reasonOf(error)}`,
      "Mend the file, and run `modelmark init` again.",
    );
  }
}

function list(folder: string): readonly string[] {
  try {
    return statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
