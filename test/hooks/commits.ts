import { expect } from "vitest";
import type { Recipe } from "./recipes.js";
import { type Finished, pageOf, type Sdk } from "./sdk.js";

/** Commits what is staged; where the hook only checks, after it has said what to do, and that was done. */
export async function commit(sdk: Sdk, recipe: Recipe): Promise<void> {
  const tried = async (): Promise<Finished> => await sdk.run("git", "commit", "--quiet", "--message", "A change");
  const first = await tried();
  if (recipe.hook === "stages") {
    expect(first.code, first.text).toBe(0);
    return;
  }
  expect(first.code).not.toBe(0);
  expect(first.text).toContain("run `modelmark generate --staged`");
  await stageOutputs(sdk);
  const second = await tried();
  expect(second.code, second.text).toBe(0);
}

/** Stages the outputs of what is staged. */
export async function stageOutputs({ modelmark }: Sdk): Promise<void> {
  await modelmark("generate", "--staged");
}

/** A file of the last commit. */
export async function headOf({ git }: Sdk, file: string): Promise<string> {
  return await git("show", `HEAD:${file}`);
}

/** The names of the files of the last commit. */
export async function filesOfHead({ git }: Sdk): Promise<readonly string[]> {
  return (await git("ls-tree", "-r", "--name-only", "HEAD")).trimEnd().split("\n");
}

/** The commit, and the pages that are staged and those that stand there. */
export async function stateOf({ git, read }: Sdk): Promise<readonly string[]> {
  const pages = ["Pet", "Shop"].map(pageOf);
  return [await git("rev-parse", "HEAD"), await git("ls-files", "--stage", ...pages), ...pages.map(read)];
}
