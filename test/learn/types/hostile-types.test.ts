import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { learnFromTypes } from "../../../src/learn/types/learn-types.js";

function page(name: string, ...rows: readonly string[]): { readonly path: string; readonly value: string } {
  const head = `# ${name}\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n`;
  return { path: `${name.toLowerCase()}.md`, value: `${head}${rows.join("\n")}\n` };
}

const { schema } = compile([
  page("Pet", "| `a` | *string* | :heavy_check_mark: | N/A |"),
  { path: "b.md", value: "# B\n" },
]);

function learn(text: string) {
  return learnFromTypes(schema, [{ path: "pet.ts", text }]);
}

describe("types of strangers", () => {
  it.each([
    ["nested parentheses", `export type Pet = { a: ${"(".repeat(100_000)}string${")".repeat(100_000)} };`],
    ["nested lists", `export type Pet = { a: ${"Array<".repeat(50_000)}string${">".repeat(50_000)} };`],
    ["nested schemas", `const Pet$inboundSchema = ${"z.optional(".repeat(50_000)}x${")".repeat(50_000)};`],
  ])("are told of where they nest too deep: %s", (_what, text) => {
    expect(learn(text).unmatched).toContainEqual(expect.objectContaining({ source: "types pet.ts", isUnread: true }));
  });

  it("are told of where they are too large", () => {
    const unread = learn(`// ${"x".repeat(9_000_000)}`).unmatched.find(({ isUnread }) => isUnread);
    expect(unread?.reason).toMatch(/^Unexpected \d+ characters, expected at most/);
  });

  it.each([
    ["themselves", "export type Pet = { a: Loop }; type Loop = Loop; export type B = B;"],
    ["one another", "export type Pet = { a: One }; export type One = Two[]; export type Two = One | Two;"],
    ["lists of themselves", "export type Pet = { a: string }; export type B = B[] | { [k: string]: B };"],
    ["generics", "export type Pet<T> = { a: T }; export type B = Pet<Pet<B>>;"],
    ["what no file declares", 'import { X } from "../../../x.js"; export type Pet = { a: X; b: Y.Z.W; c: typeof x };'],
  ])("end where they are made of %s", (_what, text) => {
    for (const { value } of learn(text).overrides) expect(JSON.stringify(value).length).toBeLessThan(200);
  });

  it("end soon where unions hold unions that hold unions", () => {
    const count = 200;
    const names = Array.from({ length: count }, (_, at) => at);
    const doubled = names.map(
      (at) => `export type U${at} = Array<U${at + 1}> | { [k: string]: U${at + 1} } | ReadableStream<U${at + 1}>;`,
    );
    const whole = names.map((at) => `export type W${at} = ${names.map((other) => `Array<W${other}>`).join(" | ")};`);
    const pages = ["U", "W"].flatMap((letter) =>
      names.map((at) => ({ path: `${letter}${at}.md`, value: `# ${letter}${at}\n` })),
    );
    const start = performance.now();
    learnFromTypes(compile(pages).schema, [{ path: "u.ts", text: [...doubled, ...whole].join("\n") }]);
    learnFromTypes(schema, [{ path: "u.ts", text: ["export type Pet = { a: U0 };", ...doubled].join("\n") }]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it("say names that objects inherit as any others", () => {
    const text = "export type Pet = { a: constructor; __proto__: string; toString: valueOf };";
    expect(() => learn(text)).not.toThrow();
    expect(() => learn('import * as __proto__ from "./x"; export type Pet = { a: __proto__.toString };')).not.toThrow();
  });

  it("are read or told of, whatever they are", () => {
    const words = [
      "export ",
      "type ",
      "Pet",
      " = ",
      "{",
      "}",
      "a",
      ": ",
      "string",
      " | ",
      "null",
      "[]",
      "<",
      ">",
      ";",
      "z.",
    ];
    const more = [
      "const ",
      "$inboundSchema",
      "object(",
      ")",
      "remap$(v, ",
      "default(",
      "enum ",
      "class ",
      '"x"',
      "typeof ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...more), { maxLength: 40 }), (parts) => {
        const { overrides, unmatched } = learn(parts.join(""));
        expect(Array.isArray(overrides) && Array.isArray(unmatched)).toBe(true);
      }),
    );
  });
});
