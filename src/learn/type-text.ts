import type { ModelId } from "../model/model.js";
import { folderOf } from "../model/path.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";

const primitiveTexts: Readonly<Record<PrimitiveName, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  bigint: "bigint",
  decimal: "Decimal",
  "date-time": "Date",
  date: "RFCDate",
  unknown: "any",
};

/**
 * A type as a cell of a TypeScript page spells it, which is how overrides say types: `Array<*components.Foo*> | null`. Nothing
 * where a cell has no words for it that lead from the page to the same models.
 */
export function typeText(type: Type<ModelId>, page: string, models: ModelLookup): string | undefined {
  const spell = (inner: Type<ModelId>): string | undefined => typeText(inner, page, models);
  switch (type.kind) {
    case "primitive":
      return primitiveTexts[type.name];
    case "literal":
      return JSON.stringify(type.value);
    case "platform":
      return type.name;
    case "external":
      return undefined;
    case "array":
      return around(spell(type.items), (items) => `Array<${items}>`);
    case "map":
      return around(spell(type.values), (values) => `Record<string, ${values}>`);
    case "stream":
      return around(spell(type.items), (items) => `ReadableStream<${items}>`);
    case "union": {
      // To a cell an integer is a number, so that two members may be spelled alike.
      const members = [...new Set(type.members.map(spell))];
      return members.length === 0 || members.includes(undefined) ? undefined : members.join(" | ");
    }
    case "nullable":
      return around(spell(type.type), (inner) => `${inner} | null`);
    case "reference":
      return referenceText(type.target, page, models);
  }
}

function around(text: string | undefined, spell: (text: string) => string): string | undefined {
  return text === undefined ? undefined : spell(text);
}

/** A name that a cell can spell: letters, digits and underscores. */
const plainName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The name of a model with the folder of its page as its namespace, as far as both can stand in a cell. */
function referenceText(id: ModelId, page: string, models: ModelLookup): string | undefined {
  const model = models.get(id);
  if (!model || !plainName.test(model.name)) return undefined;
  const folder = folderOf(model.page).split("/").at(-2);
  if (folder === undefined) return folderOf(page) === "" ? `*${model.name}*` : undefined;
  return plainName.test(folder) ? `*${folder}.${model.name}*` : undefined;
}
