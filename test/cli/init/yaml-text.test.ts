import { describe, expect, it } from "vitest";
import { withAddition, yamlValue } from "../../../src/cli/init/yaml-text.js";

const commands = { path: ["hook", "commands"], value: { ours: { run: "it" } } };

describe("adding to YAML", () => {
  it.each([
    ["an empty file", "", "hook:\n  commands:\n    ours:\n      run: it\n"],
    ["a file of comments", "# Words.\n", "# Words.\nhook:\n  commands:\n    ours:\n      run: it\n"],
    ["another key", "a: 1 # one\n", "a: 1 # one\n\nhook:\n  commands:\n    ours:\n      run: it\n"],
    ["no line break at the end", "a: 1", "a: 1\n\nhook:\n  commands:\n    ours:\n      run: it\n"],
    [
      "odd indentation and comments",
      "hook:\n    # first\n    commands:\n       a: { run: 'x' }   # why\n\n# last\nb: |\n  text\n",
      "hook:\n    # first\n    commands:\n       a: { run: 'x' }   # why\n       ours:\n         run: it\n\n# last\nb: |\n  text\n",
    ],
    [
      "line ends of Windows",
      "hook:\r\n  commands:\r\n    a:\r\n      run: x\r\n",
      "hook:\r\n  commands:\r\n    a:\r\n      run: x\r\n    ours:\r\n      run: it\r\n",
    ],
    [
      "a text of several lines before it",
      "hook:\n  commands:\n    a:\n      run: |\n        x\n        y\nb: 1\n",
      "hook:\n  commands:\n    a:\n      run: |\n        x\n        y\n    ours:\n      run: it\nb: 1\n",
    ],
  ])("keeps %s", (_kept, before, after) => {
    expect(withAddition(before, commands)).toBe(after);
  });

  it("adds to a list, in its own indentation", () => {
    const addition = { path: ["repos"], value: [{ repo: "local" }] };
    expect(withAddition("repos:\n- repo: x\n  rev: 1 # one\nci: {}\n", addition)).toBe(
      "repos:\n- repo: x\n  rev: 1 # one\n- repo: local\nci: {}\n",
    );
    expect(withAddition("repos:\n-   repo: x\n    hooks:\n    -   id: y\n", addition)).toBe(
      "repos:\n-   repo: x\n    hooks:\n    -   id: y\n- repo: local\n",
    );
  });

  it.each([
    ["a map on one line", "hook: { commands: { a: { run: x } } }\n"],
    ["an empty key", "hook:\n"],
    ["another kind of value", "hook: text\n"],
    ["a reference", "a: &a\n  commands:\n    b: { run: x }\nhook: *a\n"],
    ["a list at the top", "- a\n"],
    ["a file that is damaged", "a: [\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
  ])("leaves %s to the user", (_what, before) => {
    expect(withAddition(before, commands)).toBeUndefined();
  });

  it("reads no more than plain values", () => {
    expect([yamlValue("a: 1"), yamlValue("a: [")]).toEqual([{ a: 1 }, undefined]);
  });
});
