import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Compile } from "../../src/cli/environment.js";
import { hashOf } from "../../src/cli/manifest.js";
import { fakeCompile } from "./fake-compile.js";
import { type Circumstances, type Finished, type Project, project } from "./project.js";

/** A project with a cache, and how often its pages were compiled. */
interface CachedProject extends Project {
  readonly compiled: () => number;
}

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n" };

function cachedProject(files: Readonly<Record<string, string>> = pages, generator = "one"): CachedProject {
  const made = project({ ...files, "node_modules/.keep": "" });
  let compiled = 0;
  const compile: Compile = (...args) => {
    compiled += 1;
    return fakeCompile(args[0], args[1]);
  };
  const run = (argv: readonly string[], circumstances: Circumstances = {}): Promise<Finished> =>
    made.run(argv, { compile, generator, ...circumstances });
  return { ...made, run, compiled: () => compiled };
}

/** Makes every file of a folder look as if it had been written long ago. */
function age(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true })) utimesSync(`${folder}/${String(name)}`, 1000, 1000);
}

describe("a run after a run", () => {
  it("compiles nothing where pages, options and outputs are as they were, and says so", async () => {
    const { run, compiled } = cachedProject();
    await run([]);
    const { code, stderr } = await run([]);
    expect({ code, compiled: compiled() }).toEqual({ code: 0, compiled: 1 });
    expect(stderr).toMatch(/^✔ 2 pages, 2 models: 0 written, 3 unchanged, 0 deleted in \d+ ms\n$/);
  });

  it("is what `check` takes for its answer, and the other way round", async () => {
    const { run, compiled } = cachedProject();
    await run([]);
    expect((await run(["check"])).stderr).toMatch(/3 outputs up to date/);
    expect((await run(["--dry-run"])).stderr).toContain("0 would be written, 3 unchanged");
    expect(compiled()).toBe(1);
  });

  it("compiles what no run made before, though `check` was the first", async () => {
    const { run, compiled, read } = cachedProject();
    expect((await run(["check"])).code).toBe(1);
    await run([]);
    expect(compiled()).toBe(2);
    expect(read("generated/bar.ts")).toContain("Bar");
  });

  it("says the same of wrong pages, with the lines that are wrong", async () => {
    const { run, compiled } = cachedProject({ "models-docs/foo.md": "# Foo\n\nERROR here\n\nWARNING there\n" });
    const first = await run([]);
    const second = await run([]);
    const withoutTotal = ({ stderr }: Finished): string => stderr.replace(/✖ 1 page.*/, "");
    expect(second.code).toBe(1);
    expect(withoutTotal(second)).toBe(withoutTotal(first));
    expect(second.stderr).toContain("ERROR here");
    expect((await run(["--max-warnings", "0", "--reporter", "json"])).stdout).toContain("WARNING there");
    expect(compiled()).toBe(1);
  });

  it.each<[string, (made: CachedProject) => void]>([
    ["a page was edited", ({ write }) => write("models-docs/bar.md", "# Baz\n")],
    ["a page was added", ({ write }) => write("models-docs/new.md", "# New\n")],
    ["a page was removed", ({ at }) => rmSync(at("models-docs/bar.md"))],
    ["a page was moved", ({ at }) => renameSync(at("models-docs/bar.md"), at("models-docs/a/bar.md"))],
    ["an option was changed", ({ write }) => write("modelmark.config.json", '{ "dates": "string" }')],
    [
      "a rule's severity was changed",
      ({ write }) => write("modelmark.config.json", '{ "rules": { "bare-page": "off" } }'),
    ],
    ["an output was edited", ({ write }) => write("generated/bar.ts", "edited")],
    ["an output was removed", ({ at }) => rmSync(at("generated/bar.ts"))],
    [
      "the manifest was edited",
      ({ write, read }) => write("generated/manifest.json", `${read("generated/manifest.json")} `),
    ],
    ["an output is a symbolic link to its like", linkOutput],
  ])("compiles where %s", async (_what, change) => {
    const made = cachedProject();
    await made.run([]);
    change(made);
    await made.run([]);
    expect(made.compiled()).toBe(2);
  });

  it("compiles nothing where a page was written again with the same bytes", async () => {
    const { run, write, compiled } = cachedProject();
    await run([]);
    write("models-docs/bar.md", "# Bar\n");
    await run([]);
    expect(compiled()).toBe(1);
  });

  it("compiles nothing where pages and outputs go back together, as they do with another branch", async () => {
    const { run, write, at, compiled } = cachedProject();
    await run([]);
    cpSync(at("generated"), at("before"), { recursive: true });
    write("models-docs/bar.md", "# Baz\n");
    await run([]);
    write("models-docs/bar.md", "# Bar\n");
    cpSync(at("before"), at("generated"), { recursive: true });
    expect((await run(["check"])).code).toBe(0);
    expect(compiled()).toBe(2);
  });

  it("notices bytes that changed within the same size and the same time of writing", async () => {
    const { run, at, write, compiled } = cachedProject();
    age(at("models-docs"));
    await run([]);
    await run([]);
    write("models-docs/bar.md", "# Baz\n");
    utimesSync(at("models-docs/bar.md"), 1000, 1000);
    await run([]);
    expect(compiled()).toBe(2);
  });

  it("compiles for another generator", async () => {
    const { run, compiled } = cachedProject();
    await run([]);
    await run([], { generator: "two" });
    expect(compiled()).toBe(2);
  });

  it("compiles where somebody says so", async () => {
    const { run, compiled } = cachedProject();
    await run(["--no-cache"]);
    await run(["--no-cache"]);
    expect(compiled()).toBe(2);
  });
});

describe("the cache", () => {
  it("is no part of the outputs, and safe to remove", async () => {
    const { run, at, compiled } = cachedProject();
    await run([]);
    expect(readdirSync(at("generated")).sort()).toEqual(["a", "bar.ts", "manifest.json"]);
    rmSync(at("node_modules/.cache"), { recursive: true });
    expect((await run([])).stderr).toContain("3 unchanged");
    expect(compiled()).toBe(2);
  });

  it("stands where MODELMARK_CACHE says, and can be used from another place", async () => {
    const one = cachedProject();
    const other = cachedProject();
    const env = { MODELMARK_CACHE: one.at("shared-cache") };
    await one.run([], { env });
    await other.run([], { env });
    await other.run([], { env });
    expect(existsSync(one.at("node_modules/.cache"))).toBe(false);
    expect(other.compiled()).toBe(1);
  });

  it("is not made where there is no folder for it", async () => {
    const { run, at, compiled } = cachedProject();
    rmSync(at("node_modules"), { recursive: true });
    await run([]);
    await run([]);
    expect(compiled()).toBe(2);
    expect(existsSync(at("node_modules"))).toBe(false);
  });

  it.each(["", "{", "[]", '{"models":1}', '{"models":1,"findings":[{}],"outputs":[]}', "null"])(
    "that holds %s is as none",
    async (damage) => {
      const { run, at, write, compiled } = cachedProject();
      await run([]);
      for (const folder of ["runs", "files"]) {
        const below = `node_modules/.cache/modelmark/${folder}`;
        for (const name of existsSync(at(below)) ? readdirSync(at(below)) : []) write(`${below}/${name}`, damage);
      }
      expect((await run([])).code).toBe(0);
      expect(compiled()).toBe(2);
    },
  );

  it("that says of outputs what no run has found is as none", async () => {
    const { run, at, read, write } = cachedProject();
    await run([]);
    const below = "node_modules/.cache/modelmark/run-files";
    const [name = ""] = readdirSync(at(below));
    const other = hashOf("export {};\n");
    write(`${below}/${name}`, read(`${below}/${name}`).replace(hashOf(read("generated/bar.ts")), other));
    write("generated/bar.ts", "export {};\n");
    expect((await run(["check"])).code).toBe(1);
  });

  it.each(["", "/runs", "/run-files", "/files"])("that is a link is not written: modelmark%s", async (part) => {
    const { run, at, compiled } = cachedProject({ ...pages, "outside/keep.txt": "" });
    mkdirSync(path.dirname(at(`node_modules/.cache/modelmark${part}`)), { recursive: true });
    symlinkSync(at("outside"), at(`node_modules/.cache/modelmark${part}`));
    await run([]);
    expect((await run([])).code).toBe(0);
    expect(readdirSync(at("outside"))).toEqual(["keep.txt"]);
    expect(compiled()).toBeGreaterThan(0);
  });

  it("loses no file that is not its own", async () => {
    const { run, at, write, read } = cachedProject({ "models-docs/foo.md": "# Foo\n" });
    const mine = Array.from({ length: 30 }, (_, index) => `node_modules/.cache/modelmark/runs/mine-${index}.json`);
    for (const file of mine) write(file, "{}");
    await run([]);
    for (const file of mine) expect(read(file)).toBe("{}");
    expect(existsSync(at("generated/foo.ts"))).toBe(true);
  });

  it("keeps 20 records", async () => {
    const { run, at, write } = cachedProject({ "models-docs/foo.md": "# Foo\n" });
    for (let count = 0; count < 55; count++) {
      write("models-docs/foo.md", `# Foo\n${count}\n`);
      await run([]);
    }
    expect(readdirSync(at("node_modules/.cache/modelmark/runs"))).toHaveLength(20);
  });

  it("that cannot be written stops no run", async () => {
    const { run, at, write } = cachedProject();
    write("node_modules/.cache", "a file in the way");
    expect((await run([])).code).toBe(0);
    expect(statSync(at("node_modules/.cache")).isFile()).toBe(true);
  });
});

function linkOutput({ at }: CachedProject): void {
  renameSync(at("generated/bar.ts"), at("bar.ts"));
  symlinkSync(at("bar.ts"), at("generated/bar.ts"));
}
