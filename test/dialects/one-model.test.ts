import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import { type FieldRow, fieldPage, optional, required } from "./field-page.js";

/** A page of fields, each as `name: cell`, with a `?` after the name of one that may be absent. */
function page(path: string, title: string, fields: readonly string[]): SourcePage {
  const rows = fields.map((field): FieldRow => {
    const [name = "", cell = ""] = field.split(": ");
    return [name.replace("?", ""), cell, name.endsWith("?") ? optional : required];
  });
  return fieldPage(path, title, rows);
}

/** The same model as the SDKs of seven languages document it: the folder of its page, and its rows. */
const languages: Readonly<Record<string, { readonly folder: string; readonly fields: readonly string[] }>> = {
  typescript: {
    folder: "components",
    fields: [
      "petId: *string*",
      "ageInYears?: *number*",
      "isTame: *boolean*",
      "nickNames: *string*[]",
      "weights: Record<string, *number*>",
      "bornAt: [Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
      "owner?: [components.Owner](../../models/components/owner.md)",
      "extra?: *any*",
    ],
  },
  go: {
    folder: "components",
    fields: [
      "PetID: `string`",
      "AgeInYears?: `*int64`",
      "IsTame: `bool`",
      "NickNames: []`string`",
      "Weights: map[string]`float64`",
      "BornAt: [time.Time](https://pkg.go.dev/time#Time)",
      "Owner?: [*components.Owner](../../models/components/owner.md)",
      "Extra?: `any`",
    ],
  },
  python: {
    folder: "models",
    fields: [
      "pet_id: *str*",
      "age_in_years?: *Optional[int]*",
      "is_tame: *bool*",
      "nick_names: List[*str*]",
      "weights: Dict[str, *float*]",
      "born_at: [date](https://docs.python.org/3/library/datetime.html#date-objects)",
      "owner?: [Optional[models.Owner]](../models/owner.md)",
      "extra?: *Optional[Any]*",
    ],
  },
  java: {
    folder: "components",
    fields: [
      "petId: *String*",
      "ageInYears?: *Optional\\<Long>*",
      "isTame: *boolean*",
      "nickNames: List\\<*String*>",
      "weights: Map\\<String, *Double*>",
      "bornAt: [OffsetDateTime](https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html)",
      "owner?: [Optional\\<Owner>](../../models/components/Owner.md)",
      "extra?: *Optional\\<Object>*",
    ],
  },
  csharp: {
    folder: "Components",
    fields: [
      "PetId: *string*",
      "AgeInYears?: *long*",
      "IsTame: *bool*",
      "NickNames: List<*string*>",
      "Weights: Dictionary<String, *double*>",
      "BornAt: [DateTime](https://learn.microsoft.com/en-us/dotnet/api/system.datetime?view=net-5.0)",
      "Owner?: [Owner](../../Models/Components/Owner.md)",
      "Extra?: *object*",
    ],
  },
  php: {
    folder: "Components",
    fields: [
      "petId: *string*",
      "ageInYears?: *?int*",
      "isTame: *bool*",
      "nickNames: array<*string*>",
      "weights: array<string, *float*>",
      "bornAt: [\\DateTime](https://www.php.net/manual/en/class.datetime.php)",
      "owner?: [?Components\\Owner](../../Models/Components/Owner.md)",
      "extra?: *mixed*",
    ],
  },
  ruby: {
    folder: "components",
    fields: [
      "pet_id: *::String*",
      "age_in_years?: *T.nilable(::Integer)*",
      "is_tame: *T::Boolean*",
      "nick_names: T::Array<*::String*>",
      "weights: T::Hash[Symbol, *::Float*]",
      "born_at: [Date](https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/Date.html)",
      "owner?: [T.nilable(Models::Components::Owner)](../../models/components/owner.md)",
      "extra?: *T.nilable(::Object)*",
    ],
  },
};

/** The interface that a language's pages become. */
function interfaceOf(language: string): string {
  const { folder = "", fields = [] } = languages[language] ?? {};
  const [pet, owner] = /Owner\.md/.test(fields.join()) ? ["Pet.md", "Owner.md"] : ["pet.md", "owner.md"];
  const pages = [
    page(`${folder}/${pet}`, "Pet", fields),
    page(`${folder}/${owner}`, "Owner", [fields[0] ?? "", fields[3] ?? ""]),
  ];
  const { files, messages, readings } = compile(pages, { names: { properties: "camelCase" } });
  expect(messages.map(String)).toEqual([]);
  expect([...readings.values()].map(({ notation, reason }) => `${notation} by ${reason.by}`)).toEqual([
    `${language} by page`,
    `${language} by page`,
  ]);
  const text = files.find(({ path }) => /\/pet\.ts$/i.test(path))?.text ?? "";
  const start = text.indexOf("export interface Pet");
  return text.slice(start, text.indexOf("\n}", start) + 2);
}

describe("one model", () => {
  it.each(Object.keys(languages))("is the same from the pages of an SDK in %s, and recognised as such", (language) => {
    expect(interfaceOf(language)).toBe(
      [
        "export interface Pet {",
        "  petId: string;",
        "  ageInYears?: number | undefined;",
        "  isTame: boolean;",
        "  nickNames: string[];",
        "  weights: Record<string, number>;",
        "  bornAt: Date;",
        "  owner?: Owner | undefined;",
        "  extra?: unknown;",
        "}",
      ].join("\n"),
    );
  });
});
