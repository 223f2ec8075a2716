import path from "node:path";
import { pathToFileURL } from "node:url";
import { isWithin } from "../pages.js";
import { pathFrom } from "./source-root.js";

/** The name that logs have for the repository's root. */
export const rootId = "%SRCROOT%";

/** A file as a URI that is relative to the root, or absolute where it is not below it. */
export function uriFrom(root: string, file: string): string {
  if (!isWithin(root, file)) return pathToFileURL(file).href;
  return pathFrom(root, file).split("/").map(encoded).join("/");
}

/** A folder as a URI, with a slash at its end as relative ones need it. */
export function folderUri(folder: string): string {
  return `${pathToFileURL(folder + path.sep).href.replace(/\/+$/, "")}/`;
}

/** A lone half of a surrogate pair has no bytes in UTF-8. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd")).replace(/[!'()*]/g, percentEncoded);
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
