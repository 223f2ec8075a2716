import type { Link } from "../model/link.js";
import type { Type } from "../model/type.js";
import type { Believed } from "./statement.js";

/** Whether examples may say more of a type than a page, beside the null of the whole: then an override may have to say it again. */
export function mayBeWidened(type: Type<Link>, believed: Believed): boolean {
  return believed.stringsOrNumbers || (believed.nulls && hasParts(type));
}

/** Whether there are items or values in a type, which may be null. */
function hasParts(type: Type<Link>): boolean {
  switch (type.kind) {
    case "array":
    case "map":
      return true;
    case "nullable":
      return hasParts(type.type);
    case "union":
      return type.members.some(hasParts);
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
    case "reference":
      return false;
  }
}
