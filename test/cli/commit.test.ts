import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, it } from "vitest";
import { banner } from "./fake-compile.js";
import { type Call, withFaults } from "./faulty-disk.js";
import { type Finished, type Project, project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/b.md": "# B\n", "models-docs/c/d.md": "# D\n" };

describe("the order of a run", () => {
  it("is: staged outputs, the journal on the disk, deletions, outputs, the manifest, the end of its folder", async () => {
    const made = await edited();
    const { calls } = await runWith(made, () => undefined);
    const changing = calls.filter(({ name }) => /^(fsync|mkdir|rename|rmdir|unlink|writeFile)/.test(name));
    expect(changing.map(({ name, file }) => `${name} ${file.replace(/\.modelmark-[^/]+/, "RUN")}`)).toEqual([
      "mkdirSync ",
      "mkdirSync RUN",
      "writeFileSync RUN/.gitignore",
      "writeFileSync RUN/0",
      "writeFileSync RUN/1",
      "writeFileSync RUN/2",
      "fsyncSync RUN/2",
      "writeFileSync RUN/journal.json",
      "fsyncSync RUN/journal.json",
      "unlinkSync c/d.ts",
      "rmdirSync c",
      "mkdirSync a",
      "renameSync RUN/0",
      "mkdirSync ",
      "renameSync RUN/1",
      "renameSync RUN/2",
      "unlinkSync RUN/journal.json",
      "unlinkSync RUN/.gitignore",
      "rmdirSync RUN",
    ]);
  });
});

describe("a disk that changes while a run is at work", () => {
  it("may get a folder where an output is to be", async () => {
    const made = await edited();
    const { stderr } = await failing(made, () => {
      unlinkSync(made.at("generated/a/foo.ts"));
      mkdirSync(made.at("generated/a/foo.ts"));
    });
    expect(stderr).toContain("✖ Cannot write `a/foo.ts`: a folder is in the way");
    rmSync(made.at("generated/a/foo.ts"), { recursive: true });
    await expectMended(made);
  });

  it("may get a file where a folder is to be", async () => {
    const made = await edited();
    const { stderr } = await failing(made, () => {
      rmSync(made.at("generated/a"), { recursive: true });
      made.write("generated/a", "mine");
    });
    expect(stderr).toContain("✖ Cannot write `a/foo.ts`: a file is in the way of its folder");
    expect(made.read("generated/a")).toBe("mine");
    rmSync(made.at("generated/a"));
    await expectMended(made);
  });

  it("may get a file of the user where a new output is to be", async () => {
    const made = await edited();
    const { stderr } = await failing(made, () => made.write("generated/e.ts", "mine"));
    expect(stderr).toContain("✖ Cannot write `e.ts`: somebody else wrote it while modelmark was at work");
    expect(made.read("generated/e.ts")).toBe("mine");
    rmSync(made.at("generated/e.ts"));
    await expectMended(made);
  });

  it("may get an edit of an output that is to go", async () => {
    const made = await edited();
    const { stderr } = await failing(made, () => made.write("generated/c/d.ts", `${banner}mine`));
    expect(stderr).toContain("✖ Cannot write `c/d.ts`: somebody else wrote it while modelmark was at work");
    expect(made.read("generated/c/d.ts")).toBe(`${banner}mine`);
  });

  it("may lose an output that is to go", async () => {
    const made = await edited();
    const { finished } = await runWith(
      made,
      once(() => unlinkSync(made.at("generated/c/d.ts"))),
    );
    expect(finished).toMatchObject({ code: 0, stderr: expect.stringContaining("0 deleted") });
  });
});

describe("a disk that refuses everything", () => {
  it("is asked for no second deletion, no folder and no output", async () => {
    const made = await edited();
    unlinkSync(made.at("models-docs/b.md"));
    const isOutput = ({ file }: Call): boolean => !file.startsWith(".modelmark-");
    const { calls, finished } = await runWith(made, (call) => {
      return call.name === "unlinkSync" && isOutput(call) ? "EIO" : undefined;
    });
    const changing = calls.filter((call) => /^(?:rename|rmdir|unlink)/.test(call.name) && isOutput(call));
    expect(changing.map(({ name, file }) => `${name} ${file}`)).toEqual(["unlinkSync b.ts"]);
    expect(finished.stderr.match(/Cannot write/g)).toHaveLength(1);
  });

  it("keeps the folder of an output that was deleted before", async () => {
    const made = project({ ...pages, "models-docs/z.md": "# Z\n" });
    await made.run([]);
    unlinkSync(made.at("models-docs/c/d.md"));
    unlinkSync(made.at("models-docs/z.md"));
    const { calls } = await runWith(made, ({ name, file }) => {
      return name === "unlinkSync" && file === "z.ts" ? "EROFS" : undefined;
    });
    const removing = calls.filter(({ name, file }) => /^(?:rmdir|unlink)/.test(name) && !file.startsWith("."));
    expect(removing.map(({ name, file }) => `${name} ${file}`)).toEqual(["unlinkSync c/d.ts", "unlinkSync z.ts"]);
  });

  it("is asked for no second output", async () => {
    const made = await edited();
    const { calls } = await runWith(made, ({ name }) => (name === "renameSync" ? "ENOSPC" : undefined));
    expect(calls.filter(({ name }) => name === "renameSync")).toHaveLength(1);
  });
});

describe("a run that fails in part", () => {
  const renamedBy = (calls: readonly Call[]): readonly (string | undefined)[] =>
    calls.filter(({ name }) => name === "renameSync").map(({ file }) => file.split("/").at(-1));

  it("puts the other outputs in place, and no manifest that would name all", async () => {
    const made = await edited();
    const { calls } = await runWith(made, ({ name, file }) => {
      return name === "renameSync" && file.endsWith("/0") ? "EACCES" : undefined;
    });
    expect(renamedBy(calls)).toEqual(["0", "1"]);
    await expectMended(made);
  });

  it("keeps its journal where an output could not be looked at", async () => {
    const made = await edited();
    const { finished } = await runWith(made, ({ name, file }) => {
      return name === "lstatSync" && file === "b.ts" ? "EACCES" : undefined;
    });
    expect(finished.code).toBe(1);
    const [folder = ""] = readdirSync(made.at("generated")).filter((name) => name.startsWith("."));
    expect(readdirSync(made.at(`generated/${folder}`)).sort()).toEqual([".gitignore", "journal.json"]);
    await expectMended(made);
  });

  it("deletes nothing but files", async () => {
    const made = await edited();
    const { stderr } = await failing(made, () => {
      unlinkSync(made.at("generated/c/d.ts"));
      mkdirSync(made.at("generated/c/d.ts"));
    });
    expect(stderr).toContain("✖ Cannot write `c/d.ts`: a folder is in the way");
  });

  it("says so where the manifest cannot be touched after an interrupted run", async () => {
    const made = await edited();
    await runWith(made, ({ name }) => (name === "renameSync" ? "EACCES" : undefined));
    const { finished } = await runWith(made, ({ name }) => (name === "lutimesSync" ? "EACCES" : undefined));
    expect(finished.stderr).toContain("✖ Cannot write `manifest.json`");
    await expectMended(made);
  });

  it("is a bug of ours where no system refused anything, and leaves nothing of its own", async () => {
    const made = await edited();
    const { finished } = await runWith(made, ({ name, file }) => {
      if (name === "writeFileSync" && file.endsWith("/1")) throw new Error("a bug");
      return undefined;
    });
    expect(finished.code).toBe(3);
    expect(readdirSync(made.at("generated")).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("a run before whose turn another one wrote", () => {
  it("plans again", async () => {
    const made = await edited();
    let isDone = false;
    const { calls, finished } = await runWith(made, ({ name, file }) => {
      if (isDone || name !== "writeFileSync" || !file.endsWith(".gitignore")) return undefined;
      isDone = true;
      writeFileSync(made.at("manifest.json"), made.read("generated/manifest.json"));
      renameSync(made.at("manifest.json"), made.at("generated/manifest.json"));
      return undefined;
    });
    expect(calls.filter(({ name, file }) => name === "mkdirSync" && file.startsWith(".modelmark-"))).toHaveLength(2);
    expect(finished.code).toBe(0);
    await expectMended(made);
  });
});

describe("an output that fails again and again", () => {
  it("leaves one journal, not one more each time", async () => {
    const made = await edited();
    const refuse = (call: Call): string | undefined => (call.name === "renameSync" ? "EACCES" : undefined);
    for (let time = 0; time < 4; time++) {
      expect((await runWith(made, refuse)).finished.code).toBe(1);
      const [folder = "", ...others] = readdirSync(made.at("generated")).filter((name) => name.startsWith("."));
      expect(others).toEqual([]);
      expect(readdirSync(made.at(`generated/${folder}`)).sort()).toEqual([".gitignore", "journal.json"]);
      expect(JSON.parse(made.read(`generated/${folder}/journal.json`)).files).toHaveLength(3);
    }
    await expectMended(made);
  });
});

describe("an output that is replaced", () => {
  it.skipIf(process.platform === "win32")("keeps its mode", async () => {
    const made = await edited();
    chmodSync(made.at("generated/a/foo.ts"), 0o640);
    await made.run([]);
    expect(statSync(made.at("generated/a/foo.ts")).mode & 0o777).toBe(0o640);
  });
});

describe("an output that is replaced by root", () => {
  it.skipIf(process.getuid?.() !== 0).each([
    [1, 2],
    [0, 2],
    [1, 0],
  ])("keeps its owner %i and its group %i", async (owner, group) => {
    const made = await edited();
    chownSync(made.at("generated/a/foo.ts"), owner, group);
    await made.run([]);
    const { uid, gid } = statSync(made.at("generated/a/foo.ts"));
    expect([uid, gid]).toEqual([owner, group]);
  });
});

/** A project whose next run changes an output, writes a new one and deletes one with its folder. */
async function edited(): Promise<Project> {
  const made = project(pages);
  await made.run([]);
  made.write("models-docs/a/foo.md", "# Foo\nmore\n");
  made.write("models-docs/e.md", "# E\n");
  unlinkSync(made.at("models-docs/c/d.md"));
  return made;
}

interface Experiment {
  readonly finished: Finished;
  readonly calls: readonly Call[];
}

async function runWith(made: Project, fault: (call: Call) => string | undefined): Promise<Experiment> {
  let finished: Finished = { code: -1, stdout: "", stderr: "" };
  const calls = await withFaults(made.at("generated"), fault, async () => {
    finished = await made.run([]);
  });
  return { finished, calls };
}

/** Does something once the journal is on the disk. */
function once(meddle: () => void): (call: Call) => undefined {
  let isDone = false;
  return ({ name, file }) => {
    if (isDone || name !== "fsyncSync" || !file.endsWith("journal.json")) return undefined;
    isDone = true;
    meddle();
    return undefined;
  };
}

async function failing(made: Project, meddle: () => void): Promise<Finished> {
  const { finished } = await runWith(made, once(meddle));
  expect(finished.code).toBe(1);
  return finished;
}

async function expectMended(made: Project): Promise<void> {
  expect((await made.run([])).code).toBe(0);
  expect((await made.run(["check"])).code).toBe(0);
  expect(readdirSync(made.at("generated")).sort()).toEqual(["a", "b.ts", "e.ts", "manifest.json"]);
}
