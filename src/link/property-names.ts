import type { PropertyCase } from "../options.js";

/** The words of an identifier: `TenantIDs` → `Tenant`, `IDs`; acronyms hold together, with a plural `s`. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/\p{Lu}+s?(?![\p{Ll}\d])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\d]+|\p{Lu}+\d*|\d+/gu) ?? [];
}

/** A name in a case; a name without words stays as it is. */
export function inCase(name: string, propertyCase: PropertyCase): string {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  if (propertyCase === "documented" || words.length === 0) return name;
  if (propertyCase === "snake_case") return words.join("_");
  return words.map((word, at) => (at === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join("");
}
