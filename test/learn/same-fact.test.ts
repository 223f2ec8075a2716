import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { sameFactIn } from "../../src/learn/same-fact.js";

const pages = [
  { path: "components/pet.md", value: "# Pet\n\n## Supported Types\n\n### `string`\n\n### `number`\n" },
  {
    path: "components/tag.md",
    value: "# Tag\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n",
  },
];
const isSame = sameFactIn(compile(pages).schema);
const typed = (value: string) => ({ at: "components/tag.md#a", fact: "type", value }) as const;

it.each([
  ["string | number", "number | string", true],
  ["*components.Pet*", "string | number", true],
  ["Array<*components.Pet* | null>", "Array<null | number | string>", true],
  ["*components.Tag*[]", "Array<*components.Tag*>", true],
  ["Array<string | null>", "Array<string>", false],
  ["*components.Tag*", "string", false],
  ["Date", "string", false],
  ["*components.Nobody*", "*components.Noone*", false],
  ["Array<", "string", false],
])("takes `%s` and `%s` for one type: %s", (one, other, same) => {
  expect(isSame(typed(one), typed(other))).toBe(same);
});

it("compares other facts by their value", () => {
  const nullable = { at: "a.md#a", fact: "nullable", value: true } as const;
  expect(isSame(nullable, { ...nullable, value: false })).toBe(false);
  expect(isSame(nullable, { ...nullable })).toBe(true);
});
