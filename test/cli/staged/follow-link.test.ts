import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IndexEntry } from "../../../src/cli/git/index-entries.js";
import { followLink, type LinkTarget } from "../../../src/cli/staged/follow-link.js";
import { project } from "../project.js";

const outside = { kind: "outside", isFolder: false };

/** Follows `docs/link` where links, which have their texts, and files are staged. */
function follow(links: Readonly<Record<string, string>>, files: readonly string[] = [], top = "/nowhere"): LinkTarget {
  return followIn("docs/", "docs/link", links, files, top);
}

/** Follows a link; the name of a file's blob is its path. */
function followIn(
  docs: string,
  link: string,
  links: Readonly<Record<string, string>>,
  files: readonly string[] = [],
  top = "/nowhere",
): LinkTarget {
  const entries = [
    ...Object.keys(links).map((path) => entryOf("120000", path, `text of ${path}`)),
    ...files.map((path) => entryOf("100644", path, path)),
  ];
  const texts = new Map(Object.entries(links).map(([path, text]) => [`text of ${path}`, text]));
  const found = entries.find((entry) => entry.path === link);
  if (found === undefined) throw new Error(`${link} is not staged`);
  return followLink(top, docs, entries, (id) => texts.get(id))(found);
}

function entryOf(mode: string, path: string, id: string): IndexEntry {
  return { path, mode, id, flag: undefined };
}

describe("a staged link", () => {
  it("leads to a file from the folder that it stands in", () => {
    expect(follow({ "docs/link": "a/foo" }, ["docs/a/foo"])).toEqual({ kind: "file", id: "docs/a/foo" });
    expect(followIn("docs/", "docs/b/link", { "docs/b/link": "../a/foo" }, ["docs/a/foo"])).toEqual({
      kind: "file",
      id: "docs/a/foo",
    });
  });

  it("leads through links, and through linked folders, each from where it stands", () => {
    const links = { "docs/link": "one/a", "docs/one": "in/two", "docs/in/two": "../three", "docs/three/a": "b" };
    expect(follow(links, ["docs/three/b"])).toEqual({ kind: "file", id: "docs/three/b" });
  });

  it("leads to a folder that holds something staged, as the docs folder does", () => {
    expect(follow({ "docs/link": "a" }, ["docs/a/b/foo"])).toEqual({ kind: "folder" });
    expect(follow({ "docs/link": "a/b" }, ["docs/a/b/foo"])).toEqual({ kind: "folder" });
    expect(follow({ "docs/link": "../docs" })).toEqual({ kind: "folder" });
  });

  it("leads nowhere where nothing is staged there, as where its own text is not there", () => {
    expect(follow({ "docs/link": "a" })).toEqual({ kind: "nowhere" });
    const entry = entryOf("120000", "docs/link", "a");
    expect(followLink("/nowhere", "docs/", [entry], () => undefined)(entry)).toEqual({ kind: "nowhere" });
  });

  it("leads nowhere where it leads round, or through more than 40 links", () => {
    expect(follow({ "docs/link": "link" })).toEqual({ kind: "nowhere" });
    expect(follow({ "docs/link": "other", "docs/other": "link" })).toEqual({ kind: "nowhere" });
    const links = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`docs/link${"x".repeat(at)}`, `link${"x".repeat(at + 1)}`]),
      );
    expect(follow(links(40), [`docs/link${"x".repeat(40)}`]).kind).toBe("file");
    expect(follow(links(41), [`docs/link${"x".repeat(41)}`]).kind).toBe("nowhere");
  });

  it("leads outside where it leads out of the docs folder, whatever is staged there", () => {
    expect(follow({ "docs/link": "../other/a" }, ["other/a"])).toEqual(outside);
    expect(follow({ "docs/link": "../docs-too/a" }, ["docs-too/a"])).toEqual(outside);
  });

  it("leads outside where it is absolute, be the docs folder the top of the working tree", () => {
    expect(follow({ "docs/link": "/a" }, ["docs/a"])).toEqual(outside);
    expect(followIn("", "link", { link: "/nowhere" })).toEqual(outside);
  });

  it.each(["..", "../", "../a"])("leads outside of the top of the working tree by %s", (text) => {
    const { at } = project({ "top/a": "" });
    const found = followIn("", "link", { link: text }, [], at("top"));
    expect(found.kind).toBe("outside");
  });

  it("is told apart where it leads to a folder outside, which is looked at on the disk", () => {
    const { at } = project({ "other/a": "" });
    expect(follow({ "docs/link": "../other" }, [], at("."))).toEqual({ kind: "outside", isFolder: true });
    expect(follow({ "docs/link": "../other/a" }, [], at("."))).toEqual(outside);
    expect(follow({ "docs/link": "../gone" }, [], at("."))).toEqual(outside);
  });

  it("leads to no folder where the system does not look there", () => {
    const { at } = project({ "other/a": "" });
    symlinkSync("round", at("round"));
    for (const text of ["../other/a/b", "../round", "../a\0b", `../${"a".repeat(300)}`]) {
      expect(follow({ "docs/link": text }, [], at("."))).toEqual(outside);
    }
  });
});
