import { describe, expect, it } from "vitest";
import type { Disk } from "../../src/cli/disk.js";
import { hashOf } from "../../src/cli/manifest.js";
import { type Leftovers, planChanges } from "../../src/cli/plan.js";
import type { OutputFile } from "../../src/compile.js";
import { banner } from "./fake-compile.js";

const manifestOf = (): string => '{ "version": 1, "models": [] }';

describe("planChanges", () => {
  it("writes an output anew where a stale one differs in letter case alone and the disk takes both for one", () => {
    const text = `${banner}same`;
    const disk = foldingDisk({ "Foo.ts": text, "manifest.json": formerOf({ "Foo.ts": text }) });
    expect(kindsOf([{ path: "foo.ts", text }], disk)).toEqual([
      "delete Foo.ts",
      "create foo.ts",
      "change manifest.json",
    ]);
  });

  it("knows an output that an interrupted run renamed by letter case alone", () => {
    const text = `${banner}new`;
    const disk = foldingDisk({ "foo.ts": text, "manifest.json": formerOf({ "Foo.ts": `${banner}old` }) });
    const leftovers = { journal: [{ file: "foo.ts", hash: hashOf(text) }], folders: [".modelmark-1"] };
    expect(kindsOf([{ path: "foo.ts", text: `${banner}newer` }], disk, leftovers)).toEqual([
      "interrupted .modelmark-1",
      "delete Foo.ts",
      "change foo.ts",
      "change manifest.json",
    ]);
  });

  it("does the same for two forms of one Unicode text", () => {
    const text = `${banner}same`;
    const disk = foldingDisk({ "e\u0301.ts": text, "manifest.json": formerOf({ "e\u0301.ts": text }) });
    expect(kindsOf([{ path: "\u00e9.ts", text }], disk)).toEqual([
      "delete e\u0301.ts",
      "create \u00e9.ts",
      "change manifest.json",
    ]);
  });

  it("reads a banner from the first line alone", () => {
    const disk = foldingDisk({ "a.ts": `\n${banner}`, "b.ts": banner.trim(), "c.ts": "" });
    const files = ["a.ts", "b.ts", "c.ts"].map((path) => ({ path, text: "new" }));
    expect(kindsOf(files, disk)).toEqual(["foreign a.ts", "change b.ts", "foreign c.ts", "create manifest.json"]);
  });

  it("names what it refuses in no manifest", () => {
    const seen: unknown[] = [];
    const listing = (files: readonly { readonly path: string }[]): string => {
      seen.push(files.map((file) => file.path));
      return "";
    };
    const files = ["a.ts", "b.ts", "../c.ts"].map((path) => ({ path, text: "new" }));
    planChanges(files, listing, (file) => (file.startsWith("..") ? { kind: "barred", reason: "" } : disk(file)));
    expect(seen).toEqual([["b.ts"]]);
  });
});

const disk = foldingDisk({ "a.ts": "mine" });

function kindsOf(files: readonly OutputFile[], on: Disk, leftovers?: Leftovers): readonly string[] {
  return planChanges(files, manifestOf, on, leftovers).map((change) => `${change.kind} ${change.path}`);
}

function formerOf(files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(([file, text]) => ({ file, hash: hashOf(text) }));
  return JSON.stringify({ version: 1, models: [], files: entries });
}

/** A disk that tells neither letter case nor Unicode's forms apart, as those of macOS. */
function foldingDisk(files: Readonly<Record<string, string>>): Disk {
  const fold = (path: string): string => path.normalize("NFC").toLowerCase();
  const folded = new Map(Object.entries(files).map(([path, text]) => [fold(path), text]));
  return (path) => {
    const text = folded.get(fold(path));
    return text === undefined ? { kind: "absent" } : { kind: "file", bytes: Buffer.from(text) };
  };
}
