import { readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Compile } from "../../../src/cli/environment.js";
import { fakeCompile } from "../fake-compile.js";
import type { Finished } from "../project.js";
import { repository } from "./temporary-repository.js";
import type { TestRepository } from "./test-repository.js";

const pages = { "models-docs/a/foo.md": "# Foo\n\nWARNING there\n", "models-docs/bar.md": "# Bar\n" };

/** A repository whose outputs are staged, and how often its pages were compiled. */
async function recorded(): Promise<TestRepository & { readonly compiled: () => number }> {
  const made = repository(pages);
  let compiled = 0;
  const compile: Compile = (...args) => {
    compiled += 1;
    return fakeCompile(args[0], args[1]);
  };
  const run: TestRepository["run"] = (argv, circumstances) =>
    made.run(argv, { compile, generator: "one", ...circumstances });
  made.git("add", ".");
  await run(["generate", "--staged"]);
  return { ...made, run, compiled: () => compiled };
}

const withoutTime = ({ code, stderr }: Finished): string => `${code} ${stderr.replace(/in \d.*/, "")}`;

describe("a run over the index after another", () => {
  it("compiles nothing where pages and outputs are staged as they were, and says the same", async () => {
    const { run, compiled } = await recorded();
    const plain = await run(["check", "--staged", "--no-cache"]);
    const before = compiled();
    const recalled = await run(["check", "--staged"]);
    expect(compiled()).toBe(before);
    expect(withoutTime(recalled)).toBe(withoutTime(plain));
    expect(recalled.stderr).toContain("> 3 | WARNING there");
  });

  it("compiles nothing whatever is edited and not staged, or is staged beside pages and outputs", async () => {
    const { run, compiled, write, git } = await recorded();
    write("models-docs/bar.md", "# Baz\n");
    write("generated/bar.ts", "mine\n");
    write("other", "1\n");
    git("add", "other");
    git("commit", "-qm", "first");
    expect((await run(["check", "--staged"])).code).toBe(0);
    expect((await run(["generate", "--staged"])).stderr).toContain("0 written, 3 unchanged");
    expect(compiled()).toBe(1);
  });

  it("goes back to what it made before", async () => {
    const { run, compiled, write, git } = await recorded();
    git("commit", "-qm", "first");
    write("models-docs/bar.md", "# Baz\n");
    git("add", ".");
    await run(["generate", "--staged"]);
    git("reset", "-q", "--hard");
    await run(["generate", "--staged"]);
    expect(compiled()).toBe(2);
  });

  it.each<[string, (made: TestRepository) => void]>([
    ["a page", ({ write }) => write("models-docs/bar.md", "# Baz\n")],
    ["an output", ({ write }) => write("generated/bar.ts", "mine\n")],
    ["an option", ({ write }) => write("modelmark.config.json", '{ "dates": "string" }')],
  ])("compiles again where %s is staged in another form", async (_, change) => {
    const made = await recorded();
    change(made);
    made.git("add", ".");
    await made.run(["check", "--staged"]);
    expect(made.compiled()).toBe(2);
  });

  it("compiles again for another generator, and where its record is damaged", async () => {
    const { run, compiled, at } = await recorded();
    await run(["check", "--staged"], { generator: "two" });
    expect(compiled()).toBe(2);
    for (const folder of ["runs", "run-files"]) {
      for (const name of readdirSync(at(`.git/modelmark/${folder}`))) {
        writeFileSync(at(`.git/modelmark/${folder}/${name}`), '{ "models": "many" }');
      }
    }
    expect((await run(["check", "--staged"])).code).toBe(0);
    expect(compiled()).toBe(3);
  });

  it("does not keep what pages that cannot be read would have changed", async () => {
    const { run, compiled, git } = await recorded();
    git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},models-docs/inner`);
    expect((await run(["check", "--staged"])).code).toBe(1);
    expect((await run(["check", "--staged"])).code).toBe(1);
    expect(compiled()).toBe(3);
  });

  it("ignores a note of working copies that names files which are not outputs", async () => {
    const { run, write, read, git } = await recorded();
    write("mine.txt", "mine\n");
    write("generated/mine.txt", "mine\n");
    const id = git("hash-object", "mine.txt").trim();
    const note = { "mine.txt": [id], "generated/mine.txt": [id], "../mine.txt": [id], "generated/../mine.txt": [id] };
    write(".git/modelmark/unfinished.json", JSON.stringify(note));
    await run(["generate", "--staged"]);
    expect(read("mine.txt")).toBe("mine\n");
    expect(read("generated/mine.txt")).toBe("mine\n");
  });
});
