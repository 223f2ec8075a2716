import { chmodSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { banner } from "./fake-compile.js";
import { project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/a/bar.md": "# Bar\n", "models-docs/c.md": "# C\n" };

describe("the output folder", () => {
  it("is never left through a linked folder", async () => {
    const { run, at, read } = project({ ...pages, "outside/keep.txt": "", "generated/keep.txt": "" });
    symlinkSync("../outside", at("generated/a"));
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error    a/bar.ts and 1 more: not written, a symbolic link leads out of the output folder",
    );
    expect(readdirSync(at("outside"))).toEqual(["keep.txt"]);
    expect(read("generated/c.ts")).toContain("C");
  });

  it("is never left through a linked folder above one that is not there yet", async () => {
    const { run, at } = project({
      "models-docs/a/b/foo.md": "# Foo\n",
      "outside/keep.txt": "",
      "generated/keep.txt": "",
    });
    symlinkSync("../outside", at("generated/a"));
    expect((await run([])).code).toBe(1);
    expect(readdirSync(at("outside"))).toEqual(["keep.txt"]);
  });

  it.each(["../victim.ts", "a/foo.ts", "nowhere.ts"])("never takes a linked file for its own: %s", async (target) => {
    const { run, at } = project({ ...pages, "victim.ts": `${banner}precious`, "generated/keep.txt": "" });
    symlinkSync(target, at("generated/c.ts"));
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toContain("c.ts: not written, a symbolic link is in the way");
    expect(readlinkSync(at("generated/c.ts"))).toBe(target);
  });

  it("may have a folder or a file in the way, which loses none of the others", async () => {
    const { run, at, read } = project({ ...pages, "generated/a": "a file" });
    mkdirSync(at("generated/c.ts"));
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toContain("c.ts: not written, a folder is in the way");
    expect(stderr).toContain("a/bar.ts and 1 more: not written, a file is in the way of its folder");
    expect(JSON.parse(read("generated/manifest.json")).files).toEqual([]);
  });

  it("may be a link, which the user chose", async () => {
    const { run, at, read } = project({ ...pages, "real/keep.txt": "" });
    symlinkSync("real", at("generated"));
    expect((await run([])).code).toBe(0);
    expect(read("real/a/foo.ts")).toContain("Foo");
  });

  it.each(["generated", "models-docs"])(
    "is no link out of the repository, unless a flag names it: %s",
    async (name) => {
      const { run, at } = project({ ...pages, "in/.git/HEAD": "", "in/models-docs/c.md": "# C\n", "out/keep.txt": "" });
      if (name === "models-docs") rmSync(at("in/models-docs"), { recursive: true });
      symlinkSync(name === "generated" ? "../out" : "../models-docs", at(`in/${name}`));
      const { code, stderr } = await run([], { cwd: at("in") });
      expect(code).toBe(2);
      expect(stderr).toContain(`Unexpected symbolic link \`${name}\` out of the repository, expected a folder in it`);
      expect(readdirSync(at("out"))).toEqual(["keep.txt"]);
      expect((await run(["--docs", "models-docs", "--out", "generated"], { cwd: at("in") })).code).toBe(0);
    },
  );

  it("may be a file, which is said in one sentence", async () => {
    const { run, read } = project({ "models-docs/c.md": "# C\n", generated: "a file" });
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toContain("c.ts and 1 more: not written, a file is in the way of its folder");
    expect(read("generated")).toBe("a file");
  });

  it.skipIf(process.platform !== "linux")(
    "may refuse to be written, which is said once with the system's reason",
    async () => {
      const { run } = project(pages);
      const { code, stdout } = await run(["--out", "/proc/modelmark", "--reporter", "json"]);
      expect(code).toBe(1);
      const { outputs, summary } = JSON.parse(stdout);
      expect(summary).toMatchObject({ written: 0, errors: 4 });
      expect(outputs).toContainEqual({
        file: "a/foo.ts",
        change: "failed",
        reason: expect.stringContaining("(ENOENT)"),
      });
      const { stderr } = await run(["--out", "/proc/modelmark"]);
      expect(stderr).toContain("✖ Cannot write `a/bar.ts` and 3 more: no such file or directory (ENOENT)");
    },
  );

  it.skipIf(process.getuid?.() === 0)("may be forbidden in part, which loses none of the others", async () => {
    const { run, at, read } = project(pages);
    mkdirSync(at("generated/a"), { recursive: true });
    chmodSync(at("generated/a"), 0o500);
    onTestFinished(() => chmodSync(at("generated/a"), 0o700));
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ Cannot write `a/bar.ts` and 1 more: permission denied (EACCES)");
    expect(read("generated/c.ts")).toContain("C");
    expect(existsSync(at("generated/manifest.json"))).toBe(false);
  });

  it("may hold outputs beside the pages", async () => {
    const { run, read } = project(pages);
    expect((await run(["--out", "models-docs"])).code).toBe(0);
    expect((await run(["check", "--out", "models-docs"])).code).toBe(0);
    expect(read("models-docs/a/foo.md")).toBe("# Foo\n");
  });
});

describe("a run that is interrupted before it puts outputs in place", () => {
  it("ends with 130, leaves the outputs as they were, and nothing of its own", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`models-docs/m${index}.md`, `# M${index}\n`]),
    );
    const { run, at, read } = project({ ...many, "generated/m0.ts": `${banner}old` });
    const interruption = new AbortController();
    const timer = setInterval(() => readdirSync(at("generated")).length > 1 && interruption.abort(), 0);
    onTestFinished(() => clearInterval(timer));
    expect((await run([], { signal: interruption.signal })).code).toBe(130);
    expect(readdirSync(at("generated"))).toEqual(["m0.ts"]);
    expect(read("generated/m0.ts")).toBe(`${banner}old`);
    expect((await run([])).code).toBe(0);
    expect((await run(["check"])).code).toBe(0);
  });
});
