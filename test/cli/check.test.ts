import { mkdirSync, readdirSync, statSync, unlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { banner } from "./fake-compile.js";
import { type Project, project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/b.md": "# B\n", "models-docs/c.md": "# C\n" };

describe("check", () => {
  it("is content with what generate wrote", async () => {
    const { run } = await generated();
    const { code, stdout, stderr } = await run(["check"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^✔ 3 pages, 3 models: 4 outputs up to date in \d+ ms\n$/);
    expect(await run(["check", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("names a missing output", async () => {
    const { run, at } = await generated();
    unlinkSync(at("generated/b.ts"));
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts  missing\n");
    expect(stderr).toContain("1 of 4 outputs differ: run `modelmark generate`");
  });

  it("names a changed output, with a short diff from the disk to what generate would write", async () => {
    const { run, write } = await generated();
    write("models-docs/b.md", "# B\nmore\n");
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      [
        "b.ts  changed",
        "    @@ -1,2 +1,2 @@",
        `     ${banner.trim()}`,
        '    -export type B = "# B\\n";',
        '    +export type B = "# B\\nmore\\n";',
        "manifest.json  changed",
        "",
      ].join("\n"),
    );
  });

  it("names an output that was edited by hand", async () => {
    const { run, read, write } = await generated();
    write("generated/b.ts", `${read("generated/b.ts")}// mine\n`);
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts  edited by hand\n");
    expect(stderr).toContain("    -// mine\n");
  });

  it("names an extra output", async () => {
    const { run, at } = await generated();
    unlinkSync(at("models-docs/b.md"));
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts  extra\n");
  });

  it("names an extra output that was edited by hand", async () => {
    const { run, at, write } = await generated();
    unlinkSync(at("models-docs/b.md"));
    write("generated/b.ts", "mine");
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts: left as it is, its page is gone, but it was edited by hand");
  });

  it("names an output that neither pages nor manifest name, as a cache brings it back", async () => {
    const { run, read, write, at } = await generated();
    const output = read("generated/b.ts");
    unlinkSync(at("models-docs/b.md"));
    await run(["generate"]);
    write("generated/b.ts", output);
    write("generated/c/d.ts", output);
    const said =
      "left as it is, an output of modelmark that no page and no manifest names: delete it, or its first line";
    for (const command of ["check", "generate"]) {
      const { code, stderr } = await run([command]);
      expect({ command, code }).toEqual({ command, code: command === "check" ? 1 : 0 });
      for (const file of ["b.ts", "c/d.ts"]) expect(stderr).toContain(`${file}: ${said}`);
    }
    expect([read("generated/b.ts"), read("generated/c/d.ts")]).toEqual([output, output]);
  });

  it("leaves alone what stands beside outputs and is not ours, or another configuration's", async () => {
    const { run, read, write } = await generated();
    const output = read("generated/b.ts");
    write("generated/other/manifest.json", read("generated/manifest.json"));
    for (const file of ["other/b.ts", "node_modules/x/b.ts", ".cache/b.ts", "b.txt"])
      write(`generated/${file}`, output);
    write("generated/mine.ts", `// Mine.\n${output}`);
    expect(await run(["check"])).toMatchObject({ code: 0, stderr: expect.not.stringContaining("left as it is") });
  });

  it("names a file in the way", async () => {
    const { run, stderr } = await wrong({ "generated/b.ts": "mine" });
    expect(stderr).toContain("b.ts: not written, in the way, and not written by modelmark");
    expect((await run(["generate"])).code).toBe(1);
    expect((await run(["check"])).code).toBe(1);
  });

  it("names a manifest that differs, with a diff where it is alone", async () => {
    const { run, read, write } = await generated();
    write("generated/manifest.json", read("generated/manifest.json").replace('"type": "B"', '"type": "X"'));
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain('    -    { "page": "b.md", "name": "B", "file": "b.ts", "type": "X" },');
  });

  it("sees outputs with other line ends as changed", async () => {
    const { run, read, write } = await generated();
    write("generated/b.ts", read("generated/b.ts").replaceAll("\n", "\r\n"));
    expect(await run(["check"])).toMatchObject({ code: 1, stderr: expect.stringContaining("\\u000d") });
  });

  it("fails for a wrong page though outputs are as generate would write them", async () => {
    const { run } = project({ "models-docs/b.md": "# B\nERROR\n" });
    await run([]);
    const { code, stderr } = await run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("2 outputs up to date");
  });

  it("writes nothing", async () => {
    const { run, at } = project(pages);
    await run(["check"]);
    expect(readdirSync(at("."))).toEqual([".git", "models-docs"]);
    mkdirSync(at("generated"));
    const before = statSync(at("generated")).mtimeMs;
    await run(["check"]);
    expect(statSync(at("generated")).mtimeMs).toBe(before);
  });

  it("cuts long diffs and long lists", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `m${index + 10}`);
    const { run, write } = project(Object.fromEntries(names.map((name) => [`models-docs/${name}.md`, `# ${name}\n`])));
    await run([]);
    const lines = Array.from({ length: 100 }, (_, index) => `// ${index}`).join("\n");
    for (const name of names) write(`generated/${name}.ts`, `${lines}${"x".repeat(5000)}\n`);
    const { stderr } = await run(["check"]);
    expect(stderr.match(/^ {4}@@/gm)).toHaveLength(10);
    expect(stderr.match(/^… and 10 more$/gm)).toHaveLength(1);
    expect(stderr.match(/^ {4}… \d+ more lines$/gm)).toHaveLength(10);
    expect(Math.max(...stderr.split("\n").map((line) => line.length))).toBeLessThan(200);
  });

  it("gives up a diff of files that have nothing in common", async () => {
    const { run, write } = await generated();
    write("generated/b.ts", Array.from({ length: 20_000 }, (_, index) => `${index}\n`).join(""));
    const start = performance.now();
    expect((await run(["check"])).code).toBe(1);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("lists the reasons as JSON", async () => {
    const { run, at, write } = await generated();
    unlinkSync(at("generated/a/foo.ts"));
    write("generated/b.ts", "mine");
    unlinkSync(at("models-docs/c.md"));
    const { code, stdout, stderr } = await run(["check", "--reporter", "json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      messages: [],
      outputs: [
        { file: "a/foo.ts", change: "create", reason: "missing" },
        { file: "b.ts", change: "change", reason: "edited by hand" },
        { file: "c.ts", change: "delete", reason: "extra" },
        { file: "manifest.json", change: "change", reason: "changed" },
      ],
      summary: { pages: 2, models: 2, written: 0, unchanged: 0, deleted: 0, errors: 0, warnings: 0 },
    });
  });
});

async function generated(): Promise<Project> {
  const made = project(pages);
  await made.run([]);
  return made;
}

async function wrong(files: Readonly<Record<string, string>>): Promise<Project & { readonly stderr: string }> {
  const made = project({ ...pages, ...files });
  const { code, stderr } = await made.run(["check"]);
  expect(code).toBe(1);
  return { ...made, stderr };
}
