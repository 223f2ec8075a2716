import type { Link } from "../model/link.js";
import { stemOfUrl } from "../model/path.js";
import type { Type } from "../model/type.js";

/**
 * Whether an override's type is the one that a page says already, as far as that can be told before links are resolved: a link
 * leads where its path says, else where its namespace does.
 */
export function isSameType(stated: Type<Link>, documented: Type<Link>): boolean {
  switch (stated.kind) {
    case "array":
    case "stream":
      return documented.kind === stated.kind && isSameType(stated.items, documented.items);
    case "map":
      return documented.kind === "map" && isSameType(stated.values, documented.values);
    case "nullable":
      return documented.kind === "nullable" && isSameType(stated.type, documented.type);
    case "union":
      return documented.kind === "union" && areSameTypes(stated.members, documented.members);
    case "reference":
      return documented.kind === "reference" && isSameLink(stated.target, documented.target);
    case "primitive":
    case "platform":
      return documented.kind === stated.kind && documented.name === stated.name;
    case "literal":
      return documented.kind === "literal" && documented.value === stated.value;
    case "external":
      return documented.kind === "external" && documented.name === stated.name && documented.from === stated.from;
  }
}

/** Whether two lists of types are alike, in order. */
export function areSameTypes(stated: readonly Type<Link>[], documented: readonly Type<Link>[]): boolean {
  return (
    stated.length === documented.length &&
    stated.every((type, at) => {
      const other = documented[at];
      return other !== undefined && isSameType(type, other);
    })
  );
}

function isSameLink(stated: Link, documented: Link): boolean {
  if (documented.spelled || stated.name !== documented.name) return false;
  if (stated.url !== undefined || documented.url === undefined) {
    return stated.url === documented.url && stated.namespace === documented.namespace;
  }
  return stated.namespace === folderOfUrl(documented.url);
}

/** The last folder in a link's path: `components` of `../../models/components/foo.md`. */
function folderOfUrl(url: string): string | undefined {
  const path = url.replace(/[?#].*$/s, "");
  const folder = stemOfUrl(path) === "" ? undefined : path.split("/").at(-2);
  return folder === "." || folder === ".." ? undefined : folder;
}
