import { describe, expect, it } from "vitest";
import { init } from "./person.js";
import { packageWith, ready, setUp } from "./set-up.js";

const command = "npx --no-install modelmark generate --staged";

const check = "npx --no-install modelmark check --staged";

describe("the hook of husky", () => {
  it("is a new script where there is none", async () => {
    const { read, stderr } = await ready({ "package.json": packageWith("husky") });
    expect(read(".husky/pre-commit")).toBe(`${command}\n`);
    expect(stderr).toContain("`npx husky` starts them");
  });

  it("is a line more, in the line ends of the script", async () => {
    const { read } = await ready({ ".husky/pre-commit": "npm test\r\nnpm run lint" });
    expect(read(".husky/pre-commit")).toBe(`npm test\r\nnpm run lint\r\n${command}\r\n`);
  });

  it("stands where git looks for it", async () => {
    const made = setUp({ "tools/.husky/pre-commit": "npm test\n" });
    made.git("config", "core.hooksPath", "tools/.husky/_");
    const { stderr } = await init(["--yes", "--hook", "husky"], { cwd: made.root });
    expect(made.read("tools/.husky/pre-commit")).toContain(command);
    expect(stderr).not.toContain("npx husky");
  });

  it.each([
    ["npm test\nexit 0\n", "it ends with `exit 0`"],
    ["#!/usr/bin/env node\n", "it is no shell script"],
  ])("is left to the user where the script is %j", async (text, words) => {
    const { read, stderr } = await ready({ ".husky/pre-commit": text });
    expect(stderr).toContain(words);
    expect(read(".husky/pre-commit")).toBe(text);
  });

  it("is left to the user where husky is of version 4", async () => {
    const { stderr } = await ready({
      "package.json": '{ "husky": { "hooks": {} }, "devDependencies": { "husky": "4" } }',
    });
    expect(stderr).toContain("husky 4 keeps its hooks in package.json");
  });
});

describe("the hook of lefthook", () => {
  it("is a new file where there is none", async () => {
    const { read, stderr } = await ready({ "package.json": packageWith("lefthook") });
    expect(read("lefthook.yml")).toBe(`pre-commit:\n  commands:\n    modelmark:\n      run: ${command}\n`);
    expect(stderr).toContain("npx lefthook install");
  });

  it.each([
    [
      "pre-push:\n  commands:\n    a:\n      run: b\n",
      `\npre-commit:\n  commands:\n    modelmark:\n      run: ${command}\n`,
    ],
    ["pre-commit:\n  jobs:\n    - run: a # why\n", `    - name: modelmark\n      run: ${command}\n`],
    ["pre-commit:\n  commands:\n    eslint:\n      run: a\n", `    modelmark:\n      run: ${command}\n`],
    ["pre-commit:\n  commands:\n    prettier:\n      run: a\n", `    z-modelmark:\n      run: ${command}\n`],
    ["pre-commit:\n  commands:\n    zip:\n      run: a\n", `    zzz-modelmark:\n      run: ${command}\n`],
  ])("is put behind %j", async (before, added) => {
    const { read } = await ready({ ".lefthook.yml": before });
    expect(read(".lefthook.yml")).toBe(before + added);
  });

  it("is a table more in TOML, and a command more in JSON", async () => {
    const toml = await ready({ "lefthook.toml": "[pre-commit]\nparallel = false\n" });
    expect(toml.read("lefthook.toml")).toBe(
      `[pre-commit]\nparallel = false\n\n[pre-commit.commands.modelmark]\nrun = "${command}"\n`,
    );
    const json = await ready({ "lefthook.json": '{\n\t"output": []\n}\n' });
    expect(JSON.parse(json.read("lefthook.json"))).toEqual({
      output: [],
      "pre-commit": { commands: { modelmark: { run: command } } },
    });
  });

  it.each([
    ["lefthook.yml", "pre-commit: { commands: {} }\n"],
    ["lefthook.yml", "pre-commit:\n"],
    ["lefthook.toml", "pre-commit = {}\n"],
    ["lefthook.json", '{ "pre-commit": { "jobs": [] } }'],
    ["lefthook.jsonc", "{ /* ours */ }"],
  ])("is left to the user where %s says %j", async (file, text) => {
    const { read, stderr } = await ready({ [file]: text });
    expect(stderr).toContain(`${file} cannot be edited safely: add this to it`);
    expect(read(file)).toBe(text);
  });

  it("comes with a word on commands that run side by side, or that are staged late", async () => {
    const { stderr } = await ready({
      "lefthook.yml": "pre-commit:\n  parallel: true\n  commands:\n    a:\n      run: b\n      stage_fixed: true\n",
    });
    expect(stderr).toContain("`parallel: true`");
    expect(stderr).toContain("`&& git add {staged_files}` instead");
  });
});

describe("the hook of simple-git-hooks", () => {
  it.each([
    [{ "pre-commit": "npx lint-staged" }, `npx lint-staged && ${command}`],
    [{ "pre-push": "npm test" }, command],
  ])("is a command more beside %j", async (hooks, expected) => {
    const { read, stderr } = await ready({ "package.json": JSON.stringify({ "simple-git-hooks": hooks }) });
    expect(JSON.parse(read("package.json"))).toMatchObject({
      "simple-git-hooks": { ...hooks, "pre-commit": expected },
    });
    expect(stderr).toContain("npx simple-git-hooks");
    const own = await ready({ ".simple-git-hooks.json": JSON.stringify(hooks) });
    expect(JSON.parse(own.read(".simple-git-hooks.json"))).toEqual({ ...hooks, "pre-commit": expected });
  });

  it("is new in package.json where the tool has no commands yet, beside the new scripts", async () => {
    const { read } = await ready({ "package.json": packageWith("simple-git-hooks") });
    expect(JSON.parse(read("package.json"))).toMatchObject({
      scripts: { generate: "modelmark generate" },
      "simple-git-hooks": { "pre-commit": command },
    });
  });

  it.each([
    [".simple-git-hooks.cjs", "module.exports = {};\n", "is a program"],
    ["simple-git-hooks.json", '{ "pre-commit": "npm test;" }', "cannot be edited safely"],
    ["simple-git-hooks.json", '{ "pre-commit": 1 }', "cannot be edited safely"],
    ["simple-git-hooks.json", "{", "cannot be edited safely"],
  ])("is left to the user where %s says %j", async (file, text, words) => {
    const { read, stderr } = await ready({ [file]: text });
    expect(stderr).toContain(words);
    expect(read(file)).toBe(text);
  });
});

describe("the hook of pre-commit", () => {
  it("only checks, in every commit", async () => {
    const before = "# Ours.\nrepos:\n- repo: https://example.com/x\n  rev: v1\n  hooks:\n  - id: y # why\n";
    const { read, stderr } = await ready({ ".pre-commit-config.yaml": before });
    expect(read(".pre-commit-config.yaml")).toBe(`${before}- repo: local
  hooks:
    - id: modelmark
      name: modelmark check
      entry: ${check}
      language: system
      pass_filenames: false
      always_run: true
      require_serial: true
`);
    expect(stderr).toContain("pre-commit install");
  });

  it.each(["repos: []\n", "repos: &a [x]\n", "repos\n"])("is left to the user where the file says %j", async (text) => {
    const { read, stderr } = await ready({ ".pre-commit-config.yaml": text });
    expect(stderr).toContain(".pre-commit-config.yaml cannot be edited safely: add this to its repos");
    expect(read(".pre-commit-config.yaml")).toBe(text);
  });
});

describe("a hook that was set", () => {
  it.each([
    { ".husky/pre-commit": "npm test\n" },
    { "lefthook.yml": "pre-commit:\n  jobs:\n    - run: a\n" },
    { "lefthook.toml": "" },
    { "lefthook.json": "{}" },
    { "package.json": '{ "simple-git-hooks": { "pre-commit": "npm test" } }' },
    { ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks: []\n" },
  ])("stays as it is when init is run again: %j", async (files) => {
    const { root, git } = await ready(files);
    git("add", ".");
    const { stderr } = await init(["--yes"], { cwd: root });
    expect(stderr).toContain("runs modelmark already");
    expect(git("diff")).toBe("");
  });
});
