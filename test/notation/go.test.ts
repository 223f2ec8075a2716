import { describe, expect, it } from "vitest";
import { go } from "../../src/notation/go.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };

describe("a Go cell", () => {
  it.each([
    ["**string*", "string"],
    ["*string*", "string"],
    ["*bool*", "boolean"],
    ["*int64*", "integer"],
    ["**float32*", "number"],
    ["*any*", "unknown"],
    ["*interface{}*", "unknown"],
    ["*[]byte*", "Uint8Array"],
    ["[]*string*", "string[]"],
    ["map[string]*string*", "Record<string>"],
    ["map[string][]*string*", "Record<string[]>"],
    ["**components.X*", "components.X"],
    ["[]*sdkerrors.X*", "sdkerrors.X[]"],
    ["`string`", "string"],
    ["`*string`", "string"],
    ["[]`string`", "string[]"],
    ["map[string]`any`", "Record<unknown>"],
    ["map[string]`*string`", "Record<string>"],
    ["[]map[string]`any`", "Record<unknown>[]"],
    ["`io.ReadCloser`", "io.ReadCloser(Stream<Uint8Array>)"],
    ["[components.X](../../models/components/x.md)", "components.X → ../../models/components/x.md"],
    ["[*components.X](x.md)", "components.X → x.md"],
    ["[][components.X](x.md)", "components.X → x.md[]"],
    ["map[string][*components.X](x.md)", "Record<components.X → x.md>"],
    ["[time.Time](https://pkg.go.dev/time#Time)", "time.Time(date-time) → https://pkg.go.dev/time#Time"],
    ["[*types.Date](types.md)", "types.Date(date) → types.md"],
    [
      "[*http.Response](https://pkg.go.dev/net/http#Response)",
      "http.Response(Response) → https://pkg.go.dev/net/http#Response",
    ],
    ["", "error at 0: expected a type"],
    ["map[]string", "error at 4: expected the type of the keys"],
    ["chan<- string", "error at 4: expected the end of the type"],
    [`${"[]".repeat(100)}string`, "error at 130: expected a type that nests at most 64 deep"],
  ])("reads %s", (text, expected) => {
    expect(describeType(go.parseCell(text, start))).toBe(expected);
  });
});

describe("a Go member", () => {
  it("takes its type from the constructor where the heading is empty", () => {
    const fence = "tagNames := operations.CreateTagNamesArrayOfStr([]string{/* values here */})\n";
    expect(describeMember(go, "", fence)).toBe("string[]");
  });

  it("takes its namespace from the constructor", () => {
    const fence = "event := components.CreateEventLink(components.Link{/* values here */})";
    expect(describeMember(go, "Link", fence)).toBe("components.Link");
  });

  it("takes its name from the heading where there is no constructor", () => {
    expect(describeMember(go, "AssistantToolsCode")).toBe("AssistantToolsCode");
  });
});
