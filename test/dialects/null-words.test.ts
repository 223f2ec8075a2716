import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { fieldPage, optional, required } from "./field-page.js";

const library = "https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html";

/** What a cell says of null, `yes` or `no`; `open` where it says nothing and the policy decides. */
function nullOf(cell: string, mark: string, notation: string): string | undefined {
  const { schema } = compile([fieldPage("a/Foo.md", "Foo", [["a", cell, mark]])], { notations: { "**": notation } });
  const [model] = schema.models.values();
  const nullability = model?.kind === "object" ? model.fields[0]?.nullability : undefined;
  return nullability?.source.origin === "policy" ? "open" : nullability?.value;
}

describe("a cell in Java", () => {
  it.each([
    ["*String*", required, "no"],
    ["[Foo](Foo.md)", required, "no"],
    ["*Optional\\<String>*", required, "yes"],
    ["*Optional\\<String>*", optional, "no"],
    ["*Optional\\<String>*", "perhaps", "open"],
    ["[Optional\\<Foo>](Foo.md)", required, "yes"],
    ["[Optional\\<Foo>](Foo.md)", optional, "no"],
    ["*JsonNullable\\<String>*", required, "yes"],
    ["*JsonNullable\\<String>*", optional, "yes"],
    ["*Optional\\<JsonNullable\\<String>>*", optional, "yes"],
    ["List\\<*String*>", required, "open"],
    ["List\\<*String*>", optional, "open"],
    ["Map\\<String, *JsonNullable\\<Long>*>", optional, "open"],
    ["byte[]", optional, "open"],
    [`[OffsetDateTime](${library})`, required, "open"],
    ["*Optional\\<InputStream>*", optional, "no"],
  ])("%s, %s, says of null: %s", (cell, mark, expected) => {
    expect(nullOf(cell, mark, "java")).toBe(expected);
  });
});

describe("a cell in a language without a word of null", () => {
  it.each(["*string*", "*string*[]", "[Foo](Foo.md)"])("%s leaves it open", (cell) => {
    expect(nullOf(cell, required, "typescript")).toBe("open");
  });
});
