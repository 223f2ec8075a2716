import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Evidence } from "../../src/evidence/evidence.js";
import { typeText } from "../../src/learn/type-text.js";
import type { Model, ModelId, UnionModel } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Type } from "../../src/model/type.js";
import type { Override } from "../../src/overrides/override.js";

const cells = fc.constantFrom(
  ...["*string*", "*number*", "*boolean*", "*string*[]", "*number*[][]", "Record<string, *string*>", "*any*[]"],
  ...[
    "*string* \\| *number*[]",
    "Record<string, *number*[]> \\| *boolean*",
    "[Bar](bar.md)",
    "[Bar](bar.md)[]",
    '*"x"*',
  ],
);
const scalars = fc.constantFrom("null", "1", '"x"', "true");
const { value: values } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc.dictionary(fc.constantFrom("k", "o", "l"), tie("value"), { maxKeys: 3 }).map(objectText),
  ),
}));

function objectText(entries: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(entries)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
}

/** What an example of rows shows: most of their keys. */
const objects = fc
  .record({ k: values, o: values, l: values }, { requiredKeys: ["k"] })
  .map((entries) => objectText({ ...entries }));

const header = "## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const exampleOf = (type: string, value: string): string =>
  `## Example Usage\n\n\`\`\`typescript\nlet value: ${type} = ${value};\n\`\`\`\n\n`;

const rows = fc.array(fc.tuple(cells, fc.boolean()), { minLength: 1, maxLength: 3 });
const bodies = fc.oneof(
  rows.map(fieldsOf),
  fc.constantFrom(
    "## Supported Types\n\n### `string[]`\n\n### `number`\n",
    '## Values\n\n```typescript\n"x" | "y"\n```\n',
  ),
);

function fieldsOf(fields: readonly (readonly [cell: string, isRequired: boolean])[]): string {
  const lines = fields.map(([cell, isRequired], at) => {
    const mark = isRequired ? ":heavy_check_mark:" : ":heavy_minus_sign:";
    return `| \`${"kol".charAt(at)}\` | ${cell} | ${mark} | N/A |`;
  });
  return `${header}${lines.join("\n")}\n`;
}

/** A page whose example mostly breaks it, and one that it leads to. */
const pages: fc.Arbitrary<readonly SourcePage[]> = fc
  .tuple(rows, objects, bodies, fc.option(fc.oneof(objects, values), { nil: undefined }))
  .map(([fields, value, body, other]) => [
    { path: "foo.md", value: `# Foo\n\n${exampleOf("Foo", value)}${fieldsOf(fields)}` },
    { path: "bar.md", value: `# Bar\n\n${other === undefined ? "" : exampleOf("Bar", other)}${body}` },
  ]);

const evidence: fc.Arbitrary<Evidence> = fc.record({
  ...{ nulls: fc.boolean(), exampleCells: fc.boolean(), openEnums: fc.boolean() },
  ...{ stringsOrNumbers: fc.boolean(), extraKeys: fc.boolean(), absentKeys: fc.boolean() },
});
const nothing: Evidence = {
  ...{ nulls: false, exampleCells: false, openEnums: false },
  ...{ stringsOrNumbers: false, extraKeys: false, absentKeys: false },
};

/** Overrides that say again what a page says. */
function repeated(model: Model<ModelId>, { models }: Schema): readonly Override[] {
  const { page } = model;
  if (model.kind === "enum") return [{ at: page, fact: "open", value: model.open }];
  if (model.kind === "union") {
    const value = typeText(unionOf(model), page, models);
    return value === undefined ? [] : [{ at: page, fact: "type", value }];
  }
  if (model.kind !== "object") return [];
  return model.fields.flatMap(({ name, type, presence, nullability }): readonly Override[] => {
    const at = `${page}#${name}`;
    const text = typeText(type.value, page, models);
    return [
      ...(text === undefined ? [] : [{ at, fact: "type", value: text } as const]),
      { at, fact: "required", value: presence.value === "required" },
      { at, fact: "nullable", value: nullability.value === "yes" },
    ];
  });
}

/** What a schema says of what an override is about, wherever that is known from. */
function saidOf({ at, fact }: Override, { models }: Schema): string {
  const [page, name] = at.split("#");
  const model = [...models.values()].find((each) => each.page === page);
  if (model?.kind === "enum") return String(model.open);
  if (model?.kind === "union") return plain(unionOf(model));
  const field = model?.kind === "object" ? model.fields.find((each) => each.name === name) : undefined;
  const value = { type: field?.type, required: field?.presence, nullable: field?.nullability }[String(fact)]?.value;
  return plain(value);
}

function unionOf({ members }: UnionModel<ModelId>): Type<ModelId> {
  return { kind: "union", members: members.map(({ type }) => type) };
}

function plain(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => (key === "source" ? undefined : each));
}

it("lets each override that says a page's words again stand against what an example shows", () => {
  let needed = 0;
  fc.assert(
    fc.property(pages, evidence, (read, believed) => {
      const options = { evidence: believed, validators: false };
      const { schema: said } = compile(read, { evidence: nothing, validators: false });
      const { schema: shown } = compile(read, options);
      for (const override of [...said.models.values()].flatMap((model) => repeated(model, said))) {
        const { schema, messages } = compile(read, { ...options, overrides: [override] });
        const rules = messages.flatMap(({ ruleId }) => (/override/.test(ruleId ?? "") ? [ruleId] : []));
        expect({ override, rules, value: saidOf(override, schema) }).toMatchObject({ value: saidOf(override, said) });
        if (saidOf(override, shown) !== saidOf(override, said)) needed += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(needed).toBeGreaterThan(20);
}, 120_000);
