import { expect, it } from "vitest";
import { rules } from "../src/diagnostics/rules.js";
import { fixtureCases } from "./fixture-cases.js";

/** Rules that no page breaks: the command line reports them of files, the printer of itself. */
const withoutPage: ReadonlySet<string> = new Set(["not-a-file", "outside-root", "unreadable-file", "unsafe-output"]);

const examples = fixtureCases.flatMap(({ name, messages }) => messages.map((message) => ({ name, message })));

it.each(Object.keys(rules).filter((id) => !withoutPage.has(id)))("%s has an example", (id) => {
  expect(examples.filter(({ message }) => message.includes(` ${id} `))).not.toEqual([]);
});

it("no page breaks the other rules", () => {
  expect(examples.filter(({ message }) => withoutPage.has(message.split(" ")[2] ?? ""))).toEqual([]);
});
