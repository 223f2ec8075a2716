import { describe, expect, it } from "vitest";
import {
  configHash,
  manifestModels,
  manifestText,
  optionsText,
  readJournal,
  readManifest,
} from "../../src/cli/manifest.js";
import { compile } from "../../src/compile.js";

const config = `"config": "${configHash({})}"`;

describe("the text of a manifest", () => {
  it("has lists that are empty on one line", () => {
    expect(manifestText({}, { pages: [], models: [], files: [] })).toBe(
      `{\n  "version": 1,\n  ${config},\n  "pages": [],\n  "models": [],\n  "files": []\n}\n`,
    );
  });

  it("has one entry a line, and of a model its output where it has one", () => {
    const models = [
      { page: "a.md", name: "A", file: "a.ts", type: "A" },
      { page: "b.md", name: "B" },
      { page: "c.md", name: "C", file: "c.ts" },
      { page: "d.md", name: "D", type: "D" },
    ];
    expect(
      manifestText(
        {},
        {
          pages: [["a.md", "1"]],
          models,
          files: [
            ["b.ts", "2"],
            ["a.ts", "3"],
          ],
        },
      ).split("\n"),
    ).toEqual([
      "{",
      '  "version": 1,',
      `  ${config},`,
      '  "pages": [',
      '    { "page": "a.md", "hash": "1" }',
      "  ],",
      '  "models": [',
      '    { "page": "a.md", "name": "A", "file": "a.ts", "type": "A" },',
      '    { "page": "b.md", "name": "B" },',
      '    { "page": "c.md", "name": "C" },',
      '    { "page": "d.md", "name": "D" }',
      "  ],",
      '  "files": [',
      '    { "file": "a.ts", "hash": "3" },',
      '    { "file": "b.ts", "hash": "2" }',
      "  ]",
      "}",
      "",
    ]);
  });

  it("names the models of a schema, with their outputs where they have any", () => {
    const { schema } = compile([
      { path: "a/foo.md", value: "# Foo\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n" },
    ]);
    expect(manifestModels(schema)).toEqual([{ page: "a/foo.md", name: "Foo", file: "a/foo.ts", type: "Foo" }]);
    expect(manifestModels({ ...schema, names: new Map() })).toEqual([{ page: "a/foo.md", name: "Foo" }]);
  });
});

describe("the text of options", () => {
  it("has keys in one order, but globs in theirs, and no severities", () => {
    const options = {
      rules: { "bare-page": "off" },
      optional: "exact",
      notations: { b: "go", a: "java" },
      nulls: undefined,
    } as const;
    expect(optionsText(options)).toBe('[["notations",[["b","go"],["a","java"]]],["optional","exact"]]');
    expect(optionsText({})).toBe("[]");
  });
});

describe("a former manifest", () => {
  it("is read with the files that it names", () => {
    const files = [{ file: "a.ts", hash: "1" }, { file: "b.ts", hash: 2 }, { file: 3, hash: "3" }, null, "x", []];
    expect([...(readManifest(JSON.stringify({ version: 1, models: [], files }))?.files ?? [])]).toEqual([
      ["a.ts", "1"],
    ]);
  });

  it.each([
    '{ "models": [], "files": [] }',
    '{ "version": 1, "files": [] }',
    "{}",
    "[]",
    "1",
    "null",
    '"version models"',
    "",
  ])("is not ours: %s", (text) => {
    expect(readManifest(text)).toBeUndefined();
  });

  it("is ours, and names nothing, where a merge has damaged it", () => {
    const damaged = '{\n  "version": 1,\n<<<<<<< ours\n  "models": [\n';
    expect(readManifest(damaged)).toEqual({ files: new Map() });
  });

  it.each([
    '\n{ "version": 1, "models": [',
    '{ "version": 2, "models": [',
    '{ "version": 1, "files": [',
    '"version": 1, "models": [',
  ])("is not ours, damaged: %s", (text) => {
    expect(readManifest(text)).toBeUndefined();
  });
});

describe("a journal", () => {
  it("is read with the files that it names", () => {
    const files = [{ file: "a.ts", hash: "1" }, { file: "b.ts", hash: 2 }, { file: 3, hash: "3" }, null, "x"];
    expect(readJournal(JSON.stringify({ files }))).toEqual([{ file: "a.ts", hash: "1" }]);
  });

  it.each(["", "{", "null", "1", "[]", "{}", '{ "files": {} }'])("names nothing where it is damaged: %j", (text) => {
    expect(readJournal(text)).toEqual([]);
  });
});
