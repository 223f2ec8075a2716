import { describe, expect, it } from "vitest";
import { repository } from "../staged/temporary-repository.js";
import { init, packageText, page, sdk } from "./person.js";

const command = "npx --no-install modelmark generate --staged";

describe("the configuration of init", () => {
  it("is left as it is where there is one", async () => {
    const config = '{ "docs": "docs/models" }';
    const { root, read, has } = repository({ ...sdk, "modelmark.config.json": config });
    expect((await init(["--yes"], { cwd: root })).stderr).toContain(
      "kept     modelmark.config.json: is the configuration",
    );
    expect([read("modelmark.config.json"), has("modelmark.config.ts")]).toEqual([config, false]);
  });

  it.each([
    ["the compiler takes every file of the folder", { ...sdk, "tsconfig.json": "{}" }],
    ["modelmark is not a dependency", { ...sdk, "package.json": '{ "name": "sdk" }' }],
    ["there is no compiler", { "package.json": packageText, "docs/models/pet.md": page }],
  ])("is JSON where %s", async (_where, files) => {
    const { root, has } = repository(files);
    await init(["--yes"], { cwd: root });
    expect([has("modelmark.config.json"), has("modelmark.config.ts")]).toEqual([true, false]);
  });

  it.each([
    ["docs/models", ["docs/models/components/a.md", "docs/models/errors/b.md", "docs/sdks/pets/README.md"]],
    ["docs/sdk/models", ["docs/sdk/models/a.md"]],
    ["models-docs", ["models-docs/a/b.md"]],
    ["pages/api", ["pages/api/a/x.md", "pages/api/b/y.mdx"]],
    ["one/docs/models", ["one/docs/models/a.md", "one/docs/models/b.md", "two/docs/models/a.md"]],
    ["docs/models", ["docs/models/a.md", "node_modules/x/docs/models/a.md", ".hidden/a.md", "dist/models/b.md"]],
  ])("finds the pages in %s", async (docs, files) => {
    const { root, read } = repository(
      Object.fromEntries(files.map((file) => [file, file.includes("README") ? "# A\n" : page])),
    );
    await init(["--yes"], { cwd: root });
    expect(JSON.parse(read("modelmark.config.json"))).toMatchObject({ docs, out: "generated" });
  });

  it("names other folders of pages, and none that has but few of them", async () => {
    const many = Array.from({ length: 20 }, (_, index) => [`one/docs/models/a${index}.md`, page]);
    const some = Array.from({ length: 10 }, (_, index) => [`two/docs/models/a${index}.md`, page]);
    const { root } = repository({ ...Object.fromEntries([...many, ...some]), "docs/lib/retries.md": page });
    const { stderr } = await init(["--yes"], { cwd: root });
    expect(stderr).toContain("two/docs/models has pages too (10): --docs takes it instead.");
    expect(stderr).not.toContain("docs/lib");
  });

  it("takes the folders that flags name", async () => {
    const { root, read } = repository({ ...sdk, "other/x.md": "# X\n" });
    await init(["--yes", "--docs", "other", "--out", "lib/models"], { cwd: root });
    expect(read("modelmark.config.ts")).toContain('docs: "other",\n  out: "lib/models"');
  });

  it("takes no folder of outputs that others use", async () => {
    const { root, read } = repository({ ...sdk, "src/generated/api.ts": "" });
    await init(["--yes"], { cwd: root });
    expect(read("modelmark.config.ts")).toContain('out: "src/generated-models"');
  });

  it("is not written where there are no pages", async () => {
    const { root, status } = repository({ "README.md": "# Words\n\n## Fields of corn\n" });
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("Found no pages of models here");
    expect(stderr).toContain("`modelmark init --docs DIR`");
    expect(status()).toEqual(["?? README.md"]);
  });

  it.each([
    ["--docs", "missing", "Missing docs folder `missing`"],
    ["--docs", "..", "is out of the repository"],
    ["--out", "../elsewhere", "is out of the repository"],
    ["--out", "docs/models", "expected one of its own"],
  ])("takes no %s %s", async (flag, folder, words) => {
    const { root } = repository(sdk);
    const { code, stderr } = await init(["--yes", flag, folder], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

it("leaves a configuration in package.json, which git's hook does not look for as a file", async () => {
  const text = '{ "name": "sdk", "modelmark": { "docs": "docs/models" } }';
  const { root, read, has } = repository({ ...sdk, "package.json": text });
  await init(["--yes"], { cwd: root });
  expect(read(".git/hooks/pre-commit")).toBe(`#!/bin/sh\n${command} || exit 1\n`);
  expect(has("modelmark.config.json")).toBe(false);
});

describe("the scripts of init", () => {
  it.each([
    [{ generate: "tsc" }, { generate: "tsc", "generate:models": "modelmark generate", check: "modelmark check" }],
    [
      { generate: "a", "generate:models": "b", check: "c" },
      { "modelmark:generate": "modelmark generate", "check:models": "modelmark check" },
    ],
    [{ models: "modelmark generate", check: "modelmark check" }, { models: "modelmark generate" }],
  ])("take no name that %j has", async (scripts, expected) => {
    const { root, read } = repository({ ...sdk, "package.json": JSON.stringify({ name: "x", scripts }) });
    await init(["--yes"], { cwd: root });
    const after: unknown = JSON.parse(read("package.json"));
    expect(after).toMatchObject({ scripts: { ...scripts, ...expected } });
  });

  it("come with a word on the dependency that is missing", async () => {
    const { root } = repository({ ...sdk, "package.json": '{ "name": "sdk" }' });
    expect((await init(["--yes"], { cwd: root })).stderr).toContain("npm install --save-dev modelmark");
  });

  it.each([
    ["{", "Cannot read `package.json`"],
    ["[]", "expected an object"],
    ['{ "scripts": [] }', "expected an object as `scripts`"],
  ])("are not put into %s, and nothing is written", async (text, words) => {
    const { root, status } = repository({ ...sdk, "package.json": text });
    const before = status();
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(status()).toEqual(before);
  });
});
