import { existsSync, mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { project } from "./project.js";

const page = { "pages/foo.md": "# Foo\n" };

describe("the configuration file", () => {
  it.each([
    ["modelmark.config.ts", 'const config: { docs: string } = { docs: "pages" };\nexport default config;\n'],
    ["modelmark.config.mts", 'export default { docs: "pages" } satisfies object;\n'],
    ["modelmark.config.js", 'module.exports = { docs: "pages" };\n'],
    ["modelmark.config.mjs", 'export default { docs: "pages" };\n'],
    ["modelmark.config.json", '\ufeff{ "docs": "pages" }\n'],
    ["package.json", '{ "name": "x", "modelmark": { "docs": "pages" } }\n'],
  ])("is read from %s", async (file, text) => {
    const { run, read } = project({ ...page, [file]: text });
    expect(await run([])).toMatchObject({ code: 0 });
    expect(read("generated/foo.ts")).toContain("Foo");
  });

  it.each(["ts", "mts", "js", "mjs"])("is refused with --no-config-code where it is a program: .%s", async (ending) => {
    const file = `modelmark.config.${ending}`;
    const { run, at } = project({
      "models-docs/foo.md": "# Foo\n",
      [file]: "throw new Error('it ran')",
      "package.json": "{}",
    });
    for (const argv of [
      ["generate"],
      ["check"],
      ["inspect"],
      ["inspect", "--inputs"],
      ["generate", "--config", file],
    ]) {
      const { code, stderr } = await run([...argv, "--no-config-code"]);
      expect(code).toBe(2);
      expect(stderr).toContain(`Unexpected program \`${file}\` as the configuration, expected JSON`);
    }
    expect(existsSync(at("generated"))).toBe(false);
  });

  it("is read with --no-config-code where it is JSON", async () => {
    for (const [file, text] of [
      ["modelmark.config.json", '{ "docs": "pages" }'],
      ["package.json", '{ "modelmark": { "docs": "pages" } }'],
    ] as const) {
      const { run } = project({ ...page, [file]: text });
      expect((await run(["--no-config-code"])).code).toBe(0);
    }
  });

  it("may name folders out of the repository, but not with --no-config-code", async () => {
    const { run, at } = project({ "in/.git/HEAD": "", "in/modelmark.config.json": '{ "docs": "../pages" }', ...page });
    expect((await run([], { cwd: at("in") })).code).toBe(0);
    const { code, stderr } = await run(["--no-config-code"], { cwd: at("in") });
    expect(code).toBe(2);
    expect(stderr).toContain("Unexpected folder `../pages` out of the repository");
    expect((await run(["--no-config-code", "--docs", "../pages"], { cwd: at("in") })).code).toBe(0);
  });

  it.each(["package.json", "modelmark.config.json", "modelmark.config.ts"])("is no folder: %s", async (file) => {
    const { run } = project({ "models-docs/foo.md": "# Foo\n", [`${file}/a`]: "" });
    const { code, stderr } = await run([]);
    expect(code).toBe(2);
    expect(stderr).toContain(`Unexpected folder \`${file}\`, expected a file`);
  });

  it("is found upwards, and its paths are relative to its folder", async () => {
    const { run, read, at } = project({ ...page, "modelmark.config.json": '{ "docs": "pages", "out": "made" }' });
    mkdirSync(at("deep/down"), { recursive: true });
    expect(await run([], { cwd: at("deep/down") })).toMatchObject({ code: 0 });
    expect(read("made/foo.ts")).toContain("Foo");
  });

  it("is not looked for above the repository", async () => {
    const { run, at } = project({ "modelmark.config.json": '{ "docs": "pages" }', "inner/.git/HEAD": "" });
    expect(await run([], { cwd: at("inner") })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("models-docs"),
    });
  });

  it("is not a package.json without the key", async () => {
    const { run, at, read } = project({
      ...page,
      "modelmark.config.json": '{ "docs": "pages" }',
      "in/package.json": "{}",
    });
    expect(await run([], { cwd: at("in") })).toMatchObject({ code: 0 });
    expect(read("generated/foo.ts")).toContain("Foo");
  });

  it("gives way to flags, whose paths are relative to the current folder", async () => {
    const { run, read, at } = project({
      "modelmark.config.json": '{ "docs": "wrong", "out": "wrong", "maxWarnings": 0 }',
      "here/pages/foo.md": "# Foo\nWARNING\n",
    });
    const argv = ["--docs", "pages", "--out", "made", "--max-warnings", "1"];
    expect(await run(argv, { cwd: at("here") })).toMatchObject({ code: 0 });
    expect(read("here/made/foo.ts")).toContain("Foo");
  });

  it("is the one that --config names", async () => {
    const { run, read } = project({
      ...page,
      "modelmark.config.json": "{",
      "other/config.json": '{ "docs": "../pages" }',
    });
    expect(await run(["--config", "other/config.json"])).toMatchObject({ code: 0 });
    expect(read("other/generated/foo.ts")).toContain("Foo");
  });

  it("sets severities and the limit of warnings", async () => {
    const config = '{ "maxWarnings": 0, "rules": { "unknown-type": "off" } }';
    const { run, write } = project({ "models-docs/foo.md": "# Foo\nERROR\n", "modelmark.config.json": config });
    expect(await run([])).toMatchObject({ code: 0 });
    write("models-docs/foo.md", "# Foo\nWARNING\n");
    expect(await run([])).toMatchObject({ code: 1 });
  });

  it.each([
    ["modelmark.config.json", '{ "doc": "x" }', "modelmark.config.json: Unexpected key `doc`", "Did you mean `docs`?"],
    ["package.json", '{ "modelmark": { "outt": "x" } }', "package.json: Unexpected key `outt`", "Did you mean `out`?"],
    ["modelmark.config.json", "{", "Cannot read `modelmark.config.json`", "Mend"],
    ["package.json", "{", "Cannot read `package.json`", "Mend"],
    ["modelmark.config.json", "", "Unexpected empty file `modelmark.config.json`", "{}"],
    ["modelmark.config.ts", "export default {", "Cannot read `modelmark.config.ts`", "Mend"],
    ["modelmark.config.mjs", 'throw new Error("oh no");', "Cannot read `modelmark.config.mjs`: oh no", "Mend"],
    [
      "modelmark.config.mjs",
      "export const docs = 1;",
      "Missing default export in `modelmark.config.mjs`",
      "export default",
    ],
    [
      "modelmark.config.ts",
      "export const docs = 1;",
      "Missing default export in `modelmark.config.ts`",
      "export default",
    ],
  ])("is refused with exit code 2: %s %s", async (file, text, sentence, hint) => {
    const { run } = project({ ...page, [file]: text });
    const { code, stdout, stderr } = await run([]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.split("\n")).toEqual([expect.stringContaining(sentence), expect.stringContaining(hint), ""]);
  });

  it.each([
    ["nothing.json", "Cannot read `nothing.json`: no such file or directory (ENOENT)"],
    ["config.yaml", "Unexpected configuration file `config.yaml`"],
    ["package.json", "Missing key `modelmark` in `package.json`"],
    [".", "Unexpected configuration file `.`"],
  ])("is refused where --config names %s", async (file, sentence) => {
    const { run } = project({ "package.json": "{}", ...page });
    expect(await run(["--config", file])).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
  });
});
