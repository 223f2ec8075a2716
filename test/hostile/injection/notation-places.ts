import type { Place, Planted } from "./place.js";
import { fieldRow, markedCell, objectPage, page, unionPage } from "./write-page.js";

/** How a language writes what a text can stand in. */
interface Spelling {
  readonly name: string;
  readonly word: (text: string) => string;
  /** A word in a list. */
  readonly list: (text: string) => string;
  /** A word in a map. */
  readonly map: (text: string) => string;
  /** A literal, where the language's cells have any. */
  readonly literal?: (text: string) => string;
}

const starred = (text: string): string => `*${text}*`;

const spellings: readonly Spelling[] = [
  {
    name: "typescript",
    word: starred,
    list: (text) => `*${text}*[]`,
    map: (text) => `Record<string, *${text}*>`,
    literal: (text) => `*${JSON.stringify(text)}*`,
  },
  {
    name: "python",
    word: starred,
    list: (text) => `List[*${text}*]`,
    map: (text) => `Dict[str, *${text}*]`,
    literal: (text) => `*Literal[${JSON.stringify(text)}]*`,
  },
  {
    name: "go",
    word: (text) => `\`${text}\``,
    list: (text) => `[]\`${text}\``,
    map: (text) => `map[string]\`${text}\``,
  },
  { name: "java", word: starred, list: (text) => `List\\<*${text}*>`, map: (text) => `Map\\<String, *${text}*>` },
  { name: "csharp", word: starred, list: (text) => `List<*${text}*>`, map: (text) => `Dictionary<String, *${text}*>` },
  { name: "php", word: starred, list: (text) => `array<*${text}*>`, map: (text) => `array<string, *${text}*>` },
  { name: "ruby", word: starred, list: (text) => `T::Array<*${text}*>`, map: (text) => `T::Hash[Symbol, *${text}*]` },
];

function inCell(notation: string, type: string): Planted {
  return {
    pages: [
      page("components/foo.md", objectPage("Foo", [fieldRow({ name: "id", type }), fieldRow({ name: "other" })])),
    ],
    options: { notations: { "**": notation } },
  };
}

/** A link beside the page that it should lead to. */
function linked(notation: string, label: string, url: string): Planted {
  const { pages, options } = inCell(notation, `[${label}](${url})`);
  return { pages: [...pages, page("components/bar.md", objectPage("Bar", []))], ...(options ? { options } : {}) };
}

function placesOf({ name, word, list, map, literal }: Spelling): readonly Place[] {
  const cell = (what: string, type: (text: string) => string): Place => ({
    name: `${what} in ${name}`,
    plant: (text) => inCell(name, type(markedCell(text))),
  });
  return [
    cell("type cell", (text) => text),
    cell("word of a type", word),
    cell("items of a list", list),
    cell("values of a map", map),
    ...(literal ? [cell("literal", literal)] : []),
    {
      name: `text of a link in ${name}`,
      plant: (text) => linked(name, markedCell(text), "../../models/components/bar.md"),
    },
    { name: `target of a link in ${name}`, plant: (text) => linked(name, "Bar", markedCell(text)) },
    {
      name: `namespace of a link in ${name}`,
      plant: (text) => linked(name, `${markedCell(text)}.Bar`, `../../models/${markedCell(text)}/bar.md`),
    },
    {
      name: `member of a union in ${name}`,
      plant: (text) => ({
        pages: [
          page("components/foo.md", unionPage("Foo", [`### \`${text}\`\n\n~~~${name}\n${text} value = ${text}\n~~~`])),
        ],
        options: { notations: { "**": name } },
      }),
    },
  ];
}

/** The places of a type cell and of a union's heading in each language. */
export const notationPlaces: readonly Place[] = spellings.flatMap(placesOf);
