import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { differences, isSame, lookAt, type Sight } from "../../../src/cli/watch/sight.js";
import { type Project, project } from "../project.js";

const pages = { "docs/a/foo.md": "# Foo\n", "docs/bar.mdx": "# Bar\n" };

describe("a look at the docs folder", () => {
  it("sees the pages that a run reads, and nothing else", () => {
    const others = { "docs/notes.txt": "", "docs/.hidden/x.md": "", "docs/node_modules/y.md": "", "z.md": "" };
    const { at } = project({ ...pages, ...others });
    expect([...look(at).pages.keys()].sort()).toEqual(["a/foo.md", "bar.mdx"]);
  });

  it("sees configuration files that are there", () => {
    const { at } = project({ ...pages, "one.json": "{}" });
    const configs = [at("one.json"), at("two.json")];
    expect([...lookAt(at("docs"), configs).configs.keys()]).toEqual([at("one.json")]);
  });

  it("sees nothing where there is no docs folder", () => {
    const { at } = project();
    expect(look(at).pages.size).toBe(0);
  });

  it.each<readonly [string, (each: Project) => void]>([
    ["an edit that keeps size and time", edited],
    ["a file that is put in place of another", replaced],
    ["a folder that is put in place of another", swapped],
    ["a page that a link leads to", ({ write }) => write("docs/linked.txt", "# Other\n")],
  ])("sees %s", async (_name, change) => {
    const each = project({ ...pages, "docs/linked.txt": "# Linked\n" });
    symlinkSync("linked.txt", each.at("docs/link.md"));
    const before = look(each.at);
    await aTickAfter(each);
    change(each);
    expect(isSame(before, look(each.at))).toBe(false);
  });

  it("sees no change where outputs are made beside pages", () => {
    const { at, write } = project(pages);
    const before = look(at);
    write("docs/a/foo.ts", "");
    expect(isSame(before, look(at))).toBe(true);
  });

  it("tells new, changed and gone pages apart", () => {
    const [before, now] = [
      new Map(Object.entries({ a: "1", b: "1", c: "1" })),
      new Map(Object.entries({ a: "1", b: "2", d: "1" })),
    ];
    expect(differences(before, now)).toEqual([
      { path: "b", kind: "changed" },
      { path: "d", kind: "new" },
      { path: "c", kind: "gone" },
    ]);
  });
});

function look(at: Project["at"]): Sight {
  return lookAt(at("docs"), []);
}

function edited({ at, write }: Project): void {
  const { atime, mtime } = statSync(at("docs/bar.mdx"));
  write("docs/bar.mdx", "# Baz\n");
  utimesSync(at("docs/bar.mdx"), atime, mtime);
}

function replaced({ at, write }: Project): void {
  write("new", "# Baz\n");
  renameSync(at("new"), at("docs/bar.mdx"));
}

function swapped({ at }: Project): void {
  mkdirSync(at("docs/new"));
  renameSync(at("docs/a/foo.md"), at("docs/new/foo.md"));
  rmSync(at("docs/a"), { recursive: true });
  renameSync(at("docs/new"), at("docs/a"));
}

/** Waits until the clock of the file system has moved on, as it has where a person edits. */
async function aTickAfter({ at, write }: Project): Promise<void> {
  const { ctimeMs } = statSync(at("docs/a/foo.md"));
  await vi.waitFor(() => {
    write("clock", "");
    expect(statSync(at("clock")).ctimeMs).toBeGreaterThan(ctimeMs);
  });
}
