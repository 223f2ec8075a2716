import { existsSync, readdirSync, symlinkSync, utimesSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cacheOf } from "../../src/cli/cache/cache.js";
import { cacheFolder } from "../../src/cli/cache/cache-folder.js";
import {
  pruneCached,
  readCached,
  readCachedBytes,
  readSealed,
  writeCached,
  writeSealed,
} from "../../src/cli/cache/cached-file.js";
import { fakeCompile } from "./fake-compile.js";
import { project } from "./project.js";

describe("a file of the cache", () => {
  it("is read as it was written, with its folders made", () => {
    const { at } = project({});
    writeCached(at("cache/runs/a.json"), '{"a":1}');
    expect(readCached(at("cache/runs/a.json"))).toEqual({ a: 1 });
    expect(readdirSync(at("cache/runs"))).toEqual(["a.json"]);
  });

  it("is nothing where it is not there, is damaged, or is a link", () => {
    const { at } = project({ "a.json": "{", "b.json": "1" });
    symlinkSync("b.json", at("c.json"));
    expect(["a.json", "c.json", "d.json"].map((file) => readCached(at(file)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(readCachedBytes(at("c.json"))).toBeUndefined();
    expect(readCached(at("b.json"))).toBe(1);
  });

  it("is not written where its folder or the cache is a link", () => {
    const { at } = project({ "elsewhere/runs/b.json": "" });
    symlinkSync("elsewhere", at("cache"));
    symlinkSync("elsewhere/runs", at("runs"));
    writeCached(at("cache/runs/a.json"), "1");
    writeCached(at("runs/a.json"), "1");
    expect(readdirSync(at("elsewhere/runs"))).toEqual(["b.json"]);
  });
});

describe("a sealed file", () => {
  it("is read as it was written", () => {
    const { at } = project({});
    writeSealed(at("cache/runs/a.json"), { a: [1] });
    expect(readSealed(at("cache/runs/a.json"))).toEqual({ a: [1] });
  });

  it("is nothing where anything has changed, or is gone", () => {
    const { at, read, write } = project({});
    writeSealed(at("cache/runs/a.json"), { a: [1] });
    const text = read("cache/runs/a.json");
    for (const changed of [text.replace("[1]", "[2]"), text.slice(9), `${text} `, "", "a"]) {
      write("cache/runs/a.json", changed);
      expect(readSealed(at("cache/runs/a.json"))).toBeUndefined();
    }
    expect(readSealed(at("cache/runs/b.json"))).toBeUndefined();
  });
});

describe("a folder of the cache", () => {
  const names = ["0123456789abcdef", "fedcba98.json", "fedcba98.json.12-ab3z", "0123abcd"];
  const others = ["README.md", "0123", "0123456G", "fedcba98.json.A", "fedcba9z", "g1234567", "fedcba98.json.a_b"];

  it("loses its oldest files, and none that is not called as they are", () => {
    const { at } = project(Object.fromEntries([...names, ...others].map((name) => [`cache/runs/${name}`, ""])));
    for (const [age, name] of names.entries()) utimesSync(at(`cache/runs/${name}`), 1000 - age, 1000 - age);
    pruneCached(at("cache/runs"), 2);
    const left = readdirSync(at("cache/runs"));
    expect(names.filter((name) => left.includes(name))).toEqual(names.slice(0, 2));
    pruneCached(at("cache/runs"), 0);
    expect(readdirSync(at("cache/runs"))).toEqual([...others].sort());
  });

  it.each(names)("loses what is called %s", (name) => {
    const { at } = project({ [`cache/runs/${name}`]: "" });
    pruneCached(at("cache/runs"), 0);
    expect(readdirSync(at("cache/runs"))).toEqual([]);
  });

  it("loses nothing where it, or the cache, is a link", () => {
    const { at } = project({ "elsewhere/runs/0123456789abcdef": "" });
    symlinkSync("elsewhere", at("cache"));
    symlinkSync("elsewhere/runs", at("runs"));
    pruneCached(at("cache/runs"), 0);
    pruneCached(at("runs"), 0);
    expect(existsSync(at("elsewhere/runs/0123456789abcdef"))).toBe(true);
  });

  it("need not be there", () => {
    const { at } = project({});
    expect(() => pruneCached(at("cache/runs"), 0)).not.toThrow();
  });
});

describe("the place of the cache", () => {
  it("is beside the nearest packages upwards", () => {
    const { at } = project({ "node_modules/a": "", "b/c/d": "" });
    const environment = { env: {}, cwd: at(".") };
    expect(cacheFolder(at("b/c"), environment)).toBe(at("node_modules/.cache/modelmark"));
  });

  it("is where the environment says, without links", () => {
    const { at } = project({ "real/a": "" });
    symlinkSync("real", at("linked"));
    expect(cacheFolder("/", { env: { MODELMARK_CACHE: "linked/b" }, cwd: at(".") })).toBe(at("real/b"));
  });

  it("is nowhere where there are no packages", () => {
    expect(cacheFolder("/", { env: { MODELMARK_CACHE: "" }, cwd: "/" })).toBeUndefined();
  });
});

describe("the cache of a run", () => {
  const stream = { write: () => true };
  const environment = { env: {}, cwd: "/", stdout: stream, stderr: stream };

  it("is of the generator that the pipeline is said to be", () => {
    const { at } = project({ "node_modules/a": "" });
    const said = { ...environment, compile: fakeCompile, generator: "one" };
    expect(cacheOf({ folder: at(".") }, said)).toEqual({
      folder: at("node_modules/.cache/modelmark"),
      generator: "one",
    });
  });

  it("is none where nobody says which generator it is of, as when that runs from its sources", () => {
    const { at } = project({ "node_modules/a": "" });
    expect(cacheOf({ folder: at(".") }, environment)).toBeUndefined();
    expect(cacheOf({ folder: at(".") }, { ...environment, compile: fakeCompile })).toBeUndefined();
  });

  it("is none where there is no place for one", () => {
    expect(cacheOf({ folder: "/" }, { ...environment, compile: fakeCompile, generator: "one" })).toBeUndefined();
  });
});
