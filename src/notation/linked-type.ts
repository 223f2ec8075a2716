import type { Link } from "../model/link.js";
import type { Place } from "../model/place.js";
import type { Type } from "../model/type.js";

/** The type of a link's text, whose name leads to the link's target; a union that is written out stands for that page. */
export function linkedTo(url: string, type: Type<Link>, place: Place): Type<Link> {
  switch (type.kind) {
    case "reference":
      return { kind: "reference", target: { ...type.target, url } };
    case "union":
      return { kind: "reference", target: { name: stemOf(url), url, spelled: type, place } };
    case "nullable":
      return { ...type, type: linkedTo(url, type.type, place) };
    case "array":
    case "stream":
      return { kind: type.kind, items: linkedTo(url, type.items, place) };
    case "map":
      return { kind: "map", values: linkedTo(url, type.values, place) };
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return type;
  }
}

function stemOf(url: string): string {
  return (url.split("/").at(-1) ?? "").replace(/\.mdx?$/, "");
}
