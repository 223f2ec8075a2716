import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { fieldPage, required } from "./field-page.js";

const dates = "https://docs.python.org/3/library/datetime.html";

/** Where it was taken from that a field may be null or not. */
function originOf(cell: string): string | undefined {
  const page = fieldPage("models/foo.md", "Foo", [["a", cell, required]]);
  const [model] = compile([page], { notations: { "**": "python" } }).schema.models.values();
  return model?.kind === "object" ? model.fields[0]?.nullability.source.origin : undefined;
}

describe("whether a field may be null", () => {
  it.each(["*str*", "*Nullable[str]*", "*OptionalNullable[Any]*", "*Decimal*"])("is said by %s", (cell) => {
    expect(originOf(cell)).toBe("cell");
  });

  it.each([
    "List[*str*]",
    "Dict[str, *str*]",
    `[date](${dates}#date-objects)`,
    `[datetime](${dates}#datetime-objects)`,
  ])("is left open by %s, around which the generator never writes null", (cell) => {
    expect(originOf(cell)).toBe("policy");
  });
});
