import { folderOf } from "../model/path.js";

/** The module that all validators share; a page called so has its output moved aside. */
export const sharedModule = "modelmark.ts";

/** A relative module specifier from one output to another: `../components/foo.js`. */
export function relativeImport(from: string, to: string, extension: ".js" | ".ts" | ""): string {
  const folder = folderOf(from);
  const isBeside = to.startsWith(folder) && !to.includes("/", folder.length);
  return (isBeside ? `./${to.slice(folder.length)}` : relativePath(from, to)).replace(/\.ts$/, extension);
}

function relativePath(from: string, to: string): string {
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared += 1;
  const up = source.length - shared;
  return [...(up === 0 ? ["."] : Array<string>(up).fill("..")), ...target.slice(shared)].join("/");
}
