import { existsSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { byCodeUnits } from "../../src/cli/pages.js";
import { compile } from "../../src/compile.js";
import { project } from "./project.js";

const pages = {
  "models-docs/b/z.md": "# Z\n",
  "models-docs/b/a.mdx": "# A\n",
  "models-docs/B.md": "# B\n",
  "models-docs/notes.txt": "",
  "models-docs/.hidden.md": "# Hidden\n",
};

const pageInputs = ["models-docs/B.md", "models-docs/b/a.mdx", "models-docs/b/z.md"];

describe("inspect --inputs", () => {
  it("lists the pages, one a line, sorted by code units", async () => {
    const { code, stdout, stderr } = await project(pages).run(["inspect", "--inputs"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(pageInputs.map((input) => `${input}\n`).join(""));
  });

  it.each([
    ["modelmark.config.json", "{}"],
    ["modelmark.config.mjs", "export default {};\n"],
    ["modelmark.config.ts", "export default {};\n"],
    ["package.json", '{ "modelmark": {} }'],
  ])("lists %s where it is the configuration", async (file, text) => {
    const { run } = project({ ...pages, [file]: text });
    expect(linesOf(await run(["inspect", "--inputs"]))).toEqual([...pageInputs, file].sort());
  });

  it("lists no package.json that says nothing of modelmark", async () => {
    const { run } = project({ ...pages, "package.json": "{}" });
    expect(linesOf(await run(["inspect", "--inputs"]))).toEqual(pageInputs);
  });

  it("starts from the configuration's folder, wherever it is run", async () => {
    const files = { "a/modelmark.config.json": '{ "docs": "../docs" }', "docs/foo.md": "# Foo\n", "a/src/x.ts": "" };
    const { run, at } = project(files);
    const expected = ["../docs/foo.md", "modelmark.config.json"];
    expect(linesOf(await run(["inspect", "--inputs"], { cwd: at("a/src") }))).toEqual(expected);
    expect(linesOf(await run(["inspect", "--inputs", "--config", "a/modelmark.config.json"]))).toEqual(expected);
  });

  it("follows --docs", async () => {
    const { run } = project({ ...pages, "other/foo.md": "# Foo\n" });
    expect(linesOf(await run(["inspect", "--inputs", "--docs", "other"]))).toEqual(["other/foo.md"]);
  });

  it("compiles nothing", async () => {
    const compileNothing = (): never => {
      throw new Error("compiled");
    };
    const finished = await project(pages).run(["inspect", "--inputs"], { compile: compileNothing });
    expect(finished.code).toBe(0);
    expect(linesOf(finished)).toEqual(pageInputs);
  });

  it("is a list in JSON with --reporter json", async () => {
    const { stdout } = await project(pages).run(["inspect", "--inputs", "--reporter", "json"]);
    expect(JSON.parse(stdout)).toEqual(pageInputs);
  });

  it("keeps a line for each path, whatever is in it, and JSON for the exact one", async () => {
    const { run } = project({ "models-docs/a\nb.md": "# Foo\n" });
    expect((await run(["inspect", "--inputs"])).stdout).toBe("models-docs/a\\u000ab.md\n");
    expect(JSON.parse((await run(["inspect", "--inputs", "--reporter", "json"])).stdout)).toEqual([
      "models-docs/a\nb.md",
    ]);
  });

  it.skipIf(process.platform === "win32")("leaves out what no run reads, says so, and fails", async () => {
    const { run, at } = project({ ...pages, "secret.md": "# Secret\n" });
    symlinkSync("../secret.md", at("models-docs/link.md"));
    const finished = await run(["inspect", "--inputs"]);
    expect(finished.code).toBe(1);
    expect(linesOf(finished)).toEqual(pageInputs);
    expect(finished.stderr).toContain("Unexpected symbolic link out of the docs folder");
  });
});

describe("inspect --outputs", () => {
  it("lists exactly what generate leaves, and writes nothing", async () => {
    const { run, at } = project({ ...pages, "modelmark.config.json": '{ "out": "src/generated" }' });
    const outputs = linesOf(await run(["inspect", "--outputs"], { compile }));
    expect(outputs).toContain("src/generated/manifest.json");
    expect(filesBelow(at("src"))).toEqual([]);
    await run(["generate"], { compile });
    expect(filesBelow(at("src")).map((file) => `src/${file}`)).toEqual(outputs);
  });

  it("is the same before and after generate, and in JSON", async () => {
    const { run } = project(pages);
    const before = await run(["inspect", "--outputs"]);
    await run(["generate"]);
    expect(await run(["inspect", "--outputs"])).toEqual(before);
    const { stdout } = await run(["inspect", "--outputs", "--reporter", "json"]);
    expect(JSON.parse(stdout)).toEqual(linesOf(before));
  });

  it("leaves out the output of a page without a model", async () => {
    const { run } = project({ "models-docs/foo.md": "# Foo\n", "models-docs/text.md": "Only text.\n" });
    expect(linesOf(await run(["inspect", "--outputs"]))).toEqual(["generated/foo.ts", "generated/manifest.json"]);
  });

  it("fails where a page is wrong, as generate does, and still lists what is written", async () => {
    const { run } = project({ "models-docs/foo.md": "# Foo\n", "models-docs/bad.md": "# Bad\nERROR\n" });
    const finished = await run(["inspect", "--outputs"]);
    expect(finished).toMatchObject({ code: 1, stderr: expect.stringContaining("unknown-type") });
    expect(linesOf(finished)).toContain("generated/foo.ts");
  });
});

/** Every file below a folder, sorted as the command line sorts. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return files.map((file) => file.replaceAll(path.sep, "/")).sort(byCodeUnits);
}

function linesOf({ stdout }: { readonly stdout: string }): readonly string[] {
  return stdout.split("\n").filter((line) => line !== "");
}
