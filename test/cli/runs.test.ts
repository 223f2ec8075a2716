import { mkdirSync, rmdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ProcessIdentity, processOf } from "../../src/cli/process-identity.js";
import { beginRun, endRun, nameOf, reduceRun, removeRun, runsIn } from "../../src/cli/runs.js";
import { type Call, withFaults } from "./faulty-disk.js";
import { type Project, project } from "./project.js";

const self = processOf(process.pid);

/** An output folder in which a process has the folder of a run, that was written so many seconds ago. */
function runOf(other: Partial<ProcessIdentity>, age = 0): Project {
  const made = project({ "out/a.ts": "" });
  const folder = made.at(`out/${nameOf({ ...self, ...other })}`);
  mkdirSync(folder);
  const then = Date.now() / 1000 - age;
  utimesSync(folder, then, then);
  return made;
}

function countsIn({ at }: Project): readonly [alive: number, dead: number] {
  const { alive, dead } = runsIn(at("out"));
  return [alive.length, dead.length];
}

describe("the folder of a run", () => {
  it.each(["a", "A-1.b_c", "-", "."])("is known by its name where the machine is called %j", (host) => {
    expect(countsIn(runOf({ host }))).toEqual([1, 0]);
  });

  it.each([
    ".modelmark-1-2-3-0123456-host",
    ".modelmark-1-2-3-0123456g-host",
    ".modelmark-1-2-3-01234567-",
    ".modelmark-1-2-3-01234567-a b",
    ".modelmark-1-2-01234567-host",
    "x.modelmark-1-2-3-01234567-host",
    ".modelmark-a-2-3-01234567-host",
  ])("is not called %s", (name) => {
    const { at } = project({ [`out/${name}/a.ts`]: "" });
    expect(runsIn(at("out"))).toEqual({ alive: [], dead: [] });
  });

  it("is no file and no link", () => {
    const { at, write } = project({ "elsewhere/a": "" });
    write(`out/${nameOf(self)}`, "");
    symlinkSync("../elsewhere", at(`out/${nameOf(self)}`));
    expect(runsIn(at("out"))).toEqual({ alive: [], dead: [] });
  });

  it("is none where there is no output folder, or a file in its place", () => {
    const { at } = project({ a: "" });
    expect([runsIn(at("b")), runsIn(at("a"))]).toEqual([
      { alive: [], dead: [] },
      { alive: [], dead: [] },
    ]);
  });
});

describe("a run", () => {
  it("of this process is alive from its beginning to its end", () => {
    const { at } = project({ "out/a.ts": "" });
    const run = beginRun(at("out"));
    expect(runsIn(at("out")).alive).toEqual([run]);
    endRun(run);
    expect(runsIn(at("out"))).toEqual({ alive: [], dead: [run] });
    removeRun(at("out"), run);
    expect(runsIn(at("out"))).toEqual({ alive: [], dead: [] });
  });

  it.each<[string, Partial<ProcessIdentity>, readonly [number, number]]>([
    ["of this process that it did not begin is dead", {}, [0, 1]],
    ["of a process that is gone is dead", { id: 4_194_300 }, [0, 1]],
    ["of a process whose id another one has by now is dead", { id: process.ppid, started: self.started + 1 }, [0, 1]],
    ["of a process that runs is alive", { id: process.ppid, started: processOf(process.ppid).started }, [1, 0]],
    ["of another machine is alive while it writes", { host: "elsewhere" }, [1, 0]],
    ["of another container is alive while it writes", { space: self.space + 1 }, [1, 0]],
  ])("%s", (_fact, other, counts) => {
    expect(countsIn(runOf(other))).toEqual(counts);
  });

  it.each<[string, Partial<ProcessIdentity>]>([
    ["machine", { host: "elsewhere" }],
    ["container", { space: self.space + 1 }],
    ["machine where this process's id is another's", { host: "elsewhere", id: 1 }],
  ])("of another %s is dead once it has not written for 8 seconds", (_where, other) => {
    expect([countsIn(runOf(other, 7)), countsIn(runOf(other, 9))]).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe("a run of another machine that ends while others look", () => {
  it("is dead", async () => {
    const { at } = runOf({ host: "elsewhere" });
    let runs = runsIn(at("out"));
    expect(runs.alive).toHaveLength(1);
    const end = ({ name, file }: Call): undefined => {
      if (name === "lstatSync") rmdirSync(at(`out/${file}`));
    };
    await withFaults(at("out"), end, async () => {
      runs = runsIn(at("out"));
    });
    expect([runs.alive.length, runs.dead.length]).toEqual([0, 1]);
  });
});

describe("the files of a run", () => {
  it("are removed by their names, and those of others are not", () => {
    const { at, read } = project({ "out/a.ts": "" });
    const run = beginRun(at("out"));
    for (const name of ["0", "12", "journal.json", "1a", "notes.md"])
      writeFileSync(at(`out/${run.name}/${name}`), name);
    reduceRun(at("out"), run);
    expect(() => removeRun(at("out"), run)).toThrow(/ENOTEMPTY/);
    expect(["1a", "notes.md"].map((name) => read(`out/${run.name}/${name}`))).toEqual(["1a", "notes.md"]);
    expect(() => read(`out/${run.name}/12`)).toThrow();
    endRun(run);
  });

  it("are the journal alone where something is left to mend, and none without one", () => {
    const { at, read } = project({ "out/a.ts": "" });
    const [first, second] = [beginRun(at("out")), beginRun(at("out"))];
    writeFileSync(at(`out/${first.name}/0`), "");
    writeFileSync(at(`out/${first.name}/journal.json`), "1");
    for (const run of [first, second]) reduceRun(at("out"), run);
    expect(read(`out/${first.name}/journal.json`)).toBe("1");
    expect(runsIn(at("out")).alive).toEqual([first]);
    for (const run of [first, second]) endRun(run);
  });
});
