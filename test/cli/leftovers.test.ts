import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { expect, it } from "vitest";
import { beginningOf, findLeftovers, isForeignFolder } from "../../src/cli/leftovers.js";
import { banner } from "./fake-compile.js";
import { withFaults } from "./faulty-disk.js";
import { project } from "./project.js";

const manifest = '{ "version": 1, "models": [], "files": [] }';

function leftoversOf(files: Readonly<Record<string, string>>, named: readonly string[] = []): readonly string[] {
  const { at } = project(files);
  return findLeftovers(at("out"), named).map(({ path }) => path);
}

it("finds outputs of ours that nobody names, in folders too", () => {
  expect(leftoversOf({ "out/a.ts": banner, "out/b/c/d.ts": banner, "out/e.ts": banner }, ["e.ts"])).toEqual([
    "a.ts",
    "b/c/d.ts",
  ]);
});

it("finds no file that is not ours, and none that is not called like an output", () => {
  expect(
    leftoversOf({ "out/a.ts": "mine", "out/b.txt": banner, "out/c.ts/d.txt": banner, "out/e.ts": `\n${banner}` }),
  ).toEqual([]);
});

it("finds no file that is called as a named one but for letter case or a form of Unicode", () => {
  expect(leftoversOf({ "out/a.ts": banner, "out/e\u0301.ts": banner }, ["A.ts", "\u00e9.ts"])).toEqual([]);
});

it("goes into no folder of packages, no hidden one and no linked one", () => {
  const { at, write } = project({ "out/node_modules/a.ts": banner, "out/.git/b.ts": banner, "elsewhere/c.ts": banner });
  symlinkSync("../elsewhere", at("out/linked"));
  expect(findLeftovers(at("out"), [])).toEqual([]);
  write("out/e.ts", banner);
  expect(findLeftovers(at("out"), [])).toEqual([{ kind: "leftover", path: "e.ts" }]);
  expect([".git", "node_modules", "models"].map(isForeignFolder)).toEqual([true, true, false]);
});

it("leaves the outputs of another configuration, which have a manifest of their own", () => {
  const files = {
    "out/manifest.json": manifest,
    "out/a.ts": banner,
    "out/b/manifest.json": manifest,
    "out/b/c.ts": banner,
  };
  expect(leftoversOf(files)).toEqual(["a.ts"]);
  expect(leftoversOf({ ...files, "out/b/manifest.json": "{}" })).toEqual(["a.ts", "b/c.ts"]);
});

it("takes no folder for another configuration's whose manifest is a folder", () => {
  const { at, write } = project({ "out/b/c.ts": banner });
  mkdirSync(at("out/b/manifest.json"));
  write("out/d.ts", "");
  expect(findLeftovers(at("out"), []).map(({ path }) => path)).toEqual(["b/c.ts"]);
});

it("finds nothing where there is no output folder", () => {
  expect(leftoversOf({ "a.ts": banner })).toEqual([]);
});

it("opens no link and no pipe, and no file where each is named", async () => {
  const { at } = project({ "out/a.ts": banner, "elsewhere/b.ts": banner });
  symlinkSync("../elsewhere/b.ts", at("out/b.ts"));
  execFileSync("mkfifo", [at("out/c.ts")]);
  const calls = await withFaults(
    at("out"),
    () => undefined,
    async () => {
      expect(findLeftovers(at("out"), ["a.ts"])).toEqual([]);
    },
  );
  expect(calls.map(({ name }) => name)).toEqual(["readdirSync"]);
});

it("reads the beginning of a file, and nothing of what is none", () => {
  const { at } = project({ "a.ts": "ab", "b.ts": "b".repeat(10_000) });
  expect(["a.ts", "b.ts", ".", "c.ts"].map((file) => beginningOf(at(file)).length)).toEqual([2, 8192, 0, 0]);
});
