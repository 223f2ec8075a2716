import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config-error.js";
import type { Override } from "../../src/overrides/override.js";
import { parseOverrides } from "../../src/overrides/parse-overrides.js";
import { printOverrides } from "../../src/overrides/print-overrides.js";
import { scanJson } from "../../src/overrides/scan-json.js";

const written: readonly Override[] = [
  { at: "a.md", fact: "values", value: ["b", 1, true] },
  { at: "a.md#x", fact: "default", value: { "\u202e": [null, { a: 1 }] }, confidence: "written" },
  { at: "a.md#x", fact: "nullable", value: true, source: "types a.ts:3", confidence: "stated" },
];

function errorOf(text: string): string {
  try {
    parseOverrides(text, "o.json");
  } catch (error) {
    if (error instanceof ConfigError) return `${error.message} | ${error.hint}`;
    throw error;
  }
  return "";
}

function withItems(...items: readonly string[]): string {
  return `{\n  "version": 1,\n  "overrides": [\n    ${items.join(",\n    ")}\n  ]\n}\n`;
}

const fine = '{ "at": "a.md#x", "fact": "nullable", "value": true }';

describe("an overrides file", () => {
  it("is printed sorted, an override a line, with every character visible", () => {
    expect(printOverrides(written.toReversed(), "./s.json")).toBe(
      [
        "{",
        '  "$schema": "./s.json",',
        '  "version": 1,',
        '  "overrides": [',
        '    { "at": "a.md", "fact": "values", "value": ["b",1,true] },',
        '    { "at": "a.md#x", "fact": "default", "value": {"\\u202e":[null,{"a":1}]}, "confidence": "written" },',
        '    { "at": "a.md#x", "fact": "nullable", "value": true, "source": "types a.ts:3", "confidence": "stated" }',
        "  ]",
        "}",
        "",
      ].join("\n"),
    );
    expect(printOverrides([])).toBe('{\n  "version": 1,\n  "overrides": []\n}\n');
  });

  it("is read as it was printed, with the place of each override", () => {
    const { overrides } = parseOverrides(`\ufeff${printOverrides(written)}`, "o.json", "../o.json");
    expect(overrides.map(({ writtenAt: _place, ...rest }) => rest)).toEqual(written);
    expect(overrides.map(({ writtenAt }) => [writtenAt?.file, writtenAt?.place.start.line])).toEqual([
      ["../o.json", 4],
      ["../o.json", 5],
      ["../o.json", 6],
    ]);
    expect(overrides[0]?.writtenAt?.place.start.column).toBe(5);
  });

  it.each([
    [
      "text that is no JSON",
      withItems("<<<<<<< HEAD"),
      "o.json:4:5: Unexpected `<<<<<<< HEAD`, expected a value or `]`",
    ],
    ["a comma too many", withItems(`${fine},`), "o.json:5:3: Unexpected `]`, expected a value"],
    ["no end", withItems(fine).slice(0, -3), "expected a comma or the end"],
    ["an empty file", "", "o.json:1:1: Unexpected end of the file, expected a value"],
    ["a list", "[]", "Unexpected value, expected an object with `version` and `overrides`"],
    ["another version", '{ "version": 2, "overrides": [] }', "Unexpected 2 in `version`, expected 1"],
    ["no overrides", '{ "version": 1 }', "Missing key `overrides`"],
    ["a misspelt key", '{ "version": 1, "override": [] }', "Unexpected key `override` | Did you mean `overrides`?"],
    [
      "a misspelt key of an override",
      withItems(fine, '{ "att": "a.md" }'),
      "o.json:5:5: Unexpected key `att` | Did you mean `at`?",
    ],
    ["a key that objects have", withItems('{ "at": "a.md", "__proto__": 1 }'), "Unexpected key `__proto__`"],
    [
      "a misspelt fact",
      withItems(fine.replace("nullable", "nulable")),
      'Unexpected `fact` "nulable" | Did you mean `nullable`?',
    ],
    ["no fact", withItems('{ "at": "a.md" }'), "o.json:4:5: Missing key `fact`"],
    ["no value", withItems('{ "at": "a.md", "fact": "open" }'), "o.json:4:5: Missing key `value`"],
    [
      "a value of another type",
      withItems(fine.replace("true", '"yes"')),
      'o.json:4:5: Unexpected "yes" in `value`, expected boolean',
    ],
    [
      "no values",
      withItems('{ "at": "a.md", "fact": "values", "value": [] }'),
      "Unexpected empty `value`, expected one that is not empty",
    ],
    [
      "a list in values",
      withItems('{ "at": "a.md", "fact": "values", "value": [[]] }'),
      "Unexpected Array in `value`, expected string or number or boolean",
    ],
    [
      "an empty type",
      withItems('{ "at": "a.md", "fact": "type", "value": "" }'),
      "Unexpected empty `value`, expected one that is not empty",
    ],
    [
      "a confidence",
      withItems(fine.replace(" }", ', "confidence": "guessed" }')),
      'Unexpected "guessed" in `confidence`',
    ],
    [
      "a file with two lists",
      '{ "version": 1,\n  "overrides": [],\n  "overrides": [] }',
      'o.json:3:3: Unexpected second key `"overrides"`, expected one',
    ],
    [
      "an override that says two values, however their keys are spelled",
      withItems(fine, '{ "at": "a.md#y", "fact": "nullable", "value": true,\n      "val\\u0075e": false }'),
      'o.json:6:7: Unexpected second key `"val\\u0075e"`, expected one',
    ],
    [
      "a default with a key twice",
      withItems('{ "at": "a.md#x", "fact": "default", "value": [{ "k": { "k": 1 }, "l": 1 }, { "k": 1, "k": 2 }] }'),
      'o.json:4:91: Unexpected second key `"k"`, expected one',
    ],
    [
      "a second of one fact",
      withItems(fine, fine),
      "o.json:5:5: Unexpected second `nullable` of `a.md#x`, expected one",
    ],
    [
      "a number without end",
      withItems('{ "at": "a.md#x", "fact": "default", "value": [1e999] }'),
      "a number that is too large",
    ],
    [
      "a value that nests deep",
      withItems(`{ "at": "a.md#x", "fact": "default", "value": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`),
      "Unexpected `value` that nests deeper",
    ],
  ])("is not %s", (_what, text, message) => {
    expect(errorOf(text)).toContain(message);
  });

  it("may have any default, keys that objects have among them", () => {
    const text = withItems('{ "at": "a.md#x", "fact": "default", "value": { "__proto__": { "constructor": 1 } } }');
    const { overrides } = parseOverrides(text, "o.json");
    expect(JSON.stringify(overrides[0]?.value)).toBe('{"__proto__":{"constructor":1}}');
    expect(printOverrides(overrides)).toContain('"value": {"__proto__":{"constructor":1}}');
  });
});

describe("scanning JSON", () => {
  it("takes what JSON.parse takes, and finds the items of a list", () => {
    const items = fc.array(fc.jsonValue());
    fc.assert(
      fc.property(items, fc.constantFrom(0, 1, 4), (list, indent) => {
        const text = JSON.stringify({ a: [0], list, b: { list: [1] } }, undefined, indent);
        const scanned = scanJson(text, "list");
        if (!scanned.ok) throw new Error(`expected ${scanned.expected} at ${scanned.offset}`);
        expect(scanned.items.map(({ start, end }) => JSON.parse(text.slice(start, end)))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      "-1.5e3",
      "01",
      "true",
      "nul",
      " ",
      "\n",
      "\t\u00a0",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(scanJson(text, "list").ok).toBe(isJson);
      }),
      { numRuns: 5000 },
    );
  });

  it("takes a list for the last of its key, as JSON.parse does", () => {
    expect(scanJson('{"list":[1,2],"list":[3]}', "list")).toEqual({
      ok: true,
      items: [{ start: 22, end: 23 }],
      secondKey: { start: 14, end: 20 },
    });
  });
});

it("is what the README shows", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, shown = ""] = /```json modelmark\.overrides\.json\n(.*?)```/s.exec(readme) ?? [];
  const { overrides } = parseOverrides(shown, "README.md");
  expect(overrides).toHaveLength(3);
  expect(printOverrides(overrides)).toBe(shown);
});
