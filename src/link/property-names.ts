import type { PropertyCase } from "../options.js";

/** What a word of a name may be, the first that fits. */
const words = [
  String.raw`\p{Lu}{2,}v\d+`, // IPv4
  String.raw`\p{Lu}+\d+(?![\p{Ll}])`, // EC2, X509
  String.raw`\p{Lu}{2,}s(?![\p{Ll}\d])`, // URLs
  String.raw`\p{Lu}+(?=\p{Lu}\p{Ll})`, // HTTP of HTTPStatus
  String.raw`\p{Lu}?[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\d]*`, // Status, sha256
  String.raw`\p{Lu}+`, // ID
  String.raw`\d+`,
];
const word = new RegExp(words.join("|"), "gu");

/** The words of an identifier: `TenantIDs` → `Tenant`, `IDs`; acronyms hold together, with their number or plural. */
export function wordsOf(name: string): readonly string[] {
  return name.match(word) ?? [];
}

/** A name in a case; a name without words stays as it is. */
export function inCase(name: string, propertyCase: PropertyCase): string {
  const lower = wordsOf(name).map((part) => part.toLowerCase());
  if (propertyCase === "documented" || lower.length === 0) return name;
  const leading = /^_*/.exec(name)?.[0] ?? "";
  if (propertyCase === "snake_case") return leading + lower.join("_");
  return leading + lower.map((part, at) => (at === 0 ? part : part.slice(0, 1).toUpperCase() + part.slice(1))).join("");
}
