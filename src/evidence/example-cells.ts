import type { ExampleValue } from "../model/example.js";
import { exampleOfJson } from "../model/json-value.js";
import type { Field } from "../model/model.js";
import type { Place } from "../model/place.js";

/** What stands for no value in cells, whatever the language: `None` and `undefined` are texts of some API, too. */
const nullWords: ReadonlySet<string> = new Set(["null", "<nil>"]);

/** The texts of a row's example cell, which lists several as `**Example 1:** US`. */
export function cellTexts({ example }: Field<unknown>): readonly string[] {
  if (!example) return [];
  const { value } = example;
  const listed = value.startsWith("**Example 1:** ") ? value.split(/(?:^|\n)\*\*Example \d+:\*\* /).slice(1) : [value];
  return listed.map((text) => text.trim()).filter((text) => text !== "");
}

/** The values of a row's example cell, where it holds JSON's null, lists or objects: any other text may be meant as text. */
export function cellValues(field: Field<unknown>): readonly ExampleValue[] {
  const place = field.example?.source.place ?? field.place;
  return cellTexts(field).flatMap((text) => {
    if (nullWords.has(text)) return [{ kind: "null", place } as const];
    return /^(?:\[.*\]|\{.*\})$/s.test(text) ? (parseJson(text, place) ?? []) : [];
  });
}

function parseJson(text: string, place: Place): ExampleValue | undefined {
  try {
    return exampleOfJson(JSON.parse(text), place);
  } catch {
    return undefined;
  }
}
