import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../src/compile.js";
import { fixtureCases, messageLine, storedPath } from "./fixture-cases.js";

describe.each(fixtureCases)("$name", ({ folder, pages, options, expected, messages }) => {
  const output = compile(pages, options);
  const files = output.files.filter(({ path }) => path !== "modelmark.ts");

  it("becomes the expected files", async () => {
    for (const { path, text } of files) {
      await expect.soft(text).toMatchFileSnapshot(join(folder, "expected", storedPath(path)));
    }
    const emitted = new Set(files.map(({ path }) => path));
    expect(
      [...expected.keys()].filter((path) => !emitted.has(path)),
      "files that are no longer emitted",
    ).toEqual([]);
  });

  it("is told of in the expected messages", async () => {
    const lines = output.messages.map(messageLine);
    if (lines.length === 0) expect(messages).toEqual([]);
    else await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(folder, "messages.txt"));
  });
});
