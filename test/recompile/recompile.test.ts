import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import { recompile } from "../../src/recompile/recompile.js";
import { overrideSeed, overridesOf } from "../overrides/random-overrides.js";
import { allEvidence, followEdits } from "./agreement.js";
import { pageEdit } from "./page-edits.js";
import { neighbours, overridableOn, ownPages } from "./page-sets.js";

const steps = fc.array(fc.array(pageEdit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });

describe("recompiling edited pages", () => {
  it.each([ownPages, ...neighbours(40).filter((_, at) => at % 6 === 0)])(
    "makes of $name what compiling all of them makes",
    ({ pages }) => {
      let recompiled = 0;
      fc.assert(
        fc.property(
          steps,
          fc.array(overrideSeed, { maxLength: 10 }),
          fc.constantFrom({}, allEvidence),
          (edits, seeds, believed) => {
            const overrides = overridesOf(seeds, overridableOn(pages));
            const tally = followEdits(pages, edits, { ...believed, overrides });
            recompiled += tally.recompiled;
            expect(tally.difference).toBeUndefined();
          },
        ),
        { numRuns: 15 },
      );
      expect(recompiled).toBeGreaterThan(0);
    },
  );
});

describe("the share of nulls in examples", () => {
  const field = (at: number): string => `| \`f${at}\` | *string* | :heavy_minus_sign: | N/A |`;
  const numbers = Array.from({ length: 60 }, (_, at) => at);

  function pageOf(title: string, value: (at: number) => string, count = 60): SourcePage {
    const shown = numbers
      .slice(0, count)
      .map((at) => `  f${at}: ${value(at)},`)
      .join("\n");
    const example = `\`\`\`typescript\nlet value: ${title} = {\n${shown}\n};\n\`\`\``;
    const table = `| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n${numbers.map(field).join("\n")}`;
    return {
      path: `${title.toLowerCase()}.md`,
      value: `# ${title}\n\n## Example Usage\n\n${example}\n\n## Fields\n\n${table}\n`,
    };
  }

  const withNull = pageOf("Bar", (at) => (at === 0 ? "null" : '"x"'));
  const before = [withNull, pageOf("Foo", () => '"x"')];

  it.each([
    ["the same nulls", pageOf("Foo", () => '"y"'), {}, true],
    ["another null", pageOf("Foo", (at) => (at === 1 ? "null" : '"x"')), {}, false],
    [
      "another null, of which nothing tells",
      pageOf("Foo", (at) => (at === 1 ? "null" : '"x"')),
      { rules: { "optional-null": "off" } },
      true,
    ],
  ] as const)("is followed where an edit leaves %s", (_what, edited, options, isFollowed) => {
    const notes = compile(before, options).notes();
    const valueAt = (path: string) => [withNull, edited].find((page) => page.path === path)?.value;
    const made = notes && recompile(notes, { pages: [edited], valueAt }, options);
    expect(made !== undefined).toBe(isFollowed);
  });

  it("is that of the fields which a page calls optional, whatever keys the example of another page leaves out", () => {
    const table = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
    const foo = {
      path: "foo.md",
      value: `# Foo\n\n## Example Usage\n\n\`\`\`typescript\nlet value: Foo = { a: "x" };\n\`\`\`\n\n## Fields\n\n${table}| \`a\` | *string* | :heavy_check_mark: | N/A |\n`,
    };
    const nesting = (value: string): SourcePage => ({
      path: "bar.md",
      value: `# Bar\n\n## Example Usage\n\n\`\`\`typescript\nlet value: Bar = { foo: ${value} };\n\`\`\`\n\n## Fields\n\n${table}| \`foo\` | [Foo](foo.md) | :heavy_check_mark: | N/A |\n`,
    });
    const edited = nesting("{}");
    const notes = compile([foo, nesting('{ a: "y" }')]).notes();
    const valueAt = (path: string) => [foo, edited].find((page) => page.path === path)?.value;
    const found = notes && recompile(notes, { pages: [edited], valueAt }, {});
    expect(found?.notes).toEqual(compile([foo, edited]).notes());
  });

  it("is told once, with advice by how many are null", () => {
    const told = compile(before).messages.filter(({ ruleId }) => ruleId === "optional-null");
    expect(told.map(String)).toEqual([
      "bar.md:7:7: Unexpected `null`, first here, for 1 of the 120 optional fields that examples show (0.8%), expected their types to say it",
    ]);
    expect(told[0]?.note).toMatch(/^Leave/);
    const many = pageOf("Baz", (at) => (at < 10 ? "null" : '"x"'));
    const [advice, ...others] = compile([...before, many]).messages.filter(({ ruleId }) => ruleId === "optional-null");
    expect([advice?.note?.slice(0, 3), others.length]).toEqual(["Set", 0]);
    const few = compile([pageOf("Few", () => "null", 49)]).messages;
    expect(few.filter(({ ruleId }) => ruleId === "optional-null")).toEqual([]);
    const policy = compile([...before, many], { nulls: "optional" }).messages;
    expect(policy.filter(({ ruleId }) => ruleId === "optional-null")).toEqual([]);
  });
});
