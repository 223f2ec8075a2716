import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../src/cli/manifest.js";
import { project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/a/bar.md": "# Bar\n", "models-docs/c.md": "# C\n" };

describe("the manifest", () => {
  it("holds one entry a line, sorted, and hashes of pages and outputs", async () => {
    const { run, read } = project({ ...pages, "models-docs/none.md": "none" });
    await run([]);
    const text = read("generated/manifest.json");
    expect(JSON.parse(text)).toEqual({
      version: 1,
      config: expect.stringMatching(/^[0-9a-f]{64}$/),
      pages: ["a/bar.md", "a/foo.md", "c.md", "none.md"].map((page) => ({
        page,
        hash: hashOf(read(`models-docs/${page}`)),
      })),
      models: [
        { page: "a/bar.md", name: "Bar", file: "a/bar.ts", type: "Bar" },
        { page: "a/foo.md", name: "Foo", file: "a/foo.ts", type: "Foo" },
        { page: "c.md", name: "C", file: "c.ts", type: "C" },
      ],
      files: ["a/bar.ts", "a/foo.ts", "c.ts"].map((file) => ({ file, hash: hashOf(read(`generated/${file}`)) })),
    });
    expect(text.split("\n")).toContain('    { "page": "a/foo.md", "name": "Foo", "file": "a/foo.ts", "type": "Foo" },');
    expect(text).not.toContain("\r");
  });

  it("names the options that shape the outputs, in any order, and not those that do not", async () => {
    const { run, read, write } = project(pages);
    const configHash = async (config: string): Promise<unknown> => {
      write("modelmark.config.json", config);
      await run([]);
      return JSON.parse(read("generated/manifest.json")).config;
    };
    const plain = await configHash("{}");
    expect(await configHash('{ "maxWarnings": 3, "rules": { "bare-page": "off" }, "docs": "./models-docs" }')).toBe(
      plain,
    );
    const dates = await configHash('{ "dates": "string", "nulls": "optional" }');
    expect(dates).not.toBe(plain);
    expect(await configHash('{ "nulls": "optional", "dates": "string" }')).toBe(dates);
  });
});

describe("a tampered manifest", () => {
  it.each([
    "../victim.txt",
    "a/../../victim.txt",
    "/etc/hostname",
    "..\\victim.txt",
    "C:/victim.txt",
    "./victim.txt",
    "link/victim.txt",
    "nul\0",
    "",
  ])("deletes nothing outside: %j", async (file) => {
    const { run, read, write, at } = project({ ...pages, "victim.txt": "precious", "outside/victim.txt": "precious" });
    await run([]);
    symlinkSync("../outside", at("generated/link"));
    const manifest = JSON.parse(read("generated/manifest.json"));
    manifest.files.push({ file, hash: hashOf("precious") });
    write("generated/manifest.json", JSON.stringify(manifest));
    const { code, stderr } = await run([]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning");
    expect([read("victim.txt"), read("outside/victim.txt")]).toEqual(["precious", "precious"]);
  });

  it.each([
    ['{ "version": 1, "models": [] }'],
    ['{ "version": 1, "models": [], "files": "x" }'],
    ['{ "version": 1, "models": [], "files": [null, 1, {}, { "file": 1, "hash": 2 }] }'],
    ['{ "version": 99, "models": {}, "files": [{ "file": "__proto__", "hash": "x" }] }'],
  ])("is read without harm: %s", async (text) => {
    const { run, read } = project({ ...pages, "generated/manifest.json": text });
    expect((await run([])).code).toBe(0);
    expect(JSON.parse(read("generated/manifest.json")).files).toHaveLength(3);
  });
});
