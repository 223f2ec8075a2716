import type { Link } from "../model/link.js";
import { keyOfName, type ModelIndex } from "./model-index.js";

/** The pages of a link's name in the folder that is called as its namespace. */
export function namesakes(link: Link, index: ModelIndex): readonly string[] {
  const namespace = namespaceOf(link);
  return namespace === undefined ? [] : (index.byNamespace.get(keyOfName(namespace, link.name)) ?? []);
}

/** The folder that a link names: the last part of its namespace, in lower case. */
export function namespaceOf({ namespace }: Link): string | undefined {
  return namespace
    ?.split(/[.\\/]|::/)
    .at(-1)
    ?.toLowerCase();
}
