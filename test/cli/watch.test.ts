import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { banner, fakeCompile } from "./fake-compile.js";
import { type Project, project } from "./project.js";
import { startWatching } from "./watching.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n" };

describe("watch", () => {
  it("generates, then again where a page is edited, added or deleted, and says so in one line", async () => {
    const { each, at, write, read } = watched(pages);
    const { until, cycles, said } = await startWatching(each);
    expect(said()).toMatch(/^Watching models-docs, until Ctrl-C\n✔ 2 pages, 2 models: 3 written, .*\n$/);
    write("models-docs/a/foo.md", "# Foo\nedited\n");
    await until(() => expect(read("generated/a/foo.ts")).toContain("edited"));
    write("models-docs/new/page.md", "# Page\n");
    await until(() => expect(read("generated/new/page.ts")).toContain("Page"));
    unlinkSync(at("models-docs/bar.md"));
    await until(() => expect(existsSync(at("generated/bar.ts"))).toBe(false));
    await until(() => expect(cycles()).toHaveLength(3));
    expect(cycles().map((line) => line.replace(/ in .*/, ""))).toEqual([
      "✔ a/foo.md changed: 2 written, 1 unchanged, 0 deleted",
      "✔ new/page.md is new: 2 written, 2 unchanged, 0 deleted",
      "✔ bar.md is gone: 1 written, 2 unchanged, 1 deleted",
    ]);
  });

  it("sees each save of an editor that renames, also the next one", async () => {
    const { each, at, write, read } = watched(pages);
    const { until, cycles } = await startWatching(each);
    for (const text of ["one", "two", "three"]) {
      renameSync(at("models-docs/bar.md"), at("models-docs/bar.md~"));
      write("models-docs/.bar.md.tmp", `# Bar\n${text}\n`);
      renameSync(at("models-docs/.bar.md.tmp"), at("models-docs/bar.md"));
      await until(() => expect(read("generated/bar.ts")).toContain(text));
    }
    await until(() => expect(cycles()).toHaveLength(3));
  });

  it("sees pages in a folder that was put in place of another", async () => {
    const { each, at, write, read } = watched(pages);
    const { until } = await startWatching(each);
    for (const text of ["one", "two"]) {
      write(`next-${text}/foo.md`, `# Foo\n${text}\n`);
      renameSync(at("models-docs/a"), at(`last-${text}`));
      renameSync(at(`next-${text}`), at("models-docs/a"));
      await until(() => expect(read("generated/a/foo.ts")).toContain(text));
      write("models-docs/a/foo.md", `# Foo\n${text} edited\n`);
      await until(() => expect(read("generated/a/foo.ts")).toContain(`${text} edited`));
    }
  });

  it("keeps the outputs where the docs folder is gone, says so, and goes on where it comes back", async () => {
    const { each, at, write, read } = watched({ "docs/models/foo.md": "# Foo\n" });
    const { until, said } = await startWatching(each, ["--docs", "docs/models"]);
    for (const text of ["one", "two"]) {
      renameSync(at("docs"), at("elsewhere"));
      await until(() => expect(said().match(/Missing docs folder/g)).toHaveLength(text === "one" ? 1 : 2));
      expect(read("generated/foo.ts")).toContain("Foo");
      renameSync(at("elsewhere"), at("docs"));
      write("docs/models/foo.md", `# Foo\n${text}\n`);
      await until(() => expect(read("generated/foo.ts")).toContain(text));
    }
    rmSync(at("docs"), { recursive: true });
    write("docs/models/foo.md", "# Foo\nmade anew at once\n");
    await until(() => expect(read("generated/foo.ts")).toContain("anew"));
  });

  it("reads the docs folder that a link leads to, also where it leads elsewhere", async () => {
    const { each, at, write, read } = watched({ "one/foo.md": "# Foo\n", "two/foo.md": "# Foo\ntwo\n" });
    symlinkSync("one", at("models-docs"));
    const { until } = await startWatching(each);
    write("one/foo.md", "# Foo\none\n");
    await until(() => expect(read("generated/foo.ts")).toContain("one"));
    unlinkSync(at("models-docs"));
    symlinkSync("two", at("models-docs"));
    await until(() => expect(read("generated/foo.ts")).toContain("two"));
    write("two/foo.md", "# Foo\nedited\n");
    await until(() => expect(read("generated/foo.ts")).toContain("edited"));
  });

  it.each([
    ["below the docs folder", "models-docs/generated"],
    ["that is the docs folder", "models-docs"],
    ["above the docs folder", "."],
    ["beside the docs folder", "models-docs-out"],
  ])("runs once a change with an output folder %s", async (_name, out) => {
    const { each, at, write, read } = watched(pages);
    const { until, cycles } = await startWatching(each, ["--out", out]);
    for (const text of ["one", "two", "three"]) {
      write("models-docs/bar.md", `# Bar\n${text}\n`);
      await until(() => expect(read(`${out}/bar.ts`)).toContain(text));
    }
    unlinkSync(at("models-docs/a/foo.md"));
    await until(() => expect(existsSync(at(`${out}/a/foo.ts`))).toBe(false));
    await until(() => expect(cycles()).toHaveLength(4));
    expect(cycles().filter((line) => line.includes("0 written"))).toEqual([]);
  });

  it("writes nothing that it read before a change, and runs again", async () => {
    const { each, write, read } = watched(pages);
    const versions: (string | undefined)[] = [];
    let meanwhile = (): void => undefined;
    const { until, cycles } = await startWatching(each, [], (sources, options) => {
      meanwhile();
      versions.push(existsSync(each.at("generated")) ? read("generated/bar.ts") : undefined);
      return fakeCompile(sources, options);
    });
    meanwhile = () => {
      meanwhile = () => undefined;
      write("models-docs/bar.md", "# Bar\nsecond\n");
    };
    write("models-docs/bar.md", "# Bar\nfirst\n");
    await until(() => expect(read("generated/bar.ts")).toContain("second"));
    await until(() => expect(cycles()).toHaveLength(1));
    expect(versions).toEqual([undefined, expect.not.stringContaining("first"), expect.not.stringContaining("first")]);
  });

  it("reports errors as generate does, and goes on", async () => {
    const { each, write, read } = watched(pages);
    const { until, said } = await startWatching(each);
    write("models-docs/bar.md", "# Bar\nERROR\n");
    await until(() =>
      expect(said()).toMatch(/✖ 1 error\n✖ bar\.md changed: 2 written, 1 unchanged, 0 deleted in .*\n/),
    );
    expect(said()).toContain("unknown-type");
    write("models-docs/bar.md", "# Bar\nfine\n");
    await until(() => expect(read("generated/bar.ts")).toContain("fine"));
    await until(() => expect(said()).toContain("✔ bar.md changed"));
  });

  it("goes on after a bug", async () => {
    const { each, write, read } = watched(pages);
    const { until, said } = await startWatching(each, [], (sources, options) => {
      if (String(sources[1]?.value).includes("BUG")) throw new Error("oh no");
      return fakeCompile(sources, options);
    });
    write("models-docs/bar.md", "# Bar\nBUG\n");
    await until(() => expect(said()).toContain("✖ oh no\n  This is a bug of modelmark"));
    write("models-docs/bar.md", "# Bar\nfine\n");
    await until(() => expect(read("generated/bar.ts")).toContain("fine"));
  });

  it("says errors alone with --quiet", async () => {
    const { each, write, read } = watched({ "models-docs/bar.md": "# Bar\nERROR\n" });
    const { until, said } = await startWatching(each, ["--quiet"]);
    const first = said();
    expect(first).not.toContain("Watching");
    write("models-docs/bar.md", "# Bar\nfine\n");
    await until(() => expect(read("generated/manifest.json")).toContain("bar.ts"));
    await until(() => expect(read("generated/bar.ts")).toContain("fine"));
    write("models-docs/bar.md", "# Bar\nERROR again\n");
    await until(() => expect(said()).toContain("ERROR again"));
    expect(said().slice(first.length)).not.toContain("✔");
  });

  it("never clears the screen", async () => {
    const { each, write } = watched(pages);
    const { until, said, cycles } = await startWatching(each);
    write("models-docs/bar.md", "# Bar\nmore\n");
    await until(() => expect(cycles()).toHaveLength(1));
    expect(said()).not.toContain("\u001b");
  });

  it("ends with 130 where it waits and is interrupted", async () => {
    const { each } = watched(pages);
    const { interrupt } = await startWatching(each);
    expect(await interrupt()).toBe(130);
  });

  it("ends with 130 where it writes and is interrupted, and leaves whole files", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `page${index}`);
    const { each, write, at, read } = watched({ "models-docs/first.md": "# First\n" });
    const { until, interrupt } = await startWatching(each);
    for (const name of names) write(`models-docs/many/${name}.md`, `# ${name}\n`);
    await until(() => expect(readdirSync(at("generated/many")).length).toBeGreaterThan(0));
    expect(await interrupt()).toBe(130);
    const left = readdirSync(at("generated/many"));
    expect(left.filter((file) => !names.includes(file.replace(/\.ts$/, "")))).toEqual([]);
    expect(
      left.filter((file) => !/^\/\/ Code.*\nexport type \w+ = ".*";\n$/.test(read(`generated/many/${file}`))),
    ).toEqual([]);
  });

  it.each([
    ["no docs folder", { "other/foo.md": "# Foo\n" }, "Missing docs folder"],
    ["a wrong configuration", { ...pages, "modelmark.config.json": '{ "outt": "x" }' }, "Unexpected key `outt`"],
  ])("does not start with %s", async (_name, files, sentence) => {
    const { run } = project(files);
    expect(await run(["watch"])).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
  });
});

describe("a configuration that changes while pages are watched", () => {
  it.each([
    ["modelmark.config.json", (out: string) => `{ "out": "${out}" }`],
    ["modelmark.config.mjs", (out: string) => `export default { out: "${out}" };`],
    ["modelmark.config.js", (out: string) => `module.exports = { out: "${out}" };`],
    ["modelmark.config.ts", (out: string) => `export default { out: "${out}" as string };`],
    ["package.json", (out: string) => `{ "modelmark": { "out": "${out}" } }`],
  ])("is loaded again: %s", async (file, text) => {
    const { each, write, read, at } = watched(pages);
    const { until, said } = await startWatching(each);
    for (const out of ["one", "two"]) {
      write(file, text(out));
      await until(() =>
        expect(said()).toMatch(new RegExp(`✔ ${file} ${out === "one" ? "is new" : "changed"}: 3 written`)),
      );
      expect(read(`${out}/bar.ts`)).toContain("Bar");
      rmSync(at("generated"), { recursive: true, force: true });
    }
    unlinkSync(at(file));
    await until(() => expect(said()).toContain(`✔ ${file} is gone: 3 written`));
    expect(read("generated/bar.ts")).toContain("Bar");
  });

  it("leads to another docs folder, which is watched from then on", async () => {
    const { each, write, read } = watched({ ...pages, "others/other.md": "# Other\n" });
    const { until, cycles } = await startWatching(each);
    write("modelmark.config.json", '{ "docs": "others" }');
    await until(() => expect(read("generated/other.ts")).toContain("Other"));
    write("others/other.md", "# Other\nedited\n");
    await until(() => expect(read("generated/other.ts")).toContain("edited"));
    await until(() => expect(cycles()).toHaveLength(2));
  });

  it("is said to be wrong, and the one before stays in force until it is mended", async () => {
    const config = '{ "out": "made" }';
    const { each, write, read, at } = watched({ ...pages, "modelmark.config.json": config });
    const { until, said, cycles } = await startWatching(each);
    write("modelmark.config.json", '{ "out": ');
    await until(() => expect(said()).toContain("goes on with the configuration before"));
    expect(said()).toContain("✖ Cannot read `modelmark.config.json`");
    write("models-docs/bar.md", "# Bar\nedited\n");
    await until(() => expect(read("made/bar.ts")).toContain("edited"));
    write("modelmark.config.json", config);
    await until(() => expect(cycles().at(-1)).toContain("modelmark.config.json changed: 0 written"));
    expect(existsSync(at("generated"))).toBe(false);
  });

  it("comes with overrides, each edit of which is a cycle, and a wrong one is said to be", async () => {
    const { each, write, at } = watched(pages);
    const { until, said } = await startWatching(each);
    const file = "modelmark.overrides.json";
    write(file, '{ "version": 1, "overrides": [] }');
    await until(() => expect(said()).toContain(`✔ ${file} is new: 1 written`));
    write(file, "{");
    await until(() => expect(said()).toContain(`✖ ${file}:1:2: Unexpected end of the file`));
    write(file, '{ "version": 1,  "overrides": [] }');
    await until(() => expect(said()).toContain(`✔ ${file} changed: 1 written`));
    write("modelmark.config.json", '{ "overrides": "o.json" }');
    await until(() => expect(said()).toContain("✖ Missing overrides file `o.json`"));
    write("o.json", '{ "version": 1, "overrides": [] }');
    await until(() => expect(said()).toContain("✔ o.json is new"));
    unlinkSync(at("modelmark.config.json"));
    await until(() => expect(said()).toContain("✔ modelmark.config.json is gone"));
  });

  it("makes no cycle where it says the same", async () => {
    const { each, write } = watched({ ...pages, "package.json": "{}" });
    const { until, cycles } = await startWatching(each);
    write("package.json", '{ "name": "renamed" }');
    write("models-docs/bar.md", "# Bar\nedited\n");
    await until(() => expect(cycles()).toHaveLength(1));
    expect(cycles()[0]).toContain("bar.md changed");
  });

  it("is the one that --config names, also where it comes and goes", async () => {
    const { each, write, read, at } = watched({ ...pages, "in/it.json": '{ "docs": "../models-docs" }' });
    const { until, said } = await startWatching(each, ["--config", "in/it.json"]);
    write("in/it.json", '{ "docs": "../models-docs", "out": "../two" }');
    await until(() => expect(read("two/bar.ts")).toContain("Bar"));
    rmSync(at("in"), { recursive: true });
    await until(() => expect(said()).toContain("✖ Cannot read `in/it.json`"));
    mkdirSync(at("in"));
    write("in/it.json", '{ "docs": "../models-docs", "out": "../three" }');
    await until(() => expect(read("three/bar.ts")).toContain(banner));
  });
});

function watched(files: Readonly<Record<string, string>>): Project & { readonly each: Project } {
  const each = project(files);
  return { ...each, each };
}
