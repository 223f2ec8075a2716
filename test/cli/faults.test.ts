import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Call, type Fault, isReading, withFaults } from "./faulty-disk.js";
import { type Finished, type Project, project } from "./project.js";

type Files = Readonly<Record<string, string>>;

const before: Files = { "a/foo.md": "# Foo\n", "a/bar.md": "# Bar\n", "c.md": "# C\n", "gone/deep/d.md": "# D\n" };
const after: Files = {
  "a/foo.md": "# Foo\nmore\n",
  "a/bar.md": "# Bar\n",
  "c.md": "# Other\n",
  "new/deep/e.md": "# E\n",
};
const later: Files = { "a/foo.md": "# Foo\nless\n", "a/new.md": "# New\n" };

const codes = ["ENOSPC", "EACCES", "EROFS", "EIO", "EMFILE"];
const readingCodes = ["EACCES", "EIO", "EMFILE"];

/** Each test runs some hundred times, which takes seconds on a machine that has nothing else to do. */
const timeout = 300_000;

/** Where files are in memory, thousands of runs take seconds. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir();

/** Files of the user in the output folder. */
const foreign: Files = { "a/mine.txt": "mine", "gone/mine.ts": "mine too" };

describe("a call of the file system that fails", { timeout }, () => {
  it.each(codes)("with %s loses nothing, is said, and is mended by the next run, whichever it is", async (code) => {
    const lab = await laboratory();
    for (const target of (await callsOf(lab)).filter((call) => !isReading(call) || readingCodes.includes(code))) {
      await expectMended(lab, target, (call) => (call.index === target.index ? code : undefined), code);
    }
  });

  it.each(["ENOSPC", "EROFS", "EIO"])("with %s from then on does no other harm", async (code) => {
    const lab = await laboratory();
    const isPossible = (call: Call): boolean => !isReading(call) || code === "EIO";
    for (const target of (await callsOf(lab)).filter(isPossible)) {
      const isFaulty = (call: Call): boolean => call.index >= target.index && isPossible(call);
      await expectMended(lab, target, (call) => (isFaulty(call) ? code : undefined), code);
    }
  });
});

describe("a run that is killed", { timeout }, () => {
  it.each([
    ["the same pages", after],
    ["the pages of the run before", before],
    ["other pages", later],
  ])("at any call is mended by the next run with %s", async (_what, pages) => {
    const lab = await laboratory();
    for (const target of await callsOf(lab)) {
      await lab.run(after, killedAt(target.index));
      expect(lab.torn(), said(target)).toEqual([]);
      await lab.mended(pages, target);
    }
  });

  it("again and again, with other pages each time, is mended at once", async () => {
    const lab = await laboratory();
    const calls = await callsOf(lab);
    for (const target of calls.filter((call) => call.index % 3 === 0)) {
      await lab.run(after, killedAt(target.index));
      for (const [index, pages] of [later, before, after].entries()) {
        await lab.goOn(pages, killedAt(Math.floor(((target.index + 7 * index) * 5) % calls.length)));
      }
      expect(lab.torn(), said(target)).toEqual([]);
      await lab.mended(later, target);
    }
  });

  it("leaves what check names, and no output that it calls edited", async () => {
    const lab = await laboratory();
    const calls = await callsOf(lab);
    const placed = calls.filter((call) => call.name === "renameSync");
    expect(placed.length).toBeGreaterThan(2);
    for (const target of placed.slice(1)) {
      await lab.run(after, killedAt(target.index));
      const { code, stderr } = await lab.made.run(["check"]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^\.modelmark-\S+ {2}left by a run that was interrupted$/m);
      expect(stderr).not.toContain("edited by hand");
    }
  });
});

function killedAt(index: number): Fault {
  return (call) => (call.index >= index ? "killed" : undefined);
}

interface Laboratory {
  readonly made: Project;
  /** From the outputs of `before`, generates from other pages with faults. */
  readonly run: (pages: Files, fault: Fault) => Promise<Experiment>;
  /** Generates from what is there. */
  readonly goOn: (pages: Files, fault: Fault) => Promise<Experiment>;
  /** Whether the next run, without faults, leaves exactly what a clean one writes. */
  readonly mended: (pages: Files, target: Call) => Promise<void>;
  /** Files beside those of runs that are neither, byte for byte, what some run writes, nor the user's. */
  readonly torn: () => readonly string[];
}

interface Experiment {
  readonly finished: Finished;
  readonly calls: readonly Call[];
}

async function laboratory(): Promise<Laboratory> {
  const made = project({}, memory);
  const clean = new Map<Files, Files>();
  for (const pages of [before, after, later]) clean.set(pages, await cleanRun(pages));
  const start = project({}, memory);
  cpSync(await outputsOf(before), start.at("generated"), { recursive: true });
  const goOn = async (pages: Files, fault: Fault): Promise<Experiment> => {
    setPages(made, pages);
    let finished: Finished = { code: -1, stdout: "", stderr: "" };
    const calls = await withFaults(made.at("generated"), fault, async () => {
      finished = await made.run(["generate"]);
    });
    return { finished, calls };
  };
  return {
    made,
    goOn,
    run: async (pages, fault) => {
      rmSync(made.at("generated"), { recursive: true, force: true });
      cpSync(start.at("generated"), made.at("generated"), { recursive: true });
      for (const [file, text] of Object.entries(foreign)) made.write(`generated/${file}`, text);
      return await goOn(pages, fault);
    },
    mended: async (pages, target) => {
      setPages(made, pages);
      const { code, stderr } = await made.run(["generate"]);
      expect(treeOf(made.at("generated")), said(target)).toEqual({ ...clean.get(pages), ...foreign });
      expect([code, stderr.includes("warning")], said(target)).toEqual([0, false]);
    },
    torn: () => {
      const known = [...clean.values(), foreign];
      const found = Object.entries(treeOf(made.at("generated"))).filter(([file]) => !/^\.modelmark|\/$/.test(file));
      const wrong = found.filter(([file, text]) => !known.some((files) => files[file] === text)).map(([file]) => file);
      return [...wrong, ...Object.keys(foreign).filter((file) => !existsSync(made.at(`generated/${file}`)))];
    },
  };
}

async function callsOf(lab: Laboratory): Promise<readonly Call[]> {
  const { calls, finished } = await lab.run(after, () => undefined);
  expect(finished.code).toBe(0);
  return calls;
}

async function expectMended(lab: Laboratory, target: Call, fault: Fault, code: string): Promise<void> {
  for (const next of [after, before]) {
    const { finished } = await lab.run(after, fault);
    expect(lab.torn(), said(target)).toEqual([]);
    // A refused look at the manifest alone makes the run look again.
    if (finished.code !== 0) expect(finished.stderr, said(target)).toContain(`(${code})`);
    expect([0, 1], said(target)).toContain(finished.code);
    if (finished.code === 0) expect((await lab.made.run(["check"])).code, said(target)).toBe(0);
    await lab.mended(next, target);
  }
}

function said({ index, name, file }: Call): string {
  return `call ${index}: ${name} ${file}`;
}

function setPages(made: Project, pages: Files): void {
  rmSync(made.at("models-docs"), { recursive: true, force: true });
  mkdirSync(made.at("models-docs"));
  for (const [file, text] of Object.entries(pages)) made.write(`models-docs/${file}`, text);
}

async function outputsOf(pages: Files): Promise<string> {
  const made = project({}, memory);
  setPages(made, pages);
  await made.run(["generate"]);
  return made.at("generated");
}

async function cleanRun(pages: Files): Promise<Files> {
  return treeOf(await outputsOf(pages));
}

/** Path → text; folders that are empty are listed too. */
function treeOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll(path.sep, "/"));
  return Object.fromEntries(
    names.flatMap((name): (readonly [string, string])[] => {
      const place = path.join(folder, name);
      if (!statSync(place).isDirectory()) return [[name, readFileSync(place, "utf8")]];
      return readdirSync(place).length === 0 ? [[`${name}/`, ""]] : [];
    }),
  );
}
