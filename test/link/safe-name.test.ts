import { describe, expect, it } from "vitest";
import { safeName } from "../../src/link/safe-name.js";

const devices = [
  "con",
  "prn",
  "aux",
  "nul",
  ...["com", "lpt"].flatMap((port) => ["0", "9", "¹", "²", "³"].map((at) => port + at)),
];

describe("the name of a device of Windows", () => {
  it.each(devices)("moves aside: %s", (device) => {
    expect(safeName(device, ".ts")).toBe(`${device}_.ts`);
    expect(safeName(device.toUpperCase(), ".ts")).toBe(`${device.toUpperCase()}_.ts`);
    expect(safeName(`${device}_`, ".ts")).toBe(`${device}__.ts`);
  });

  it.each(devices)("is taken out of what stands before a dot: %s", (device) => {
    for (const name of [`${device}.a`, `${device} .a`, `${device.toUpperCase()}.a`]) {
      expect(safeName(name, "")).toMatch(new RegExp(`^${device}-a-[0-9a-z]+$`, "i"));
    }
  });

  it.each(["cons", "icon", "com", "com10", "lpt", "con-a", "cons.a", "com10.a", "a.con"])("is not %s", (name) => {
    expect(safeName(name, ".ts")).toBe(`${name}.ts`);
  });
});

describe("a mark that a file system or a module specifier does not take", () => {
  it.each([...'\\#?%:*"<>|\u0000\t\u007f\u200b\ud800\u2028\u2029'].map((mark) => [JSON.stringify(mark), mark]))(
    "is taken out, and the name told apart: %s",
    (_shown, mark) => {
      expect(safeName(`a${mark}b`, ".ts")).toMatch(/^a-b-[0-9a-z]+\.ts$/);
      expect(safeName(`a${mark}b`, "")).not.toBe(safeName("a-b", ""));
    },
  );

  it.each([".a", ".-a", "a.", "a-.", "a "])("is a dot or a blank at an end: %j", (name) => {
    expect(safeName(name, "")).toMatch(/^a-[0-9a-z]+$/);
  });

  it.each(["a.b", "a b", "a-b_c", "café", "表", "(a)"])("is not in %s", (name) => {
    expect(safeName(name, ".ts")).toBe(`${name}.ts`);
  });

  it("leaves what tells the name apart where nothing else is left", () => {
    expect(safeName("???", "")).toMatch(/^[0-9a-z]+$/);
  });
});

describe("a name that is too long", () => {
  const bytesOf = (text: string): number => Buffer.byteLength(text);

  it("stays as it is up to 255 bytes with its ending", () => {
    expect(safeName("a".repeat(252), ".ts")).toBe(`${"a".repeat(252)}.ts`);
  });

  it.each([
    ["letters", "a".repeat(253)],
    ["letters of several bytes", "表".repeat(100)],
    ["pairs of surrogates", "𝒜".repeat(100)],
  ])("is cut between characters, and told apart: %s", (_what, name) => {
    const short = safeName(name, ".ts");
    expect(bytesOf(short)).toBeLessThanOrEqual(255);
    expect(bytesOf(short)).toBeGreaterThan(255 - 4);
    expect(short).toMatch(/^(.)\1+-[0-9a-z]+\.ts$/u);
    expect(short).not.toBe(safeName(`${name}b`, ".ts"));
  });
});

describe("what tells alike names apart", () => {
  it("stands before the ending, also where the name is cut", () => {
    expect(safeName("a", ".ts", "A.md")).toMatch(/^a-[0-9a-z]+\.ts$/);
    expect(safeName("a", ".ts", "A.md")).not.toBe(safeName("a", ".ts", "a.md"));
    const long = "a".repeat(300);
    expect(safeName(long, ".ts", "A.md")).not.toBe(safeName(long, ".ts", "a.md"));
    expect(Buffer.byteLength(safeName(long, ".ts", "A.md"))).toBe(255);
  });
});
