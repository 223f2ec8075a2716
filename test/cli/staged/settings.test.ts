import { describe, expect, it } from "vitest";
import { committed, repository, temporaryFolder } from "./temporary-repository.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n" };

describe("a docs folder that is made like a git folder", () => {
  it("runs none of the programs that its configuration names", async () => {
    const made = repository({ ...pages, "modelmark.config.json": '{ "out": "models-docs/generated" }' });
    made.git("init", "-q", "--bare", "models-docs");
    const own = ["--git-dir", "models-docs"];
    made.git(...own, "config", "core.bare", "false");
    made.git(...own, "config", "core.worktree", made.at("models-docs"));
    made.git(...own, "config", "filter.x.clean", `touch '${made.at("ran")}'; cat`);
    made.write("models-docs/.gitattributes", "*.ts filter=x\n");
    const { code, stderr } = await made.run(["generate", "--staged"]);
    expect({ code, hasRun: made.has("ran") }).toEqual({ code: 2, hasRun: false });
    expect(stderr).toContain("bare repository");
  });
});

describe("the configuration of a run over the index", () => {
  it("is the staged one, not that of the working tree", async () => {
    const made = repository({ ...pages, "modelmark.config.json": '{ "out": "first" }' });
    made.git("add", ".");
    made.write("modelmark.config.json", '{ "out": "second" }');
    await made.run(["generate", "--staged"]);
    expect(made.staged("first/bar.ts")).toContain("Bar");
    expect(made.has("second")).toBe(false);
  });

  it("is none where it is not staged", async () => {
    const made = repository(pages);
    made.git("add", ".");
    made.write("modelmark.config.json", '{ "out": "second" }');
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/bar.ts")).toContain("Bar");
    expect(made.has("second")).toBe(false);
  });

  it("may be broken or gone in the working tree", async () => {
    const made = repository({ ...pages, "modelmark.config.json": '{ "out": "first" }' });
    made.git("add", ".");
    made.write("modelmark.config.json", "{");
    expect((await made.run(["generate", "--staged"])).code).toBe(0);
    made.remove("modelmark.config.json");
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    expect(made.staged("first/bar.ts")).toContain("Bar");
  });

  it("is refused where it is broken as it is staged", async () => {
    const made = repository({ ...pages, "modelmark.config.json": '{ "outt": "first" }' });
    made.git("add", ".");
    made.write("modelmark.config.json", "{}");
    const { code, stderr } = await made.run(["check", "--staged"]);
    expect(code).toBe(2);
    expect(stderr).toContain("modelmark.config.json");
    expect(stderr).toContain("outt");
  });

  it("stands in a package.json that has our key, else farther up", async () => {
    const made = repository({
      "sdk/package.json": '{ "name": "sdk", "modelmark": { "out": "first" } }',
      "sdk/models-docs/bar.md": "# Bar\n",
    });
    made.git("add", ".");
    made.write("sdk/package.json", '{ "name": "sdk" }');
    const cwd = made.at("sdk");
    await made.run(["generate", "--staged"], { cwd });
    expect(made.staged("sdk/first/bar.ts")).toContain("Bar");
    made.git("add", "sdk/package.json");
    made.write("modelmark.config.json", '{ "docs": "sdk/models-docs", "out": "second" }');
    made.git("add", "modelmark.config.json");
    await made.run(["generate", "--staged"], { cwd });
    expect(made.staged("second/bar.ts")).toContain("Bar");
  });

  it.each(["modelmark.config.ts", "modelmark.config.mjs"])("is run as it is staged in %s", async (name) => {
    const made = repository({
      ...pages,
      [name]: 'import path from "node:path";\nexport default { out: path.join("first") };\n',
    });
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    expect(made.staged("first/bar.ts")).toContain("Bar");
    made.write(name, 'export default { out: "second" };\n');
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    made.git("add", name);
    expect((await made.run(["check", "--staged"])).code).toBe(1);
    made.write(name, "broken");
    expect((await made.run(["check", "--staged"])).stderr).toContain("bar.ts  missing");
  });

  it("may be named, and must then be staged", async () => {
    const made = repository({ ...pages, "my.json": '{ "out": "first" }' });
    made.git("add", "models-docs");
    const { code, stderr } = await made.run(["check", "--staged", "--config", "my.json"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Missing configuration in `my.json` as it is staged");
    made.git("add", "my.json");
    await made.run(["generate", "--staged", "--config", "my.json"]);
    expect(made.staged("first/bar.ts")).toContain("Bar");
  });

  it("gives way to flags", async () => {
    const made = repository({ ...pages, "modelmark.config.json": '{ "out": "first" }' });
    made.git("add", ".");
    await made.run(["generate", "--staged", "--out", "flagged"]);
    expect(made.staged("flagged/bar.ts")).toContain("Bar");
  });
});

describe("the repository of a run over the index", () => {
  it("may be entered at any folder, and its docs folder be gone from the working tree", async () => {
    const made = await committed(pages);
    made.write("sub/folder/x", "");
    const cwd = made.at("sub/folder");
    const flags = ["--docs", "../../models-docs", "--out", "../../generated"];
    expect((await made.run(["check", "--staged", ...flags], { cwd })).code).toBe(0);
    made.remove("models-docs");
    expect((await made.run(["check", "--staged"])).code).toBe(0);
  });

  it("has its docs or outputs at its top", async () => {
    const made = repository({ "bar.md": "# Bar\n", "generated/readme": "" });
    made.git("add", ".");
    expect((await made.run(["generate", "--staged", "--docs", "."])).code).toBe(0);
    expect(made.staged("generated/bar.ts")).toContain("Bar");
    expect((await made.run(["generate", "--staged", "--docs", ".", "--out", "."])).code).toBe(0);
    expect(made.staged("bar.ts")).toContain("Bar");
    expect(made.read("bar.ts")).toContain("Bar");
  });

  it("must hold both folders", async () => {
    const made = await committed(pages);
    const other = await committed(pages);
    const { code, stderr } = await made.run(["check", "--staged", "--out", other.at("generated")]);
    expect(code).toBe(2);
    expect(stderr).toContain("is in another repository than the docs folder");
  });

  it("must have such a docs folder, staged or in the working tree", async () => {
    const made = await committed(pages);
    const { code, stderr } = await made.run(["check", "--staged", "--docs", "modles"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Missing docs folder `modles`");
  });

  it("must be there, with a working tree", async () => {
    const folder = temporaryFolder();
    const made = await committed(pages);
    const { code, stderr } = await made.run(["check", "--staged"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("--staged finds no repository with a working tree: not a git repository");
    const bare = made.at("bare");
    made.git("init", "-q", "--bare", bare);
    expect((await made.run(["check", "--staged"], { cwd: bare })).stderr).toContain("bare repository");
  });

  it("must be readable by git, which must be there", async () => {
    const made = await committed(pages);
    const { code, stderr } = await made.run(["check", "--staged"], { env: { PATH: made.root } });
    expect(code).toBe(2);
    expect(stderr).toContain("Cannot start git");
  });

  it("must not be in the middle of a merge of pages or outputs", async () => {
    const made = await committed(pages);
    made.git("checkout", "-qb", "other");
    made.write("models-docs/bar.md", "# Other\n");
    made.git("commit", "-qam", "other");
    made.git("checkout", "-q", "-");
    made.write("models-docs/bar.md", "# Mine\n");
    made.git("commit", "-qam", "mine");
    expect(() => made.git("merge", "-q", "other")).toThrow("CONFLICT");
    const { code, stderr } = await made.run(["generate", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Unexpected merge conflict of `models-docs/bar.md`");
  });

  it("must not be locked by another git where outputs are to be staged", async () => {
    const made = await committed(pages);
    made.write("models-docs/bar.md", "# Baz\n");
    made.git("add", ".");
    const [index, bar] = [made.read(".git/index"), made.read("generated/bar.ts")];
    made.write(".git/index.lock", "");
    const { code, stderr } = await made.run(["generate", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Cannot write the index");
    expect([made.read(".git/index"), made.read("generated/bar.ts")]).toEqual([index, bar]);
    expect((await made.run(["check", "--staged"])).code).toBe(1);
    made.remove(".git/index.lock");
    expect((await made.run(["generate", "--staged"])).code).toBe(0);
  });
});
