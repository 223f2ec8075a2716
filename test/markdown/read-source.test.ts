import { expect, it } from "vitest";
import { limitsOf } from "../../src/diagnostics/limits.js";
import type { Finding } from "../../src/diagnostics/report.js";
import { readSource } from "../../src/markdown/read-source.js";

function read(
  value: string | Uint8Array,
  pageBytes: number,
): readonly [path: string | undefined, rules: readonly string[]] {
  const findings: Finding[] = [];
  const page = readSource("a.md", value, limitsOf({ limits: { pageBytes } }), (finding) => findings.push(finding));
  return [page?.path, findings.map(({ rule, actual }) => `${rule} ${actual}`)];
}

it("reads what has as many bytes as a page may have, and reports what has one more", () => {
  expect(read("# Aé", 5)).toEqual(["a.md", []]);
  expect(read("# Aé", 4)).toEqual([undefined, ["over-limit 5"]]);
  expect(read(Buffer.from("# Aé"), 5)).toEqual(["a.md", []]);
  expect(read(Buffer.from("# Aé"), 4)).toEqual([undefined, ["over-limit 5"]]);
});

it("reports bytes that are no UTF-8", () => {
  const [path, [finding]] = read(new Uint8Array([0x23, 0x20, 0xff]), 5);
  expect([path, finding]).toEqual([undefined, expect.stringContaining("invalid-encoding")]);
});
