import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hashOf, journalText } from "../../src/cli/manifest.js";
import { processOf } from "../../src/cli/process-identity.js";
import { nameOf } from "../../src/cli/runs.js";
import { standingOf } from "../../src/cli/standing.js";
import { banner } from "./fake-compile.js";
import { type Project, project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/b.md": "# B\n" };
const outputs = ["a", "b.ts", "manifest.json"];
const output = `${banner}export type Gone = "";\n`;

describe("the journal of a run that was interrupted", () => {
  it("makes its outputs ours: those whose page is gone are deleted with the folders that this empties", async () => {
    const made = interrupted({ "x/y/gone.ts": output });
    made.write("generated/x/y/gone.ts", output);
    expect(await made.run([])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("3 written, 0 unchanged, 1 deleted"),
    });
    expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
  });

  it("makes the folders ours that it made for outputs that never came", async () => {
    const made = interrupted({ "x/y/gone.ts": output, "z/mine/gone.ts": output });
    mkdirSync(made.at("generated/x/y"), { recursive: true });
    made.write("generated/z/mine/mine.txt", "mine");
    expect((await made.run([])).code).toBe(0);
    expect(readdirSync(made.at("generated")).sort()).toEqual([...outputs, "z"]);
    expect(made.read("generated/z/mine/mine.txt")).toBe("mine");
  });

  it("is known to who looked before it, though the run that mends it writes the manifest of before", async () => {
    const made = project(pages);
    await made.run([]);
    const manifest = made.read("generated/manifest.json");
    const before = standingOf(made.at("generated")).stamp;
    const folder = nameOf({ ...processOf(process.pid), id: 99_999_999 });
    made.write(`generated/${folder}/journal.json`, journalText([{ file: "b.ts", hash: hashOf(output) }]));
    made.write("generated/b.ts", output);
    expect((await made.run([])).code).toBe(0);
    expect(made.read("generated/manifest.json")).toBe(manifest);
    expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
    expect(standingOf(made.at("generated")).stamp).not.toBe(before);
  });

  it("leaves outputs that somebody edited since, and says so where the page is gone", async () => {
    const made = interrupted({ "gone.ts": output });
    made.write("generated/gone.ts", `${output}// mine\n`);
    const { code, stderr } = await made.run([]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning  gone.ts: left as it is, its page is gone, but it was edited by hand");
    expect(made.read("generated/gone.ts")).toContain("// mine");
  });

  it("lets check tell outputs that were edited from those that the run had written", async () => {
    const made = interrupted({ "b.ts": output, "a/foo.ts": output });
    made.write("generated/b.ts", output);
    made.write("generated/a/foo.ts", `${output}// mine\n`);
    const { code, stderr } = await made.run(["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts  changed\n");
    expect(stderr).toContain("a/foo.ts  edited by hand\n");
  });

  it("is listed by --dry-run with what will go", async () => {
    const made = interrupted({ "gone.ts": output });
    made.write("generated/gone.ts", output);
    const { stdout } = await made.run(["--dry-run"]);
    expect(stdout).toMatch(
      /^delete \.modelmark-\S+\ncreate a\/foo\.ts\ncreate b\.ts\ndelete gone\.ts\ncreate manifest/,
    );
  });

  it.each([
    ["nothing", ""],
    ["zeros", "\0\0\0"],
  ])("lets %s be written anew, as a power loss leaves it", async (_what, torn) => {
    const made = interrupted({ "b.ts": output });
    made.write("generated/b.ts", torn);
    expect((await made.run([])).code).toBe(0);
    expect(made.read("generated/b.ts")).toContain("B");
  });
});

describe("a tampered journal", () => {
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
    const made = interrupted({ [file]: output }, { "victim.txt": output, "outside/victim.txt": output });
    mkdirSync(made.at("outside/empty"));
    symlinkSync("../outside", made.at("generated/link"));
    expect((await made.run([])).code).toBe(0);
    expect([made.read("victim.txt"), made.read("outside/victim.txt")]).toEqual([output, output]);
  });

  it("removes no folder outside", async () => {
    const made = interrupted({ "link/empty/gone.ts": output });
    mkdirSync(made.at("outside/empty"), { recursive: true });
    symlinkSync("../outside", made.at("generated/link"));
    expect((await made.run([])).code).toBe(0);
    expect(readdirSync(made.at("outside"))).toEqual(["empty"]);
  });

  it("deletes and overwrites no file of the user, though it knows the bytes", async () => {
    const made = interrupted({ "mine.txt": "mine", "b.ts": "mine", ".gitkeep": "" });
    for (const [file, text] of [
      ["mine.txt", "mine"],
      ["b.ts", "mine"],
      [".gitkeep", ""],
    ] as const)
      made.write(`generated/${file}`, text);
    const { code, stderr } = await made.run([]);
    expect(code).toBe(1);
    expect(stderr).toContain("b.ts: not written, in the way, and not written by modelmark");
    expect(readdirSync(made.at("generated")).sort()).toEqual([".gitkeep", "a", "b.ts", "manifest.json", "mine.txt"]);
    expect(made.read("generated/mine.txt") + made.read("generated/b.ts")).toBe("minemine");
  });

  it.each(["", "{", "[]", "null", '{ "files": 1 }', '{ "files": [null, 1, {}, { "file": 1, "hash": 2 }] }', "\0\0"])(
    "is read without harm: %j",
    async (text) => {
      const made = interrupted({});
      made.write(`generated/${folder}/journal.json`, text);
      expect((await made.run([])).code).toBe(0);
      expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
    },
  );

  it("is not followed where it is a link", async () => {
    const made = project({ ...pages, "elsewhere.json": journalOf({ "gone.ts": output }), "generated/gone.ts": output });
    mkdirSync(made.at(`generated/${folder}`));
    symlinkSync("../../elsewhere.json", made.at(`generated/${folder}/journal.json`));
    const { code, stderr } = await made.run([]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `✖ Cannot read \`${folder}/journal.json\` in the output folder: a symbolic link is in the way`,
    );
    expect(readdirSync(made.at("generated")).sort()).toEqual([folder, "gone.ts"]);
  });

  it("is nobody's where the folder of its run is a link", async () => {
    const made = project({
      ...pages,
      "elsewhere/journal.json": journalOf({ "gone.ts": output }),
      "generated/gone.ts": output,
    });
    symlinkSync("../elsewhere", made.at(`generated/${folder}`));
    expect((await made.run([])).code).toBe(0);
    expect(readdirSync(made.at("elsewhere"))).toEqual(["journal.json"]);
    expect(made.read("generated/gone.ts")).toBe(output);
  });
});

describe("a tampered manifest", () => {
  it("deletes no file of the user, though it knows the bytes", async () => {
    const made = project(pages);
    await made.run([]);
    const manifest = JSON.parse(made.read("generated/manifest.json"));
    manifest.files.push({ file: "mine.txt", hash: hashOf("mine") });
    made.write("generated/manifest.json", JSON.stringify(manifest));
    made.write("generated/mine.txt", "mine");
    expect((await made.run([])).code).toBe(0);
    expect(made.read("generated/mine.txt")).toBe("mine");
  });
});

/** Where a run that is gone had its files. */
const folder = nameOf({ ...processOf(process.pid), id: 999_999_999 });

function journalOf(files: Readonly<Record<string, string>>): string {
  return journalText(Object.entries(files).map(([file, text]) => ({ file, hash: hashOf(text) })));
}

/** A project whose former run was killed after it had written down that it would write these outputs. */
function interrupted(journal: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Project {
  return project({ ...pages, ...files, [`generated/${folder}/journal.json`]: journalOf(journal) });
}
