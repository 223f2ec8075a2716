import type { Link } from "../../src/model/link.js";
import type { Type } from "../../src/model/type.js";
import type { Notation, NotationResult } from "../../src/notation/notation.js";

/** A short text for what a notation read, for tables of given and wanted. */
export function describeType(result: NotationResult): string {
  if (result.ok) return `${typeText(result.type)}${result.optional ? " or nothing" : ""}`;
  return `error at ${result.error.offset}: expected ${result.error.expected.join(" or ")}`;
}

const start = { line: 3, column: 10, offset: 100 };

/** The same for the member of a union: its heading, and the fence under it. */
export function describeMember(notation: Notation, heading: string, fence?: string): string {
  const titled = { text: heading, place: { start, end: start } };
  const fenced = fence === undefined ? undefined : { text: fence, place: { start, end: start } };
  const source = notation.memberText?.(titled, fenced) ?? titled;
  return describeType(notation.parseMember(source.text, source.place.start));
}

function typeText(type: Type<Link>): string {
  switch (type.kind) {
    case "primitive":
    case "platform":
    case "external":
      return type.name;
    case "literal":
      return JSON.stringify(type.value);
    case "array":
      return `${typeText(type.items)}[]`;
    case "map":
      return `Record<${typeText(type.values)}>`;
    case "stream":
      return `Stream<${typeText(type.items)}>`;
    case "union":
      return type.members.map(typeText).join(" | ");
    case "nullable":
      return `${typeText(type.type)}?`;
    case "reference":
      return linkText(type.target);
  }
}

function linkText({ name, namespace, url, known, spelled }: Link): string {
  const dotted = namespace === undefined ? name : `${namespace}.${name}`;
  const target = url === undefined ? "" : ` → ${url}`;
  return `${dotted}${known ? `(${typeText(known)})` : ""}${target}${spelled ? ` as (${typeText(spelled)})` : ""}`;
}
