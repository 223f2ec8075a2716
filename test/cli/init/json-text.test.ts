import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withMember } from "../../../src/cli/init/json-text.js";

describe("setting a member of JSON", () => {
  it.each([
    ["two spaces", '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "s": {\n    "x": "y"\n  }\n}\n'],
    ["tabs, and no line break at the end", '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"s": {\n\t\t"x": "y"\n\t}\n}'],
    ["line ends of Windows", '{\r\n  "a": 1\r\n}\r\n', '{\r\n  "a": 1,\r\n  "s": {\r\n    "x": "y"\r\n  }\r\n}\r\n'],
    ["a byte order mark", '\ufeff{\n  "a": 1\n}\n', '\ufeff{\n  "a": 1,\n  "s": {\n    "x": "y"\n  }\n}\n'],
    ["an empty object", "{}\n", '{\n  "s": {\n    "x": "y"\n  }\n}\n'],
    ["one line", '{ "a": [1, {"b": "}"}] }', '{ "a": [1, {"b": "}"}], "s": {"x":"y"} }'],
    ["an object that is there", '{\n  "s": { "p": "q\\"" }\n}\n', '{\n  "s": { "p": "q\\"", "x": "y" }\n}\n'],
    ["an object that is empty", '{\n  "s": {}\n}\n', '{\n  "s": {\n    "x": "y"\n  }\n}\n'],
    ["a member that is there", '{\n  "s": {\n    "x": "former"\n  }\n}\n', '{\n  "s": {\n    "x": "y"\n  }\n}\n'],
  ])("keeps %s", (_kept, before, after) => {
    expect(withMember(before, ["s", "x"], "y")).toBe(after);
  });

  it("says what was set, and all else as before", () => {
    const style = fc.constantFrom(undefined, 1, 2, 4, "\t");
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        style,
        (object, key, value, indent) => {
          const after = withMember(JSON.stringify(object, null, indent), [key], value);
          const text = JSON.stringify(Object.fromEntries([...Object.entries(object), [key, value]]));
          expect(JSON.parse(after)).toEqual(JSON.parse(text));
        },
      ),
    );
  });
});
