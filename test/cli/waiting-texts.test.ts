import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { makeWaitingTexts, type WaitingTexts } from "../../src/cli/waiting-texts.js";

const texts = ["", "plain\n", "grüße 🦊\n", "x".repeat(200_000), "last"];

let waiting: WaitingTexts | undefined;
afterEach(() => waiting?.close());

function kept(most: number): readonly string[] {
  waiting = makeWaitingTexts(most);
  const files = texts.map((text, at) => waiting?.keep({ path: `${at}.ts`, text }));
  expect(files.map((file) => file?.path)).toEqual(["0.ts", "1.ts", "2.ts", "3.ts", "4.ts"]);
  return files.map((file) => file?.text ?? "");
}

describe("texts that wait", () => {
  it.each([0, 2, 5])("are what they were, with %i of them in memory", (most) => {
    expect(kept(most)).toEqual(texts);
  });

  it("can be read in any order, and again", () => {
    waiting = makeWaitingTexts(0);
    const [one, other] = ["one", "other"].map((text) => waiting?.keep({ path: "a.ts", text }));
    expect([other?.text, one?.text, other?.text]).toEqual(["other", "one", "other"]);
  });

  it.skipIf(process.platform === "win32")("leave no file with a name", () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("modelmark-")).length;
    kept(0);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("modelmark-"))).toHaveLength(before);
  });

  it("stay in memory where there is no room for a file", () => {
    const folder = process.env["TMPDIR"];
    process.env["TMPDIR"] = "/nowhere/at/all";
    try {
      expect(kept(0)).toEqual(texts);
    } finally {
      if (folder === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = folder;
    }
  });
});
