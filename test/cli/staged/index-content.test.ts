import { chmodSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lineFeedCompile } from "./line-feed-compile.js";
import { committed, repository, temporaryFolder } from "./temporary-repository.js";
import { repositoryIn, type TestRepository } from "./test-repository.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n" };

/** Stages an entry of any mode with a text. */
function stage({ git, at, write, remove }: TestRepository, mode: string, file: string, text: string): void {
  write("scratch", text);
  const id = git("hash-object", "-w", "--no-filters", at("scratch")).trim();
  remove("scratch");
  git("update-index", "--add", "--cacheinfo", `${mode},${id},${file}`);
}

describe("line ends", () => {
  it("are those of the index: a checkout with CRLF is compared and committed as git stores it", async () => {
    const made = repository(pages);
    made.git("config", "core.autocrlf", "true");
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    made.git("commit", "-qm", "first");
    const clone = repositoryIn(`${temporaryFolder()}/clone`);
    made.git("clone", "-q", "-c", "core.autocrlf=true", made.root, clone.root);
    expect(clone.read("models-docs/bar.md")).toBe("# Bar\r\n");
    expect(clone.read("generated/bar.ts")).toContain("\r\n");
    expect((await clone.run(["check", "--staged"])).code).toBe(0);
    clone.write("models-docs/bar.md", "# Baz\r\n");
    clone.git("add", ".");
    await clone.run(["generate", "--staged"]);
    expect(clone.staged("generated/bar.ts")).not.toContain("\r");
    expect(clone.read("generated/bar.ts")).toContain("Baz");
    expect(clone.read("generated/bar.ts")).toContain("\r\n");
    expect(clone.status()).toEqual(["M  generated/bar.ts", "M  generated/manifest.json", "M  models-docs/bar.md"]);
  });

  it("make no difference to the manifest that plain `generate` writes", async () => {
    const made = await committed({ ...pages, ".gitattributes": "*.md eol=crlf\n" });
    made.remove("models-docs");
    made.git("checkout", "--", "models-docs");
    expect(made.read("models-docs/bar.md")).toBe("# Bar\r\n");
    await made.run(["generate"], { compile: lineFeedCompile });
    expect(made.read("generated/manifest.json")).toBe(made.staged("generated/manifest.json"));
  });

  it("of a filter of the user are put through it", async () => {
    const made = repository({ ...pages, ".gitattributes": "generated/*.ts filter=shout\n" });
    made.git("config", "filter.shout.clean", "tr a-z A-Z");
    made.git("config", "filter.shout.smudge", "cat");
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/bar.ts")).toContain("EXPORT TYPE BAR");
    expect(made.staged("generated/a/foo.ts")).toContain("export type Foo");
    expect(made.read("generated/bar.ts")).toBe(made.staged("generated/bar.ts"));
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    expect((await made.run(["generate", "--staged"])).stderr).toContain("0 written, 3 unchanged");
  });
});

describe("entries of the index", () => {
  it("that are links to pages are read as the pages", async () => {
    const made = repository(pages);
    symlinkSync("a/foo.md", made.at("models-docs/link.md"));
    symlinkSync("a", made.at("models-docs/folder"));
    symlinkSync("folder/foo.md", made.at("models-docs/through.md"));
    made.git("add", ".");
    const { code } = await made.run(["generate", "--staged"]);
    expect(code).toBe(0);
    expect(made.staged("generated/link.ts")).toContain("Foo");
    expect(made.staged("generated/through.ts")).toContain("Foo");
    expect(made.staged("generated/folder/foo.ts")).toBeUndefined();
    expect((await made.run(["check"])).code).toBe(0);
  });

  it.each([
    ["out of the docs folder", "../secret.md", "outside-root"],
    ["to what a file cannot hold", "../secret.md/more", "outside-root"],
    ["to nothing", "gone.md", "unreadable-file"],
    ["to itself", "link.md", "unreadable-file"],
  ])("that are links %s are reported", async (_, target, rule) => {
    const made = repository({ ...pages, "secret.md": "# Secret\n" });
    symlinkSync(target, made.at("models-docs/link.md"));
    made.git("add", ".");
    const { code, stderr } = await made.run(["generate", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain(rule);
    expect(made.staged("generated/bar.ts")).toContain("Bar");
    expect(made.staged("generated/link.ts")).toBeUndefined();
  });

  it("that are submodules among pages are reported", async () => {
    const inner = await committed(pages);
    const made = repository(pages);
    made.git("submodule", "add", "-q", inner.root, "models-docs/inner");
    made.git("add", ".");
    const { code, stderr } = await made.run(["check", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Unexpected submodule in the docs folder");
  });

  it.each([
    ["a link", "120000", "generated/bar.ts", "a symbolic link is in the way"],
    ["a link as a folder", "120000", "generated/a", "a symbolic link is in the way of its folder"],
    ["a file as a folder", "100644", "generated/a", "a file is in the way of its folder"],
    ["a folder", "100644", "generated/bar.ts/x", "a folder is in the way"],
  ])("bar an output as %s", async (_, mode, file, reason) => {
    const made = repository(pages);
    made.git("add", ".");
    stage(made, mode, file, "elsewhere");
    const { code, stderr } = await made.run(["generate", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`not written, ${reason}`);
    expect(made.staged(file)).toBe("elsewhere");
  });

  it("above the output folder are never replaced", async () => {
    const made = repository(pages);
    made.git("add", ".");
    stage(made, "100644", "lib", "mine");
    const { code, stderr } = await made.run(["generate", "--staged", "--out", "lib/generated"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Unexpected file, link or submodule `lib` as it is staged");
    expect(made.staged("lib")).toBe("mine");
  });

  it("that are only intended to be added are none", async () => {
    const made = await committed(pages);
    made.write("models-docs/new.md", "# New\n");
    made.git("add", "-N", "models-docs/new.md");
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    made.write("models-docs/empty.md", "");
    made.git("add", "models-docs/empty.md");
    const { stderr } = await made.run(["generate", "--staged"]);
    expect(stderr).toContain("3 pages, 2 models");
  });

  it("may have any name", async () => {
    const names = ["-rf", "it's", 'a"b', "a\\b", "line\nbreak", "*", "[x]", ":(top)x", "ünï", "tab\tx", " "];
    const files = Object.fromEntries(names.map((name, at) => [`models-docs/${name}.md`, `# Page${at}\n`]));
    const made = repository(files);
    made.git("add", "-A");
    const first = await made.run(["generate", "--staged"]);
    // The command line writes no backslash into a path, which leads out of a folder on some systems.
    const wanted = names.filter((name) => !name.includes("\\"));
    for (const name of wanted) {
      expect(made.read(`generated/${name}.ts`)).toContain(`Page${names.indexOf(name)}`);
      expect(made.staged(`generated/${name}.ts`)).toContain(`Page${names.indexOf(name)}`);
    }
    expect(first.stderr).toContain("11 pages, 11 models");
    for (const name of wanted) made.write(`models-docs/${name}.md`, `# Other${names.indexOf(name)}\n`);
    made.git("add", "-A");
    await made.run(["generate", "--staged"]);
    for (const name of wanted) expect(made.read(`generated/${name}.ts`)).toContain("Other");
    made.git("commit", "-qm", "first");
    made.git("rm", "-rqf", "models-docs");
    await made.run(["generate", "--staged"]);
    for (const name of wanted) expect(made.has(`generated/${name}.ts`)).toBe(false);
  });

  it("that differ in case alone are two", async () => {
    const made = repository(pages);
    made.git("add", ".");
    stage(made, "100644", "models-docs/Bar.md", "# Other\n");
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/Bar.ts")).toContain("Other");
    expect(made.staged("generated/bar.ts")).toContain("Bar");
  });

  it("that a sparse checkout leaves out stay out of the working tree", async () => {
    const made = await committed({ ...pages, "src/main.ts": "" });
    made.git("sparse-checkout", "set", "src");
    expect(made.has("generated")).toBe(false);
    stage(made, "100644", "models-docs/bar.md", "# Baz\n");
    stage(made, "100644", "models-docs/new.md", "# New\n");
    made.git("update-index", "--skip-worktree", "models-docs/bar.md", "models-docs/new.md");
    expect((await made.run(["generate", "--staged"])).code).toBe(0);
    expect(made.staged("generated/bar.ts")).toContain("Baz");
    expect(made.has("generated")).toBe(false);
    made.git("commit", "-qm", "edit");
    expect(made.status()).toEqual([]);
  });

  it("that git is told to take for unchanged keep their edits", async () => {
    const made = await committed(pages);
    made.git("update-index", "--assume-unchanged", "generated/bar.ts");
    made.write("generated/bar.ts", "mine\n");
    stage(made, "100644", "models-docs/bar.md", "# Baz\n");
    await made.run(["generate", "--staged"]);
    expect(made.read("generated/bar.ts")).toBe("mine\n");
    expect(made.git("ls-files", "-v", "generated/bar.ts")).toBe("h generated/bar.ts\n");
  });

  it.skipIf(process.platform === "win32")("keep the modes of outputs, staged or not", async () => {
    const made = await committed(pages);
    made.git("update-index", "--chmod=+x", "generated/bar.ts");
    chmodSync(made.at("generated/bar.ts"), 0o700);
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("add", "models-docs");
    await made.run(["generate", "--staged"]);
    expect(made.git("ls-files", "-s", "generated/bar.ts")).toMatch(/^100755/);
    expect(statSync(made.at("generated/bar.ts")).mode & 0o777).toBe(0o700);
    expect(made.read("generated/bar.ts")).toContain("Baz");
  });

  it("may be named by SHA-256", async () => {
    const root = temporaryFolder();
    const made = repositoryIn(root);
    made.git("init", "-q", "--object-format=sha256", ".");
    for (const [file, text] of Object.entries(pages)) made.write(file, text);
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    made.git("rm", "-qf", "models-docs/a/foo.md");
    await made.run(["generate", "--staged"]);
    made.git("commit", "-qm", "first");
    expect(made.status()).toEqual([]);
    expect((await made.run(["check", "--staged"])).code).toBe(0);
  });

  it("behind a link in the working tree are not written through it", async () => {
    const made = await committed(pages);
    const elsewhere = temporaryFolder();
    made.remove("generated/a");
    symlinkSync(elsewhere, made.at("generated/a"));
    made.write("models-docs/a/foo.md", "# Fool\n");
    made.git("add", "models-docs");
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/a/foo.ts")).toContain("Fool");
    expect(made.git("-C", made.root, "status", "--short", "generated/a")).toContain("generated/a");
    expect(repositoryIn(elsewhere).has("foo.ts")).toBe(false);
  });
});
