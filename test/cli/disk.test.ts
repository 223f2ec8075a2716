import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type DiskEntry, diskOf, isClosed, placesOf, realPathOf } from "../../src/cli/disk.js";
import { NotAFile, openRegular, readRegular, TooLarge } from "../../src/cli/regular-file.js";
import { type Fault, withFaults } from "./faulty-disk.js";
import { type Project, project } from "./project.js";

const outside = { kind: "barred", reason: "a symbolic link leads out of the output folder" };

function out(files: Readonly<Record<string, string>> = {}): Project {
  const made = project(files);
  mkdirSync(made.at("out"), { recursive: true });
  return made;
}

async function lookWithFault({ at }: Project, file: string, fault: Fault): Promise<DiskEntry> {
  const found: DiskEntry[] = [];
  await withFaults(at("."), fault, async () => {
    found.push(diskOf(at("out"))(file));
  });
  const [entry] = found;
  if (entry === undefined) throw new Error("Nothing was looked at");
  return entry;
}

describe("what stands at a path of the output folder", () => {
  it("is a file with its bytes", () => {
    const { at } = out({ "out/a/b.ts": "b" });
    expect(diskOf(at("out"))("a/b.ts")).toEqual({ kind: "file", bytes: Buffer.from("b") });
  });

  it("is nothing where there is no file, no folder of it, or no output folder", () => {
    const { at } = out({ "out/a/b.ts": "b" });
    expect(diskOf(at("out"))("a/c.ts")).toEqual({ kind: "absent" });
    expect(diskOf(at("out"))("c/d/e.ts")).toEqual({ kind: "absent" });
    expect(placesOf(at("out"))("c/d/e.ts")).toEqual({ kind: "absent" });
    expect(diskOf(at("nowhere/out"))("c/d/e.ts")).toEqual({ kind: "absent" });
  });

  it.each(["../a.ts", "/a.ts", "a/../../b.ts", "c:a.ts", "a\\b.ts", "a\0.ts"])(
    "is barred where %j leads out",
    (file) => {
      const { at } = out({ "a.ts": "", "b.ts": "" });
      expect(diskOf(at("out"))(file)).toEqual({ kind: "barred", reason: "the path leads out of the output folder" });
      expect(placesOf(at("out"))(file)).toEqual({ kind: "barred", reason: "the path leads out of the output folder" });
    },
  );

  it("is barred where a linked folder leads out, and below such a folder", () => {
    const { at } = out({ "elsewhere/a.ts": "" });
    symlinkSync("../elsewhere", at("out/a"));
    expect(diskOf(at("out"))("a/a.ts")).toEqual(outside);
    expect(diskOf(at("out"))("a/b/c/d.ts")).toEqual(outside);
  });

  it("is barred where a folder is linked to one beside the output folder whose name starts alike", () => {
    const { at } = out({ "output/a.ts": "" });
    symlinkSync("../output", at("out/a"));
    expect(diskOf(at("out"))("a/a.ts")).toEqual(outside);
  });

  it("is found through a linked folder inside", () => {
    const { at } = out({ "out/a/b.ts": "b" });
    symlinkSync("a", at("out/c"));
    expect(diskOf(at("out"))("c/b.ts").kind).toBe("file");
    expect(diskOf(at("out"))("c/d.ts").kind).toBe("absent");
    expect(placesOf(at("out"))("c/b.ts")).toEqual({ kind: "place", place: `${at("out")}/c/b.ts` });
  });

  it.each([
    ["a link", (place: string) => symlinkSync("a.ts", place), "a symbolic link is in the way"],
    ["a link to nowhere", (place: string) => symlinkSync("nowhere", place), "a symbolic link is in the way"],
    ["a folder", (place: string) => mkdirSync(place), "a folder is in the way"],
    ["a pipe", (place: string) => execFileSync("mkfifo", [place]), "a socket, pipe or device is in the way"],
  ])("is barred where it is %s", (_what, make, reason) => {
    const { at } = out({ "out/a.ts": "a" });
    make(at("out/b.ts"));
    expect(diskOf(at("out"))("b.ts")).toEqual({ kind: "barred", reason });
  });

  it("is barred where a file, or a link to nowhere, is in the way of its folder", () => {
    const { at } = out({ "out/a": "a" });
    symlinkSync("nowhere", at("out/b"));
    expect(diskOf(at("out"))("a/b.ts")).toEqual({ kind: "barred", reason: "a file is in the way of its folder" });
    expect(diskOf(at("out"))("a/b/c.ts").kind).toBe("barred");
    expect(diskOf(at("out"))("b/c.ts")).toEqual({ kind: "barred", reason: "a symbolic link is in the way" });
    expect(diskOf(at("out"))("b/c/d.ts")).toEqual({ kind: "barred", reason: "a symbolic link is in the way" });
  });

  it("is barred where its name is too long, or links go round", () => {
    const { at } = out();
    symlinkSync("b", at("out/a"));
    symlinkSync("a", at("out/b"));
    expect(diskOf(at("out"))(`${"a".repeat(300)}.ts`).kind).toBe("barred");
    expect(diskOf(at("out"))("a/b.ts").kind).toBe("barred");
  });

  it("is closed where the system does not let it be seen", async () => {
    const made = out({ "out/a/b.ts": "b" });
    const file = await lookWithFault(made, "a/b.ts", ({ name, file }) =>
      name === "lstatSync" && file.endsWith("b.ts") ? "EACCES" : undefined,
    );
    const folder = await lookWithFault(made, "a/b.ts", ({ name, file }) =>
      name === "realpathSync" && file.endsWith("out/a") ? "EACCES" : undefined,
    );
    expect([file.kind, folder.kind]).toEqual(["unreadable", "unreadable"]);
    expect([file, folder].map(isClosed)).toEqual([true, true]);
  });

  it("is closed where it is barred, and open where it is a file or nothing", () => {
    const { at } = out({ "out/a.ts": "a" });
    expect(["a.ts", "b.ts", "../c.ts"].map((file) => isClosed(diskOf(at("out"))(file)))).toEqual([false, false, true]);
  });
});

describe("the real path of a folder", () => {
  it("follows links as far as it exists", () => {
    const { at } = out();
    symlinkSync("out", at("linked"));
    expect(realPathOf(at("linked/a/b"))).toBe(`${realpathSync(at("out"))}/a/b`);
  });

  it("is the path itself where it cannot be asked", async () => {
    const { at } = out();
    symlinkSync("out", at("linked"));
    const found: string[] = [];
    const closed: Fault = ({ name, file }) => (name === "realpathSync" && file === "linked/a" ? "EACCES" : undefined);
    await withFaults(at("."), closed, async () => {
      found.push(realPathOf(at("linked/a")));
    });
    expect(found).toEqual([at("linked/a")]);
  });

  it("is asked of each folder once where nothing is there at all", async () => {
    const nothing: Fault = ({ name }) => (name === "realpathSync" ? "ENOENT" : undefined);
    const calls = await withFaults("/", nothing, async () => {
      realPathOf("/a/b");
    });
    expect(calls.map(({ file }) => file)).toEqual(["a/b", "a", ""]);
  });
});

describe("a file that is opened", () => {
  it("is no folder, pipe or device", () => {
    const { at } = out();
    execFileSync("mkfifo", [at("pipe")]);
    for (const place of [at("out"), at("pipe"), "/dev/null"])
      expect(() => openRegular(place, "follow")).toThrow(NotAFile);
  });

  it("may be linked where links are followed alone", () => {
    const { at } = out({ "a.ts": "a" });
    symlinkSync("a.ts", at("b.ts"));
    expect(readRegular(at("b.ts"), "follow").toString()).toBe("a");
    expect(() => readRegular(at("b.ts"), "refuse")).toThrow(/ELOOP/);
  });

  it("has no more bytes than are to be read", () => {
    const { at } = out({ "a.ts": "1234" });
    expect(readRegular(at("a.ts"), "follow", 4).toString()).toBe("1234");
    expect(() => readRegular(at("a.ts"), "follow", 3)).toThrow(TooLarge);
  });
});
