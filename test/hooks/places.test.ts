import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Recipe } from "./recipes.js";
import { copyOf, makeFolder, makeSdk, outputOf, pageOf, pageText, type Sdk, sdkIn, wrongCommits } from "./sdk.js";

const timeout = 120_000;
const recipe: Recipe = { name: "git", packages: [], files: {}, hook: "stages", absence: "" };

describe("git's own hook", () => {
  const folder = makeFolder();
  let original: Sdk;
  let copies = 0;
  beforeAll(async () => {
    original = await makeSdk(recipe, path.join(folder, "sdk"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fresh = (): Sdk => {
    copies += 1;
    return copyOf(original, path.join(folder, `copy${copies}`));
  };

  it("is run from a folder below the top", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "edited"));
    await sdk.git("-C", "docs", "commit", "--quiet", "--all", "--message", "From below");
    expect(await sdk.git("show", `HEAD:${outputOf("Pet")}`)).toContain("edited");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  it("is run in a linked working tree", { timeout }, async () => {
    const sdk = fresh();
    await sdk.git("worktree", "add", "--quiet", "node_modules/tree");
    const tree = sdkIn(path.join(sdk.root, "node_modules/tree"));
    symlinkSync(path.join(sdk.root, "node_modules"), path.join(tree.root, "node_modules"));
    tree.write(pageOf("Pet"), pageText("Pet", "edited"));
    await tree.git("add", "docs");
    await tree.git("commit", "--quiet", "--message", "In a tree");
    expect(await tree.git("show", `HEAD:${outputOf("Pet")}`)).toContain("edited");
    expect(await tree.git("status", "--porcelain", "docs", "src")).toBe("");
    expect(await wrongCommits(sdk, "tree")).toEqual([]);
    expect(await sdk.git("status", "--porcelain")).toBe("");
  });

  it("lets commits through on a branch from before modelmark", { timeout }, async () => {
    const sdk = fresh();
    await sdk.git("checkout", "--quiet", "--orphan", "before");
    await sdk.git("rm", "-r", "--quiet", "--force", ".");
    sdk.write("README.md", "# Before\n");
    await sdk.git("add", "README.md");
    await sdk.git("commit", "--quiet", "--message", "Before modelmark");
    expect(await sdk.git("ls-tree", "-r", "--name-only", "HEAD")).toBe("README.md\n");
  });

  it("takes the outputs along in `git commit --amend`", { timeout }, async () => {
    const sdk = fresh();
    sdk.write(pageOf("Pet"), pageText("Pet", "first"));
    await sdk.git("commit", "--quiet", "--all", "--message", "First");
    sdk.write(pageOf("Pet"), pageText("Pet", "amended"));
    await sdk.git("commit", "--quiet", "--all", "--amend", "--no-edit");
    expect(await sdk.git("show", `HEAD:${outputOf("Pet")}`)).toContain("amended");
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  it("mends the outputs of a merge that conflicts in them", { timeout }, async () => {
    const sdk = fresh();
    await sdk.git("checkout", "--quiet", "-b", "side");
    await commitNew(sdk, "One");
    await sdk.git("checkout", "--quiet", "-");
    await commitNew(sdk, "Other");
    const merge = await sdk.run("git", "merge", "--quiet", "--no-edit", "side");
    expect(merge.text).toContain("CONFLICT (content): Merge conflict in src/generated/manifest.json");
    await sdk.git("add", "--all");
    await sdk.git("commit", "--quiet", "--no-edit");
    expect(await sdk.git("status", "--porcelain")).toBe("");
    expect(await wrongCommits(sdk)).toEqual([]);
  });
});

async function commitNew(sdk: Sdk, name: string): Promise<void> {
  sdk.write(pageOf(name), pageText(name));
  await sdk.git("add", "--all");
  await sdk.git("commit", "--quiet", "--message", name);
}

describe("git's own hook for a package below the top", () => {
  const folder = makeFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is run in the package's folder", { timeout }, async () => {
    const outer = sdkIn(path.join(folder, "outer"));
    mkdirSync(outer.root);
    await outer.git("init", "--quiet");
    const sdk = await makeSdk({ ...recipe, isNested: true }, path.join(outer.root, "packages/sdk"));
    sdk.write(pageOf("Pet"), pageText("Pet", "edited"));
    await outer.git("commit", "--quiet", "--all", "--message", "Edited");
    expect(await outer.git("show", `HEAD:packages/sdk/${outputOf("Pet")}`)).toContain("edited");
    sdk.write(pageOf("Pet"), pageText("Pet", "by its path"));
    await outer.git("commit", "--quiet", "--message", "A path", `packages/sdk/${pageOf("Pet")}`);
    expect(await outer.git("show", `HEAD:packages/sdk/${outputOf("Pet")}`)).toContain("by its path");
    expect(await outer.git("status", "--porcelain")).toBe("");
  });
});
