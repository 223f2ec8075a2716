import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingPackages, type Recipe } from "./recipes.js";
import { copyOf, makeFolder, makeSdk, pageOf, pageText, type Sdk, wrongCommits } from "./sdk.js";

const documentation = readFileSync(new URL("../../docs/hooks.md", import.meta.url), "utf8");
const config = /\n```js lint-staged\.config\.js\n([^`]+)```/.exec(documentation)?.[1] ?? "";

/** As docs/hooks.md has it for those who want no line beside lint-staged's. */
const recipe: Recipe = {
  name: "lint-staged's own configuration",
  isSetByHand: true,
  packages: ["husky", "lint-staged"],
  files: { "lint-staged.config.js": config, ".husky/pre-commit": "npx lint-staged\n" },
  before: ({ npx }) => npx("husky"),
  hook: "stages",
  absence: missingPackages,
};

describe.skipIf(recipe.absence !== "")(`${recipe.name}${recipe.absence}`, { timeout: 120_000 }, () => {
  const folder = makeFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let original: Sdk;
  beforeAll(async () => {
    original = await makeSdk(recipe, path.join(folder, "sdk"));
  });

  it("has the outputs of a page that is staged in part in the commit", async () => {
    const sdk = copyOf(original, path.join(folder, "part"));
    sdk.write(pageOf("Pet"), pageText("Pet", "staged"));
    await sdk.git("add", "--all");
    sdk.write(pageOf("Pet"), pageText("Pet", "staged", "unstaged"));
    await sdk.git("commit", "--quiet", "--message", "In part");
    expect(sdk.read(pageOf("Pet"))).toBe(pageText("Pet", "staged", "unstaged"));
    expect(await wrongCommits(sdk)).toEqual([]);
  });

  it("sees no commit that only deletes pages, as the documentation says", async () => {
    const sdk = copyOf(original, path.join(folder, "deletion"));
    await sdk.git("rm", "--quiet", pageOf("Pet"));
    await sdk.git("commit", "--quiet", "--message", "Deleted");
    expect(await wrongCommits(sdk)).toEqual([expect.stringContaining("pet.ts")]);
  });
});
