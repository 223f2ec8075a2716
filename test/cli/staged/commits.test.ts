import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleProgram } from "./program.js";
import { committed, repository, temporaryFolder } from "./temporary-repository.js";
import { hookWith, initRepository, makeFolder, repositoryIn, type TestRepository } from "./test-repository.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n", other: "1\n" };

const folder = makeFolder();
let program = "";
beforeAll(async () => {
  program = await bundleProgram(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function hooked(args = "generate --staged"): Promise<TestRepository> {
  const made = await committed(pages);
  hookWith(made, program, args);
  return made;
}

/** The last commit's text of a file. */
function atHead({ git }: TestRepository, file: string): string {
  return git("show", `HEAD:${file}`);
}

describe("a commit whose hook is `generate --staged`", () => {
  it("holds the outputs of its pages", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("commit", "-qam", "edit");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(made.status()).toEqual([]);
  });

  it("leaves what the user has not staged, pages and outputs", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("add", ".");
    made.write("models-docs/bar.md", "# Baz\n\nmore\n");
    made.write("models-docs/a/foo.md", "# Foo\n\nmore\n");
    made.write("generated/a/foo.ts", "mine\n");
    made.write("untracked", "");
    made.git("commit", "-qm", "edit");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(made.status()).toEqual([
      " M generated/a/foo.ts",
      " M models-docs/a/foo.md",
      " M models-docs/bar.md",
      "?? untracked",
    ]);
    expect(made.read("generated/a/foo.ts")).toBe("mine\n");
  });

  it("takes up all changes with -a", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.write("other", "2\n");
    made.remove("models-docs/a/foo.md");
    made.git("commit", "-qam", "edit");
    expect(made.status()).toEqual([]);
    expect(made.git("ls-tree", "-r", "--name-only", "HEAD").split("\n")).not.toContain("generated/a/foo.ts");
  });

  it("commits a path with its outputs, and leaves everything else as it was staged", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.write("other", "2\n");
    made.git("add", "other");
    made.git("commit", "-qm", "edit", "models-docs/bar.md");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(atHead(made, "other")).toBe("1\n");
    expect(made.status()).toEqual(["M  other"]);
  });

  it("commits a path while another page is staged, and the next commit takes up that one's outputs", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.write("models-docs/a/foo.md", "# Fool\n");
    made.git("add", "models-docs/a");
    made.git("commit", "-qm", "edit", "models-docs/bar.md");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(atHead(made, "generated/a/foo.ts")).not.toContain("Fool");
    expect(made.status()).toEqual(["M  models-docs/a/foo.md"]);
    made.git("commit", "-qm", "edit");
    expect(atHead(made, "generated/a/foo.ts")).toContain("Fool");
    expect(made.status()).toEqual([]);
    expect((await made.run(["check", "--staged"])).code).toBe(0);
  });

  it("commits a path while another page is staged with its outputs", async () => {
    const made = await hooked();
    made.write("models-docs/a/foo.md", "# Fool\n");
    made.git("add", "models-docs/a");
    await made.run(["generate", "--staged"]);
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("commit", "-qm", "edit", "models-docs/bar.md");
    expect(atHead(made, "generated/a/foo.ts")).not.toContain("Fool");
    expect(made.staged("generated/a/foo.ts")).toContain("Fool");
    made.git("commit", "-qm", "edit");
    expect(made.status()).toEqual([]);
    expect((await made.run(["check"])).code).toBe(0);
  });

  it("commits a deleted path without its outputs", async () => {
    const made = await hooked();
    made.remove("models-docs/a/foo.md");
    made.git("commit", "-qm", "edit", "models-docs/a/foo.md");
    expect(made.status()).toEqual([]);
    expect(made.has("generated/a")).toBe(false);
  });

  it("takes up hunks with -p", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    // Git asks once, and is answered with yes.
    made.git("commit", "-q", "-p", "-m", "edit");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(made.status()).toEqual([]);
  });

  it("amends a commit", async () => {
    const made = await hooked();
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("commit", "-qa", "--amend", "-m", "edit");
    expect(atHead(made, "generated/bar.ts")).toContain("Baz");
    expect(made.status()).toEqual([]);
  });

  it("is the first commit of a repository", async () => {
    const made = repository(pages);
    hookWith(made, program, "generate --staged");
    made.git("add", ".");
    made.git("commit", "-qm", "first");
    expect(atHead(made, "generated/bar.ts")).toContain("Bar");
    expect(made.status()).toEqual([]);
  });

  it("stands in a worktree, and touches no other", async () => {
    const made = await hooked();
    const tree = repositoryIn(`${temporaryFolder()}/tree`);
    made.git("worktree", "add", "-q", tree.root, "-b", "other");
    tree.write("models-docs/bar.md", "# Baz\n");
    tree.git("commit", "-qm", "edit", "models-docs/bar.md");
    expect(atHead(tree, "generated/bar.ts")).toContain("Baz");
    expect(tree.status()).toEqual([]);
    expect(made.status()).toEqual([]);
    expect(made.read("generated/bar.ts")).toContain("Bar");
  });

  it("stands in a submodule", async () => {
    const inner = await committed(pages);
    const outer = repository({ other: "1\n" });
    outer.git("add", ".");
    outer.git("submodule", "add", "-q", inner.root, "sdk");
    outer.git("commit", "-qm", "first");
    const sdk = repositoryIn(outer.at("sdk"));
    hookWith(sdk, program, "generate --staged");
    sdk.write("models-docs/bar.md", "# Baz\n");
    sdk.git("commit", "-qam", "edit");
    expect(atHead(sdk, "generated/bar.ts")).toContain("Baz");
    expect(sdk.status()).toEqual([]);
  });

  it("may be one of a repository around the submodule that holds pages and outputs", async () => {
    const inner = await committed(pages);
    const outer = repository({ other: "1\n" });
    outer.git("add", ".");
    outer.git("submodule", "add", "-q", inner.root, "sdk");
    outer.git("commit", "-qm", "first");
    hookWith(outer, program, "generate --staged --docs sdk/models-docs --out sdk/generated");
    const sdk = repositoryIn(outer.at("sdk"));
    sdk.write("models-docs/bar.md", "# Baz\n");
    sdk.git("add", ".");
    outer.write("other", "2\n");
    outer.git("commit", "-qm", "edit", "other");
    expect(sdk.staged("generated/bar.ts")).toContain("Baz");
    expect(outer.git("ls-tree", "-r", "--name-only", "HEAD")).toBe(".gitmodules\nother\nsdk\n");
  });

  it("stands in a repository whose git folder is elsewhere", async () => {
    const root = temporaryFolder();
    const store = initRepository(`${root}/store`);
    const home = repositoryIn(`${root}/home`);
    for (const [file, text] of Object.entries(pages)) home.write(file, text);
    hookWith(store, program, "generate --staged");
    const place = [`--git-dir=${store.at(".git")}`, `--work-tree=${home.root}`];
    home.git(...place, "add", ".");
    home.git(...place, "commit", "-qm", "first");
    expect(home.read("generated/bar.ts")).toContain("Bar");
    expect(home.git(...place, "status", "--short")).toBe("");
  });
});

describe("a commit whose hook is `check --staged`", () => {
  it("is refused where its outputs are not those of its pages", async () => {
    const made = await hooked("check --staged");
    made.write("models-docs/bar.md", "# Baz\n");
    expect(() => made.git("commit", "-qam", "edit")).toThrow("bar.ts  changed");
    await made.run(["generate"]);
    made.git("commit", "-qam", "edit");
    expect(made.status()).toEqual([]);
  });

  it("is judged by its own index, also with paths", async () => {
    const made = await hooked("check --staged");
    made.write("models-docs/bar.md", "# Baz\n");
    made.write("other", "2\n");
    made.git("commit", "-qm", "edit", "other");
    await made.run(["generate"]);
    expect(() => made.git("commit", "-qm", "edit", "generated/bar.ts")).toThrow("bar.ts");
    made.git("commit", "-qm", "edit", "models-docs", "generated");
    expect(made.status()).toEqual([]);
  });
});

describe("a run that is killed", () => {
  it.each(["fast-import", "hash-object", "update-index", "checkout-index"])(
    "before `git %s` is mended by the next",
    async (command) => {
      const made = await committed(pages);
      made.write("models-docs/bar.md", "# Baz\n");
      made.write("models-docs/new.md", "# New\n");
      made.write("generated/a/foo.ts", "mine\n");
      made.git("add", "models-docs");
      made.git("rm", "-q", "--cached", "models-docs/a/foo.md");
      const bin = temporaryFolder();
      writeFileSync(`${bin}/git`, killerAt(command), { mode: 0o755 });
      const { spawnSync } = await import("node:child_process");
      const env = { ...process.env, PATH: `${bin}:${process.env["PATH"]}` };
      const { signal } = spawnSync(process.execPath, [program, "generate", "--staged"], { cwd: made.root, env });
      expect(signal).toBe("SIGKILL");
      expect((await made.run(["generate", "--staged"])).code).toBe(0);
      expect(made.read("generated/bar.ts")).toBe(made.staged("generated/bar.ts"));
      expect(made.read("generated/new.ts")).toBe(made.staged("generated/new.ts"));
      expect(made.read("generated/a/foo.ts")).toBe("mine\n");
      expect(made.staged("generated/a/foo.ts")).toBeUndefined();
      expect((await made.run(["check", "--staged"])).code).toBe(0);
      expect(existsSync(made.at(".git/modelmark/unfinished.json"))).toBe(false);
      expect(readFileSync(made.at("generated/manifest.json"), "utf8")).toBe(made.staged("generated/manifest.json"));
    },
  );
});

/** Git that kills its caller instead of running one of its commands. */
function killerAt(command: string): string {
  const real = process.env["PATH"]?.split(":").find((each) => existsSync(`${each}/git`));
  return `#!/bin/sh\nfor each; do [ "$each" = ${command} ] && kill -9 $PPID && exit; done\nexec '${real}/git' "$@"\n`;
}
