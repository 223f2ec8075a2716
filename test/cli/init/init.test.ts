import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../project.js";
import { repository, temporaryFolder } from "../staged/temporary-repository.js";
import { initRepository, type TestRepository } from "../staged/test-repository.js";
import { init, page } from "./person.js";

const packageText = '{\n  "name": "sdk",\n  "devDependencies": {\n    "modelmark": "1"\n  }\n}\n';
const sdk = {
  "package.json": packageText,
  "tsconfig.json": '{ "include": ["src"] }',
  "src/index.ts": "",
  "docs/models/pet.md": page,
};
const command = "npx --no-install modelmark generate --staged";

describe("init", () => {
  it("writes a configuration, scripts and git's hook, and says so line by line", async () => {
    const { root, read } = repository(sdk);
    const { code, stdout, stderr } = await init(["--yes"], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr.split("\n")).toEqual([
      "created  modelmark.config.ts: pages in docs/models, outputs in src/generated",
      "changed  package.json: scripts `generate` and `check`",
      `created  .git/hooks/pre-commit: runs \`${command}\``,
      "note     The hook is in this clone alone: each clone runs `modelmark init`.",
      "✔ modelmark is set up: `npm run generate` writes the outputs, commit them with the files above",
      "",
    ]);
    expect(read("modelmark.config.ts")).toBe(
      'import { defineConfig } from "modelmark";\n\nexport default defineConfig({\n  docs: "docs/models",\n  out: "src/generated",\n});\n',
    );
    expect(JSON.parse(read("package.json"))).toMatchObject({
      scripts: { generate: "modelmark generate", check: "modelmark check" },
    });
    expect(read(".git/hooks/pre-commit")).toBe(
      `#!/bin/sh\n[ -n "$(git ls-files 'modelmark.config.*')" ] || exit 0\n${command} || exit 1\n`,
    );
    expect(statSync(path.join(root, ".git/hooks/pre-commit")).mode & 0o777).toBe(0o755);
  });

  it("changes nothing the second time", async () => {
    const { root, git, read } = repository(sdk);
    await init(["--yes"], { cwd: root });
    git("add", ".");
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain("✔ Everything is set up already");
    expect(git("diff")).toBe("");
    expect(read(".git/hooks/pre-commit").match(/generate --staged/g)).toHaveLength(1);
  });

  it("writes nothing with --dry-run, and lists what it would", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stdout } = await init(["--dry-run"], { cwd: root });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "create modelmark.config.ts\nchange package.json\ncreate .git/hooks/pre-commit\n",
    });
    expect(status()).toEqual(before);
  });

  it("sets up a package below the top of the repository", async () => {
    const { root, read, has } = repository({
      "packages/sdk/package.json": packageText,
      "packages/sdk/docs/models/a.md": page,
    });
    await init(["--yes"], { cwd: path.join(root, "packages/sdk/docs") });
    expect(read("packages/sdk/modelmark.config.json")).toContain('"docs": "docs/models"');
    expect(has("package.json")).toBe(false);
    expect(read(".git/hooks/pre-commit")).toContain(`(cd packages/sdk && ${command}) || exit 1`);
  });

  it("sets no hook where there is no repository", async () => {
    const root = temporaryFolder();
    const { at, write } = project(sdk, root);
    write(".git/HEAD", "");
    const elsewhere = temporaryFolder();
    symlinkSync(at("docs"), path.join(elsewhere, "docs"));
    mkdirSync(path.join(elsewhere, "pages/models"), { recursive: true });
    const { code, stderr } = await init(["--yes", "--docs", "pages/models"], { cwd: elsewhere });
    expect(code).toBe(0);
    expect(stderr).toContain("No hook was set.");
    expect(stderr).toContain("No package.json here: no scripts were added.");
  });

  it("sets no hook with --hook none, and says `did you mean` for a name that is none", async () => {
    const { root, has } = repository(sdk);
    expect((await init(["--yes", "--hook", "none"], { cwd: root })).stderr).toContain("No hook was set.");
    expect(has(".git/hooks/pre-commit")).toBe(false);
    const { code, stderr } = await init(["--yes", "--hook", "huskey"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean `husky`?");
  });

  it.each([["--config", "x.json"], ["--staged"]])("has no flag %s", async (...flags) => {
    const { root } = repository(sdk);
    const { code, stderr } = await init(["--yes", ...flags], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(`Unexpected flag ${flags[0]} for \`init\``);
  });
});

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

describe("what init asks", () => {
  it("takes what is found where only Enter is pressed", async () => {
    const { root, read } = repository(sdk);
    const { code, stderr } = await init([], { cwd: root, typed: "\n\n\n\n" });
    expect(code).toBe(0);
    expect(stderr).toContain("? The folder of the pages, 1 found [docs/models]");
    expect(stderr).toContain("create   modelmark.config.ts");
    expect(read("modelmark.config.ts")).toContain('docs: "docs/models"');
  });

  it("asks again where an answer does not fit", async () => {
    const { root, read, has } = repository(sdk);
    const typed = "nowhere\ndocs\n../out\nout\nhuskey\nnone\nwell\ny\n";
    const { stderr } = await init([], { cwd: root, typed });
    expect(stderr).toContain("Missing docs folder `nowhere`");
    expect(stderr).toContain("Expected one of husky, lefthook, simple-git-hooks, pre-commit, git, none.");
    expect(read("modelmark.config.ts")).toContain('docs: "docs",\n  out: "out"');
    expect(has(".git/hooks/pre-commit")).toBe(false);
  });

  it("writes nothing where the last answer is no", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stderr } = await init([], { cwd: root, typed: "\n\n\nno\n" });
    expect(code).toBe(0);
    expect(stderr).toContain("Nothing was written.");
    expect(status()).toEqual(before);
  });

  it("is nothing without a terminal: --yes is expected", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stderr } = await init([], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("Cannot ask without a terminal, expected --yes");
    expect(status()).toEqual(before);
  });

  it.each(["", "docs/models\n", "\n\n\n"])(
    "ends with 130 and writes nothing where the input ends behind %j",
    async (typed) => {
      const { root, status } = repository(sdk);
      const before = status();
      expect((await init([], { cwd: root, typed })).code).toBe(130);
      expect(status()).toEqual(before);
    },
  );

  it("ends with 130 and writes nothing where the user interrupts", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const interruption = new AbortController();
    const sitting = init([], { cwd: root, typed: "\n", ends: false, signal: interruption.signal });
    setTimeout(() => interruption.abort(), 50);
    expect((await sitting).code).toBe(130);
    expect(status()).toEqual(before);
  });
});

describe("where init writes", () => {
  it.each([
    ["a folder", ".husky", "out of the repository: a symbolic link leads there"],
    ["a file", ".husky/pre-commit", "Unexpected symbolic link"],
  ])("is never behind a link in place of %s", async (_what, link, words) => {
    const elsewhere = temporaryFolder();
    const { root, at, status } = repository(sdk);
    mkdirSync(path.dirname(at(link)), { recursive: true });
    mkdirSync(path.join(elsewhere, "target"));
    const target = link === ".husky" ? path.join(elsewhere, "target") : path.join(elsewhere, "script");
    symlinkSync(target, at(link));
    const before = status();
    const { code, stderr } = await init(["--yes", "--hook", "husky"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(existsSync(path.join(elsewhere, "script"))).toBe(false);
    expect(status()).toEqual(before);
  });

  it("is the folder of the hooks of a linked working tree and of a submodule", async () => {
    const folder = temporaryFolder();
    const main = initRepository(path.join(folder, "main"), sdk);
    main.git("add", ".");
    main.git("commit", "-qm", "first");
    main.git("worktree", "add", "-q", "../tree");
    expect((await init(["--yes"], { cwd: path.join(folder, "tree") })).code).toBe(0);
    expect(hookOf(main)).toContain(command);
    const outer = initRepository(path.join(folder, "outer"));
    outer.git("submodule", "--quiet", "add", main.root, "inner");
    expect((await init(["--yes"], { cwd: path.join(folder, "outer/inner") })).code).toBe(0);
    expect(readFileSync(path.join(folder, "outer/.git/modules/inner/hooks/pre-commit"), "utf8")).toContain(command);
  });

  it("is no folder of hooks that all repositories share", async () => {
    const elsewhere = temporaryFolder();
    const { root, git } = repository(sdk);
    git("config", "core.hooksPath", elsewhere);
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain("core.hooksPath leads out of the repository");
    expect(existsSync(path.join(elsewhere, "pre-commit"))).toBe(false);
  });
});

describe("git's hook", () => {
  it("is run behind what a hook has already, and only where that went well", async () => {
    const { root, git, write, read, at } = repository(sdk);
    git("config", "core.hooksPath", ".githooks");
    write(".githooks/pre-commit", "#!/bin/sh\nnpm test");
    chmodSync(at(".githooks/pre-commit"), 0o755);
    await init(["--yes"], { cwd: root });
    expect(read(".githooks/pre-commit")).toBe(`#!/bin/sh\nnpm test\n[ $? -eq 0 ] || exit 1\n${command} || exit 1\n`);
  });

  it.each([
    ["#!/bin/sh\nexec npm test\n", 0o755, "it ends with `exec npm test`"],
    ["#!/usr/bin/env python3\nprint()\n", 0o755, "it is no shell script"],
    ["#!/bin/sh\nnpm test\n", 0o644, "git does not run it: it is not executable"],
  ])("leaves %j to the user", async (text, mode, words) => {
    const { root, write, read, at } = repository(sdk);
    write(".git/hooks/pre-commit", text);
    chmodSync(at(".git/hooks/pre-commit"), mode);
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain(words);
    expect(stderr).toContain(`           ${command}\n`);
    expect(read(".git/hooks/pre-commit")).toBe(text);
  });
});

function hookOf({ read }: TestRepository): string {
  return read(".git/hooks/pre-commit");
}
