import { describe, expect, it } from "vitest";
import { init, page } from "./person.js";
import { packageWith, setUp } from "./set-up.js";

const command = "npx --no-install modelmark generate --staged";

describe("the hook tool that is found", () => {
  it.each([
    ["husky", { ".husky/pre-commit": "npm test\n" }],
    ["husky", { "package.json": packageWith("husky") }],
    ["husky", { ".husky/commit-msg": "x\n", ".pre-commit-config.yaml": "repos: []\n" }],
    ["lefthook", { ".lefthook.yaml": "" }],
    ["lefthook", { ".config/lefthook.toml": "" }],
    ["lefthook", { "package.json": packageWith("lefthook") }],
    ["lefthook", { "package.json": packageWith("husky"), "lefthook.yml": "" }],
    ["simple-git-hooks", { "simple-git-hooks.json": "{}" }],
    ["simple-git-hooks", { "package.json": '{ "simple-git-hooks": {} }' }],
    ["simple-git-hooks", { "package.json": packageWith("simple-git-hooks") }],
    ["pre-commit", { ".pre-commit-config.yaml": "repos: []\n" }],
    ["git", {}],
    ["git", { "package.json": packageWith("lint-staged") }],
  ])("is %s where there is %j", async (tool, files) => {
    const { root } = setUp(files);
    const { stderr } = await init([], { cwd: root, typed: "\n\n" });
    expect(stderr).toContain(`husky, lefthook, simple-git-hooks, pre-commit, git, none [${tool}]`);
  });

  it("is one of several, and the others are named", async () => {
    const { root, read } = setUp({ ".husky/pre-commit": "npm test\n", ".pre-commit-config.yaml": "repos: []\n" });
    const { stderr } = await init(["--yes"], { cwd: root });
    expect(stderr).toContain("pre-commit is in use too: `modelmark init --hook pre-commit` sets its hook.");
    expect(read(".husky/pre-commit")).toBe(`npm test\n${command}\n`);
  });

  it.each([
    { ".lintstagedrc.json": "{}" },
    { "lint-staged.config.mjs": "" },
    { "package.json": '{ "lint-staged": {} }' },
  ])("runs modelmark behind lint-staged where there is %j", async (files) => {
    const { root, read } = setUp({ ...files, ".husky/pre-commit": "npx lint-staged" });
    const { stderr } = await init(["--yes"], { cwd: root });
    expect(stderr).toContain("lint-staged runs nothing where a commit only deletes pages");
    expect(read(".husky/pre-commit")).toBe(`npx lint-staged\n${command}\n`);
  });

  it.each([
    ["package-lock.json", "npx --no-install modelmark"],
    ["pnpm-lock.yaml", "pnpm exec modelmark"],
    ["yarn.lock", "yarn run modelmark"],
    ["bun.lock", "bun run modelmark"],
  ])("runs modelmark by the package manager of %s", async (file, runner) => {
    const { root, read } = setUp({ [file]: "{}", ".husky/commit-msg": "x\n" });
    await init(["--yes"], { cwd: root });
    expect(read(".husky/pre-commit")).toBe(`${runner} generate --staged\n`);
  });
});

describe("the hook of a repository of several packages", () => {
  it.each([
    [".husky/pre-commit", "npm test\n"],
    ["lefthook.yml", "pre-commit:\n  commands:\n    a:\n      run: b\n"],
    [".simple-git-hooks.json", "{}"],
    [".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks: []\n"],
  ])("runs modelmark in each of them: %s", async (file, text) => {
    const files = ["one", "two"].flatMap((name) => [
      [`packages/${name}/package.json`, "{}"],
      [`packages/${name}/models-docs/pet.md`, page],
    ]);
    const { at, read } = setUp({ [file]: text, ...Object.fromEntries(files) });
    for (const name of ["one", "two", "one"]) await init(["--yes"], { cwd: at(`packages/${name}`) });
    expect(read(file).match(/cd packages\/\w+/g)).toEqual(["cd packages/one", "cd packages/two"]);
  });
});

describe("a hook that names modelmark's configuration alone", () => {
  it("does not run modelmark yet", async () => {
    const { root, read } = setUp({ ".husky/pre-commit": "# modelmark\nnpx eslint modelmark.config.ts\n" });
    await init(["--yes"], { cwd: root });
    expect(read(".husky/pre-commit")).toContain(command);
  });
});
