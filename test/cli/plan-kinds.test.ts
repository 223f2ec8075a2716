import { describe, expect, it } from "vitest";
import type { Disk, DiskEntry } from "../../src/cli/disk.js";
import { hashOf } from "../../src/cli/manifest.js";
import {
  type Change,
  hasBanner,
  isRefused,
  isWork,
  isWriting,
  type Leftovers,
  planChanges,
} from "../../src/cli/plan.js";
import { banner } from "./fake-compile.js";

const ours = `${banner}a`;
const manifest = '{ "version": 1, "models": [] }';
const barred: DiskEntry = { kind: "barred", reason: "because" };
const closed: DiskEntry = { kind: "unreadable", reason: "because" };

function file(text: string): DiskEntry {
  return { kind: "file", bytes: Buffer.from(text) };
}

function formerOf(files: Readonly<Record<string, string>>): DiskEntry {
  const entries = Object.entries(files).map(([path, text]) => ({ file: path, hash: hashOf(text) }));
  return file(JSON.stringify({ version: 1, models: [], files: entries }));
}

function journalOf(files: Readonly<Record<string, string>>): Leftovers {
  return { folders: [], journal: Object.entries(files).map(([path, text]) => ({ file: path, hash: hashOf(text) })) };
}

function diskOf(entries: Readonly<Record<string, DiskEntry>>): Disk {
  return (path) => entries[path] ?? { kind: "absent" };
}

/** What a run that makes `a.ts` plans for it and for what former runs name; the manifest's own change is left out. */
function planned(entries: Readonly<Record<string, DiskEntry>>, leftovers?: Leftovers): readonly Change[] {
  const changes = planChanges([{ path: "a.ts", text: ours }], () => manifest, diskOf(entries), leftovers);
  return changes.filter(({ path }) => path !== "manifest.json");
}

function editedOf([change]: readonly Change[]): boolean | undefined {
  return change?.kind === "change" ? change.edited : undefined;
}

describe("an output", () => {
  it("is created where nothing stands, unchanged where the same stands", () => {
    expect(planned({})).toMatchObject([{ kind: "create", path: "a.ts", text: ours }]);
    expect(planned({ "a.ts": file(ours) })).toEqual([{ kind: "unchanged", path: "a.ts" }]);
  });

  it("is refused where nothing may be written, and where nobody can see what stands there", () => {
    expect(planned({ "a.ts": barred })).toEqual([{ kind: "barred", path: "a.ts", reason: "because" }]);
    expect(planned({ "a.ts": closed })).toEqual([{ kind: "unreadable", path: "a.ts", reason: "because" }]);
  });

  it("is refused where a file stands that is not ours, whatever its bytes", () => {
    expect(planned({ "a.ts": file("mine") })).toEqual([{ kind: "foreign", path: "a.ts" }]);
    expect(planned({ "a.ts": file("\0\0") })).toEqual([{ kind: "foreign", path: "a.ts" }]);
    expect(planned({ "a.ts": file("mine") }, journalOf({ "a.ts": "mine" }))).toEqual([
      { kind: "foreign", path: "a.ts" },
    ]);
  });

  it("is changed where our banner stands, the manifest names it, or a power loss left blanks of what a journal names", () => {
    expect(planned({ "a.ts": file(`${banner}b`) })).toMatchObject([
      { kind: "change", before: `${banner}b`, text: ours },
    ]);
    expect(planned({ "a.ts": file("mine"), "manifest.json": formerOf({ "a.ts": "b" }) })).toMatchObject([
      { kind: "change" },
    ]);
    expect(planned({ "a.ts": file("\0\0") }, journalOf({ "a.ts": "b" }))).toMatchObject([{ kind: "change" }]);
  });

  it("is said to be edited where former runs name other bytes, and those are no blanks", () => {
    const former = formerOf({ "a.ts": `${banner}b` });
    expect(editedOf(planned({ "a.ts": file(`${banner}c`), "manifest.json": former }))).toBe(true);
    expect(editedOf(planned({ "a.ts": file("mine"), "manifest.json": former }))).toBe(true);
    expect(editedOf(planned({ "a.ts": file(`${banner}b`), "manifest.json": former }))).toBe(false);
    expect(editedOf(planned({ "a.ts": file("\0"), "manifest.json": former }))).toBe(false);
    expect(editedOf(planned({ "a.ts": file(`${banner}c`) }))).toBe(false);
  });
});

describe("an output whose page is gone", () => {
  const stale = (entry: DiskEntry, former: DiskEntry | undefined, leftovers?: Leftovers): readonly Change[] =>
    planned({ "a.ts": file(ours), "b.ts": entry, ...(former && { "manifest.json": former }) }, leftovers).slice(1);

  it("is deleted where its bytes are ours and a former run names them", () => {
    const deletion = { kind: "delete", path: "b.ts", hash: hashOf(ours) };
    expect(stale(file(ours), formerOf({ "b.ts": ours }))).toEqual([deletion]);
    expect(stale(file(ours), undefined, journalOf({ "b.ts": ours }))).toEqual([deletion]);
  });

  it("is kept where it was edited", () => {
    const kept = [{ kind: "keep-edited", path: "b.ts" }];
    expect(stale(file(`${banner}c`), formerOf({ "b.ts": ours }))).toEqual(kept);
    expect(stale(file("mine"), formerOf({ "b.ts": ours }))).toEqual(kept);
    expect(stale(file(`${banner}c`), undefined, journalOf({ "b.ts": ours }))).toEqual(kept);
  });

  it("is kept where a former run names the bytes of a file that is not ours, which is said of a manifest alone", () => {
    expect(stale(file("mine"), formerOf({ "b.ts": "mine" }))).toEqual([{ kind: "keep-edited", path: "b.ts" }]);
    expect(stale(file("mine"), undefined, journalOf({ "b.ts": "mine" }))).toEqual([]);
  });

  it("is nothing where it is gone too, and is said where nothing may be deleted or seen", () => {
    const former = formerOf({ "b.ts": ours });
    expect(stale({ kind: "absent" }, former)).toEqual([]);
    expect(stale(barred, former)).toEqual([{ kind: "untrusted", path: "b.ts", reason: "because" }]);
    expect(stale(closed, former)).toEqual([{ kind: "unreadable", path: "b.ts", reason: "because" }]);
  });
});

describe("the manifest", () => {
  const manifestChange = (entries: Readonly<Record<string, DiskEntry>>): Change | undefined =>
    planChanges([{ path: "a.ts", text: ours }], () => manifest, diskOf(entries)).at(-1);

  it.each<[string, DiskEntry, Partial<Change>]>([
    ["is created where there is none", { kind: "absent" }, { kind: "create", text: manifest }],
    ["is unchanged where it is the same", file(manifest), { kind: "unchanged" }],
    ["is changed where it is another one of ours", formerOf({}), { kind: "change", text: manifest, edited: false }],
    ["is refused where it is not ours", file("{}"), { kind: "foreign" }],
    ["is refused where nothing may be written", barred, barred],
    ["is refused where it cannot be seen", closed, closed],
  ])("%s", (_fact, entry, change) => {
    expect(manifestChange({ "manifest.json": entry })).toMatchObject({ ...change, path: "manifest.json" });
  });

  it("waits where an output cannot be seen", () => {
    expect(manifestChange({ "a.ts": closed })).toEqual({
      kind: "unreadable",
      path: "manifest.json",
      reason: "outputs that it would name cannot be read",
    });
  });
});

describe("a change", () => {
  const texts = { text: "", before: "", edited: false };
  const base = { path: "a.ts", reason: "", hash: "", ...texts };
  const kinds = (matches: (change: Change) => boolean): readonly string[] => {
    const all: readonly Change["kind"][] = [
      "create",
      "change",
      "unchanged",
      "delete",
      "keep-edited",
      "leftover",
      "foreign",
      "barred",
      "unreadable",
      "untrusted",
      "interrupted",
    ];
    return all.filter((kind) => matches({ ...base, kind }));
  };

  it("is work where something is written or removed", () => {
    expect(kinds(isWork)).toEqual(["create", "change", "delete", "interrupted"]);
    expect(kinds(isWriting)).toEqual(["create", "change"]);
  });

  it("is a refusal where an output stays unwritten", () => {
    expect(kinds(isRefused)).toEqual(["foreign", "barred", "unreadable"]);
  });
});

it("finds the banner in a first line that nothing ends", () => {
  expect(hasBanner(Buffer.from("// Code generated by modelmark"))).toBe(true);
  expect(hasBanner(Buffer.from("//\n// Code generated by modelmark"))).toBe(false);
});
