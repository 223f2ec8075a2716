import { existsSync } from "node:fs";
import path from "node:path";
import { isWithin } from "../pages.js";
import { repositoryRoot } from "../repository-root.js";
import type { Outcome, Terminal } from "./reporter.js";

/**
 * The folder that paths in reports for code hosts are relative to: the checkout of a workflow where it is a repository, since
 * pages may stand in a submodule of it; else the repository of the pages; else the current folder.
 */
export function sourceRootOf({ docs }: Pick<Outcome, "docs">, { cwd, env }: Pick<Terminal, "cwd" | "env">): string {
  const workspace = env["GITHUB_WORKSPACE"];
  const isCheckout = workspace && isWithin(workspace, docs) && existsSync(path.join(workspace, ".git"));
  return isCheckout ? workspace : (repositoryRoot(docs) ?? cwd);
}

/** A file as code hosts call it, with `/`; an absolute path where it is not below the root. */
export function pathFrom(root: string, file: string): string {
  return (isWithin(root, file) ? path.relative(root, file) : file).replaceAll(path.sep, "/");
}
