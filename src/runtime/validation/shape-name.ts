import type { LiteralShape, TypeShape } from "./shape.js";

/** How many values a name lists. */
const listedValues = 12;

/** Values as TypeScript writes their union. */
export function literalsName(values: readonly LiteralShape[]): string {
  const listed = values.slice(0, listedValues).map((value) => JSON.stringify(value));
  return [...listed, ...(values.length > listedValues ? ["…"] : [])].join(" | ") || "never";
}

/** What an open list of values admits: their types, but no booleans that it does not name. */
export function openName(values: readonly LiteralShape[]): string {
  return [...new Set(values.map((value) => (typeof value === "boolean" ? String(value) : typeof value)))].join(" | ");
}

/** A type as TypeScript writes it. */
export function shapeName(type: TypeShape): string {
  if (typeof type === "string") return type;
  if (typeof type === "function") return type().name;
  switch (type[0]) {
    case "literal":
      return literalsName(type[1]);
    case "array": {
      const items = shapeName(type[1]);
      return items.includes(" | ") ? `(${items})[]` : `${items}[]`;
    }
    case "map":
      return `Record<string, ${shapeName(type[1])}>`;
    case "union":
      return type[1].map(shapeName).join(" | ");
    case "platform":
    case "guard":
      return type[1];
  }
}
