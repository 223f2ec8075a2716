import { placeWithin } from "../markdown/place.js";
import type { Link } from "../model/link.js";
import { stemOfUrl } from "../model/path.js";
import type { Type } from "../model/type.js";
import { UnexpectedText } from "./cursor.js";
import type { Reading } from "./reading.js";

/**
 * What a link stands for whose text begins at an offset: the name at the bottom of the text leads to the link's target;
 * a type that the text writes out stands for the page there. A null in the text goes around the reference.
 */
export function linkedType(reading: Reading, text: Type<Link>, url: string, from: number): Type<Link> {
  switch (text.kind) {
    case "nullable":
      return { ...text, type: linkedType(reading, text.type, url, from) };
    case "array":
    case "stream":
      return { kind: text.kind, items: linkedType(reading, text.items, url, from) };
    case "map":
      return { kind: "map", values: linkedType(reading, text.values, url, from) };
    case "reference":
      return { kind: "reference", target: { ...text.target, url } };
    case "union":
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return { kind: "reference", target: spelledLink(reading, text, url, from) };
  }
}

function spelledLink({ start, cursor }: Reading, spelled: Type<Link>, url: string, from: number): Link {
  const name = stemOfUrl(url);
  if (name === "") throw new UnexpectedText({ text: cursor.text, offset: from }, ["a link to a page"]);
  return { name, url, spelled, place: placeWithin(start, from, cursor.offset) };
}
