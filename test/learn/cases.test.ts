import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { learnCases } from "./learn-cases.js";

describe.each(learnCases)("$name", ({ folder, pages, learn }) => {
  const { schema } = compile(pages);
  const { overrides, unmatched } = learn(schema);

  it("proposes what is expected, and tells what fits no page", async () => {
    const lines = [...overrides, ...unmatched].map((each) => JSON.stringify(each));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(folder, "expected.jsonl"));
  });

  it("proposes nothing more once all is applied, and each override says something new", () => {
    const applied = compile(pages, { overrides });
    const before = new Set(compile(pages).messages.map(String));
    expect(applied.messages.map(String).filter((message) => !before.has(message))).toEqual([]);
    expect(learn(applied.schema).overrides).toEqual([]);
  });
});
