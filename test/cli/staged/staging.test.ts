import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Flags } from "../../../src/cli/arguments.js";
import { UsageError } from "../../../src/cli/exit-code.js";
import { listAgain, loadStaging, type Staging } from "../../../src/cli/staged/staging.js";
import { ConfigError } from "../../../src/config-error.js";
import { repository, temporaryFolder } from "./temporary-repository.js";
import { gitEnv, initRepository, type TestRepository } from "./test-repository.js";

const files = { "models-docs/a.md": "", "generated/a.ts": "", "other/b.md": "" };

async function load(cwd: string, flags: Partial<Flags> = {}): Promise<Staging> {
  const stream = { write: () => undefined };
  return await loadStaging(flagsWith(flags), { cwd, env: gitEnv, stdout: stream, stderr: stream });
}

function flagsWith(flags: Partial<Flags>): Flags {
  const unset = { staged: true, dryRun: false, quiet: false, all: false, cache: true } as const;
  return { ...unset, configCode: true, reporter: "pretty", ...flags };
}

/** A repository whose files are all staged. */
function staged(more: Readonly<Record<string, string>> = {}): TestRepository {
  const made = repository({ ...files, ...more });
  made.git("add", ".");
  return made;
}

function pathsOf({ entries }: Staging): readonly string[] {
  return entries.map((entry) => entry.path);
}

/** The output folder that the configuration names. */
async function outOf(cwd: string, flags: Partial<Flags> = {}): Promise<string> {
  return (await load(cwd, flags)).out;
}

describe("what a run over the index works with", () => {
  it("is what is staged in both folders, and of the configuration", async () => {
    const { root } = staged({ "package.json": "{}", "in/package.json": "{}" });
    const staging = await load(root);
    expect(staging).toMatchObject({ docs: "models-docs/", out: "generated/", repository: { folder: root } });
    expect(pathsOf(staging)).toEqual(["generated/a.ts", "models-docs/a.md", "package.json"]);
  });

  it("is all that is staged where the docs folder is the top of the working tree", async () => {
    const { root } = staged();
    const staging = await load(root, { docs: "." });
    expect(staging).toMatchObject({ docs: "", out: "generated/" });
    expect(pathsOf(staging)).toEqual(Object.keys(files).sort());
    expect(await load(root, { docs: "models-docs", out: "." })).toMatchObject({ docs: "models-docs/", out: "" });
  });

  it("stands where links lead within the working tree", async () => {
    const { root, at } = staged({ "in/docs/a.md": "" });
    symlinkSync("in/docs", at("linked"));
    const staging = await load(root, { docs: "linked" });
    expect(staging.docs).toBe("in/docs/");
    expect(pathsOf(staging)).toContain("in/docs/a.md");
  });

  it("must be of one repository", async () => {
    const { root, at } = staged();
    initRepository(at("inner"));
    for (const folders of [{ out: "inner/generated" }, { docs: "models-docs", out: temporaryFolder() }])
      await expect(load(root, folders)).rejects.toThrow(UsageError);
    await expect(load(root, { out: "inner/generated" })).rejects.toThrow(
      "The output folder `inner/generated` is in another repository than the docs folder",
    );
  });

  it("may be listed again, with what was staged meanwhile", async () => {
    const { root, git, write } = staged();
    const staging = await load(root);
    write("models-docs/b.md", "");
    git("add", ".");
    const again = listAgain(staging, flagsWith({}), { cwd: root });
    expect(pathsOf(again)).toEqual(["generated/a.ts", "models-docs/a.md", "models-docs/b.md"]);
    expect({ ...again, entries: staging.entries }).toEqual(staging);
  });
});

describe("the configuration of what is staged", () => {
  it.each([
    ["docs", { docs: "other" }, ["generated/a.ts", "other/b.md"]],
    ["out", { out: "other" }, ["models-docs/a.md", "other/b.md"]],
    ["another setting", { dates: "string" }, ["generated/a.ts", "models-docs/a.md"]],
  ])("is not that of the working tree, which has another %s", async (_what, config, paths) => {
    const { root, write } = staged({ "modelmark.config.json": JSON.stringify(config) });
    write("modelmark.config.json", "{}");
    const staging = await load(root);
    expect(pathsOf(staging).filter((file) => !file.startsWith("modelmark"))).toEqual(paths);
    expect(staging.settings.options.dates).toBe("dates" in config ? "string" : undefined);
  });

  it("is that of the working tree where it is staged so, line ends aside, and is not run twice", async () => {
    const made = repository(files);
    const note = `import { appendFileSync } from "node:fs";\nappendFileSync(${JSON.stringify(made.at("ran"))}, "x");\n`;
    const config = `${note}export default { out: "first" };\n`;
    made.write("modelmark.config.mjs", config);
    made.git("add", ".");
    expect(await outOf(made.root)).toBe("first/");
    expect(made.read("ran")).toBe("x");
    made.write("modelmark.config.mjs", config.replaceAll("\n", "\r\n"));
    expect(await outOf(made.root)).toBe("first/");
    expect(made.read("ran")).toBe("xx");
  });

  it("is not that of a file that comes before it and is not staged", async () => {
    const made = staged({ "modelmark.config.json": '{ "out": "first" }' });
    made.write("modelmark.config.mjs", 'export default { out: "second" };');
    expect(await outOf(made.root)).toBe("first/");
  });

  it("is by default where none is staged, be there one in the working tree, and be it broken", async () => {
    const made = staged({ "package.json": '{ "name": "x" }' });
    for (const text of ['{ "out": "second" }', "{"]) {
      made.write("modelmark.config.json", text);
      expect(await outOf(made.root)).toBe("generated/");
    }
  });

  it("counts where that of the working tree is broken, throws, or is gone", async () => {
    const made = staged({ "modelmark.config.mjs": 'export default { out: "first" };' });
    for (const text of ["export default {", "export default { get out() { throw 1; } };"]) {
      made.write("modelmark.config.mjs", text);
      expect(await outOf(made.root)).toBe("first/");
    }
    made.remove("modelmark.config.mjs");
    expect(await outOf(made.root)).toBe("first/");
  });

  it("stands in the nearest folder that has one", async () => {
    const made = staged({ "in/package.json": "{}", "package.json": '{ "modelmark": { "out": "first" } }' });
    expect(await outOf(made.at("in"))).toBe("first/");
  });

  it("may be a link, which is followed in the index, and on the disk where it leads out", async () => {
    const made = staged({ "in/my.json": '{ "out": "in/first" }' });
    symlinkSync("in/my.json", made.at("modelmark.config.json"));
    made.git("add", ".");
    made.write("in/my.json", "{");
    expect(await outOf(made.root)).toBe("in/first/");
    made.remove("modelmark.config.json");
    made.write("../my.json", '{ "out": "second" }');
    symlinkSync("../my.json", made.at("modelmark.config.json"));
    made.git("add", "modelmark.config.json");
    expect(await outOf(made.root)).toBe("second/");
  });

  it("must be staged where it is named", async () => {
    const made = staged();
    made.write("my.json", '{ "out": "first" }');
    const named = load(made.root, { config: "my.json" });
    await expect(named).rejects.toThrow("Missing configuration in `my.json` as it is staged");
    made.git("add", ".");
    expect(await outOf(made.root, { config: "my.json" })).toBe("first/");
  });

  it("must be in the repository", async () => {
    const made = staged();
    made.git("update-index", "--add", "--cacheinfo", `100644,${"1".repeat(40)},modelmark.config.json`);
    const reason = "Cannot read `modelmark.config.json` as it is staged: the repository does not have its blob 111";
    await expect(load(made.root)).rejects.toThrow(reason);
    await expect(load(made.root)).rejects.toThrow(ConfigError);
  });

  it("is the one on the disk where it is of no repository", async () => {
    const { at } = staged();
    const cwd = temporaryFolder();
    const elsewhere = initRepository(path.join(cwd, "elsewhere"), { "modelmark.config.json": '{ "dates": "string" }' });
    const folders = { docs: at("models-docs"), out: at("generated") };
    expect((await load(elsewhere.root, folders)).settings.options.dates).toBe("string");
    elsewhere.write("modelmark.config.json", "{");
    await expect(load(elsewhere.root, folders)).rejects.toThrow("Cannot read `modelmark.config.json`");
  });
});
