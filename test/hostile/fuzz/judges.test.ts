import { VFileMessage } from "vfile-message";
import { expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { compileSamples } from "./compile-samples.js";
import { misplaced } from "./misplaced.js";
import { runBatch } from "./search.js";

const page = { path: "foo.md", value: "# Foo\n\nbar\n" };

function messageAt(line: number, column: number, offset: number, file = "foo.md"): VFileMessage {
  const point = { line, column, offset };
  const message = new VFileMessage("odd", { place: { start: point, end: point } });
  message.file = file;
  return message;
}

it.each([
  ["a character of the page", messageAt(3, 2, 8), 0],
  ["the end of the page", messageAt(4, 1, 11), 0],
  ["an offset behind the page", messageAt(4, 2, 12), 1],
  ["a column behind the line", messageAt(3, 9, 8), 1],
  ["a line that is another one", messageAt(2, 2, 8), 1],
  ["another page", messageAt(1, 1, 0, "bar.md"), 1],
  ["no place", Object.assign(new VFileMessage("odd"), { file: "foo.md" }), 1],
])("judges a message at %s", (_what, message, findings) => {
  expect(misplaced(message, [page])).toHaveLength(findings);
});

it("finds a type that is missing in outputs, and whose case that is", () => {
  const tried = { pages: [page], options: {} };
  const good = { tried: { pages: [], options: {} }, files: compile([page]).files };
  const bad = { tried, files: [{ path: "foo.ts", text: "export type Foo = Bar;\n" }] };
  expect(compileSamples([good])).toEqual([]);
  expect(compileSamples([good, bad])).toEqual([{ tried, finding: "/1/foo.ts: Cannot find name 'Bar'." }]);
});

it("tries the same cases again", () => {
  const seeds = { pages: [{ path: "foo.md", text: page.value }], sets: [] };
  const { cases, judged, findings } = runBatch({ seed: 1, cases: 100 }, seeds);
  expect({ cases, judged, findings }).toEqual({ cases: 100, judged: 3, findings: [] });
});
