import { describe, expect, it } from "vitest";
import type { IndexEntry } from "../../../src/cli/git/index-entries.js";
import {
  listStagedPages,
  readStagedPages,
  type StagedPages,
  unreadPages,
} from "../../../src/cli/staged/staged-pages.js";
import type { Staging } from "../../../src/cli/staged/staging.js";
import { repository } from "./temporary-repository.js";
import { gitEnv, type TestRepository } from "./test-repository.js";

const modes = { file: "100644", executable: "100755", link: "120000", submodule: "160000" } as const;

type Staged = Readonly<Record<string, readonly [kind: keyof typeof modes, text: string]>>;

/** What a run works with where entries are staged. The blob of a file is called as its text. */
function stagingOf(entries: Staged, made: TestRepository = repository(), docs = "docs/"): Staging {
  const { root, at } = made;
  const settings = {
    ...{ configFile: undefined, folder: root, docs: at("docs"), out: at("generated") },
    ...{ options: {}, overrides: { file: at("modelmark.overrides.json"), named: undefined }, maxWarnings: undefined },
  };
  return {
    repository: { folder: root, gitFolder: at(".git"), index: at(".git/index"), env: gitEnv },
    settings,
    docs,
    out: "generated/",
    entries: Object.entries(entries).map(
      ([path, [kind, text]]): IndexEntry => ({
        path,
        mode: modes[kind],
        id: kind === "link" ? blob(made, text) : text,
        flag: undefined,
      }),
    ),
  };
}

function blob({ git, write, at }: TestRepository, text: string): string {
  write("scratch", text);
  return git("hash-object", "-w", at("scratch")).trim();
}

function listed(entries: Staged, made?: TestRepository): StagedPages {
  return listStagedPages(stagingOf(entries, made));
}

/** The rules that were found broken, by page. */
function rulesOf({ findings }: Pick<StagedPages, "findings">): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ page, rule }) => [page, rule]));
}

describe("the staged pages", () => {
  it("are the files of the docs folder that are called like pages, in the order of their code units", () => {
    const entries: Staged = {
      "docs/b.mdx": ["executable", "1"],
      "docs/a/c.md": ["file", "2"],
      "docs/Z.md": ["file", "3"],
      "docs/a/c.txt": ["file", "4"],
      "docs.md": ["file", "5"],
      "other/a.md": ["file", "6"],
    };
    const pages = [
      { page: "Z.md", id: "3" },
      { page: "a/c.md", id: "2" },
      { page: "b.mdx", id: "1" },
    ];
    expect(listed(entries)).toEqual({ pages, findings: [], overrides: undefined });
  });

  it("may be called as only a forged index calls them, since the paths of pages are judged where they are read", () => {
    const staging = stagingOf({ "/a.md": ["file", "1"] }, repository(), "");
    expect(listStagedPages(staging)).toEqual({
      pages: [{ page: "/a.md", id: "1" }],
      findings: [],
      overrides: undefined,
    });
  });

  it("are none that are hidden, or in hidden folders", () => {
    const names = [".a.md", ".a/b.md", "a/.b/c.md", "node_modules/a.md", "a/node_modules/b.md", ".a.md/b", ".a"];
    const entries = Object.fromEntries(names.map((name) => [`docs/${name}`, ["file", "1"]] as const));
    const hiddenLink: Staged = { "docs/.link.md": ["link", "../a"], "docs/.inner": ["submodule", "1"] };
    expect(listed({ ...entries, ...hiddenLink })).toEqual({ pages: [], findings: [], overrides: undefined });
  });

  it("are no folders that are called like pages, each of which is named once", () => {
    const entries: Staged = {
      "docs/a.md/b.md": ["file", "1"],
      "docs/a.md/c.md/d": ["file", "2"],
      "docs/e/f.mdx/g": ["file", "3"],
      "docs/ok.md": ["file", "4"],
    };
    const folder = { rule: "not-a-file", reason: "Unexpected folder, expected a file", actual: "folder" };
    expect(listed(entries)).toEqual({
      pages: [{ page: "ok.md", id: "4" }],
      findings: [
        { ...folder, page: "a.md" },
        { ...folder, page: "e/f.mdx" },
      ],
    });
  });

  it("are no submodules, which are told apart by their names", () => {
    const { pages, findings } = listed({ "docs/a.md": ["submodule", "1"], "docs/b": ["submodule", "2"] });
    expect(pages).toEqual([]);
    expect(rulesOf({ findings })).toEqual({ "a.md": "not-a-file", b: "outside-root" });
    expect(findings.map(({ reason }) => reason)).toEqual([
      "Unexpected submodule, expected a file",
      expect.stringContaining("Unexpected submodule in the docs folder"),
    ]);
  });

  it("are links to staged files, be those called like pages or not", () => {
    const entries: Staged = {
      "docs/a.md": ["link", "b.txt"],
      "docs/b.txt": ["file", "1"],
      "docs/c.txt": ["link", "d.md"],
      "docs/d.md": ["file", "2"],
    };
    const pages = [
      { page: "a.md", id: "1" },
      { page: "d.md", id: "2" },
    ];
    expect(listed(entries)).toEqual({ pages, findings: [], overrides: undefined });
  });

  it("are no links to folders, which are no fault where they are not called like pages", () => {
    const entries: Staged = {
      "docs/a.md": ["link", "b"],
      "docs/c": ["link", "b"],
      "docs/b/d": ["file", "1"],
    };
    expect(rulesOf(listed(entries))).toEqual({ "a.md": "not-a-file" });
    expect(listed(entries).pages).toEqual([]);
  });

  it("are no links out of the docs folder: those to files are no fault where they are not called like pages", () => {
    const made = repository({ "other/a": "" });
    const entries: Staged = {
      "docs/file.md": ["link", "../other/a"],
      "docs/folder.md": ["link", "../other"],
      "docs/gone.md": ["link", "../gone"],
      "docs/file": ["link", "../other/a"],
      "docs/folder": ["link", "../other"],
      "docs/gone": ["link", "../gone"],
    };
    const found = listed(entries, made);
    expect(found.pages).toEqual([]);
    expect(rulesOf(found)).toEqual({
      "file.md": "outside-root",
      folder: "outside-root",
      "folder.md": "outside-root",
      "gone.md": "outside-root",
    });
  });

  it("are no links to nothing, which are no fault where they are not called like pages", () => {
    const found = listed({ "docs/a.md": ["link", "gone"], "docs/b": ["link", "gone"] });
    expect(found).toMatchObject({ pages: [], findings: [{ rule: "unreadable-file", page: "a.md" }] });
    expect(found.findings).toHaveLength(1);
  });
});

describe("the bytes of staged pages", () => {
  it("are those of their blobs; a page without one is named", () => {
    const made = repository();
    const missing = "1".repeat(40);
    const entries: Staged = {
      "docs/a.md": ["file", blob(made, "# A\n")],
      "docs/b.md": ["file", missing],
      "docs/c.md": ["file", blob(made, "")],
      "docs/d.md/e": ["file", missing],
    };
    const staging = stagingOf(entries, made);
    const list = listStagedPages(staging);
    const { pages, findings, again } = readStagedPages(staging, list);
    expect([...pages]).toEqual([
      { path: "a.md", value: Buffer.from("# A\n") },
      { path: "c.md", value: Buffer.alloc(0) },
    ]);
    expect(rulesOf({ findings })).toEqual({ "b.md": "unreadable-file", "d.md": "not-a-file" });
    expect(findings[0]?.reason).toContain(missing);
    expect(["a.md", "b.md"].map((page) => again(page).value)).toEqual([Buffer.from("# A\n"), Buffer.alloc(0)]);
    expect(unreadPages(staging, list).map(({ path, value }) => `${path} ${value}`)).toEqual([
      "a.md # A\n",
      "b.md ",
      "c.md ",
    ]);
  });

  it("are not read where there are more pages than a limit says", () => {
    const staging = stagingOf({ "docs/a.md": ["file", "1"], "docs/b.md": ["file", "2"] });
    const limited = { ...staging, settings: { ...staging.settings, options: { limits: { pages: 1 } } } };
    expect(() => readStagedPages(limited, listStagedPages(limited))).toThrow(/pages/);
  });
});
