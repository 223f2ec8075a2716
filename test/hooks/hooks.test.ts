import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commit, filesOfHead, headOf, stageOutputs, stateOf } from "./commits.js";
import { type Recipe, recipes } from "./recipes.js";
import { copyOf, makeFolder, makeSdk, outputOf, pageOf, pageText, type Sdk, wrongCommits } from "./sdk.js";

const timeout = 120_000;

describe.each(recipes.map((recipe) => [`${recipe.name}${recipe.absence}`, recipe] as const))("%s", (_name, recipe) => {
  const facts = recipe.absence === "" ? it.concurrent : it.skip;
  const fresh = freshSdk(recipe);

  facts("commits the outputs of a new page", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("New"), pageText("New"));
    await sdk.git("add", pageOf("New"));
    await commit(sdk, recipe);
    expect(await filesOfHead(sdk)).toContain(outputOf("New"));
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("commits the outputs of an edited page", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "Teh number of teh pet"));
    await sdk.git("add", "--all");
    await commit(sdk, recipe);
    expect(await headOf(sdk, outputOf("Pet"))).toContain(`number of ${recipe.mends ? "the" : "teh"} pet`);
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("removes the outputs of a deleted page", { timeout }, async () => {
    const sdk = fresh();
    await sdk.git("rm", "--quiet", pageOf("Pet"));
    await commit(sdk, recipe);
    expect(await filesOfHead(sdk)).not.toContain(outputOf("Pet"));
    expect(sdk.has(outputOf("Pet"))).toBe(false);
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("commits what a partially staged page says", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "staged"));
    const patch = await sdk.git("diff");
    sdk.write(pageOf("Pet"), pageText("Pet", "staged", "unstaged"));
    sdk.write("node_modules/patch", patch);
    await sdk.git("apply", "--cached", "node_modules/patch");
    await commit(sdk, recipe);
    expect(sdk.read(pageOf("Pet"))).toBe(pageText("Pet", "staged", "unstaged"));
    expect(await headOf(sdk, outputOf("Pet"))).toMatch(/\bstaged/);
    expect(await headOf(sdk, outputOf("Pet"))).not.toMatch(/\bunstaged/);
    expect(await sdk.git("status", "--porcelain")).toBe(` M ${pageOf("Pet")}\n`);
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("commits what a page said when it was staged, and keeps what was written since", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "staged"));
    await sdk.git("add", "--all");
    sdk.write(pageOf("Pet"), pageText("Pet", "edited since"));
    sdk.write("README.md", "# Edited\n");
    sdk.write("notes.md", "Untracked.\n");
    await commit(sdk, recipe);
    expect(sdk.read(pageOf("Pet"))).toBe(pageText("Pet", "edited since"));
    expect([sdk.read("README.md"), sdk.read("notes.md")]).toEqual(["# Edited\n", "Untracked.\n"]);
    expect(await headOf(sdk, outputOf("Pet"))).toMatch(/\bstaged/);
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("keeps the outputs that were generated from what is not staged", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "staged"));
    await sdk.git("add", "--all");
    sdk.write(pageOf("Pet"), pageText("Pet", "edited since"));
    await sdk.modelmark("generate");
    const standing = sdk.read(outputOf("Pet"));
    await commit(sdk, recipe);
    expect(standing).toContain("edited since");
    expect(sdk.read(outputOf("Pet"))).toBe(standing);
    expect(sdk.read(pageOf("Pet"))).toBe(pageText("Pet", "edited since"));
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("leaves all as it is in a commit of other files", { timeout }, async () => {
    const sdk = fresh();
    const before = await sdk.git("rev-parse", "HEAD:src/generated");
    sdk.write("README.md", "# Another\n");
    await sdk.git("add", "--all");
    sdk.write(pageOf("Pet"), pageText("Pet", "unstaged"));
    await sdk.git("commit", "--quiet", "--message", "Words");
    expect(await sdk.git("rev-parse", "HEAD:src/generated")).toBe(before);
    expect(await sdk.git("status", "--porcelain")).toBe(` M ${pageOf("Pet")}\n`);
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("refuses a page that is wrong, and keeps the pages as they are", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet").replace("*string*", "*Set<number>*"));
    await sdk.git("add", "--all");
    sdk.write(pageOf("Shop"), pageText("Shop", "unstaged"));
    const before = await stateOf(sdk);
    const { code, text } = await sdk.run("git", "commit", "--message", "Wrong");
    expect(code, text).not.toBe(0);
    expect(text).toContain("Set<number>");
    expect(await stateOf(sdk)).toEqual(before);
  });

  facts("lets two commits at once end in commits that are right", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "one"));
    sdk.write(pageOf("Shop"), pageText("Shop", "two"));
    await sdk.git("add", "--all");
    if (recipe.hook === "checks") await stageOutputs(sdk);
    const both = ["One", "Other"].map((message) => sdk.run("git", "commit", "--quiet", "--message", message));
    const codes = (await Promise.all(both)).map(({ code }) => code);
    expect(sdk.has(".git/index.lock")).toBe(false);
    if (!codes.includes(0)) await commit(sdk, recipe);
    expect(sdk.read(pageOf("Shop"))).toBe(pageText("Shop", "two"));
    expect(await wrongCommits(sdk)).toEqual([]);
    expect(await sdk.git("status", "--porcelain")).toBe("");
  });

  facts("takes the outputs along in `git commit PATH`", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "committed"));
    sdk.write(pageOf("Shop"), pageText("Shop", "staged"));
    await sdk.git("add", pageOf("Shop"));
    const first = await sdk.run("git", "commit", "--quiet", "--message", "A path", pageOf("Pet"));
    if (recipe.hook === "checks") {
      expect(first.text).toContain("modelmark generate --staged");
      await sdk.git("add", pageOf("Pet"));
      await commit(sdk, recipe);
    } else {
      expect(first.code, first.text).toBe(0);
      expect(await headOf(sdk, outputOf("Shop"))).not.toContain("staged");
      expect(await sdk.git("status", "--porcelain")).toBe(`M  ${pageOf("Shop")}\n`);
    }
    expect(await headOf(sdk, outputOf("Pet"))).toContain("committed");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  facts("takes the outputs along in `git commit --all`", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "edited"));
    rmSync(path.join(sdk.root, pageOf("Tag")));
    const first = await sdk.run("git", "commit", "--quiet", "--all", "--message", "All");
    if (recipe.hook === "checks") {
      await sdk.git("add", "--all");
      await commit(sdk, recipe);
    } else {
      expect(first.code, first.text).toBe(0);
    }
    expect(await filesOfHead(sdk)).not.toContain(outputOf("Tag"));
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });
});

/** A copy of the same SDK for each fact. */
function freshSdk(recipe: Recipe): () => Sdk {
  const folder = makeFolder();
  const made: Sdk[] = [];
  let copies = 0;
  beforeAll(async () => {
    if (recipe.absence === "") made.push(await makeSdk(recipe, path.join(folder, "sdk")));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => {
    const [sdk] = made;
    if (!sdk) throw new Error(`There is no SDK with ${recipe.name} yet`);
    copies += 1;
    return copyOf(sdk, path.join(folder, `copy${copies}`));
  };
}
