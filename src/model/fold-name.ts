/** A name without case and separators, by which names are alike that one author or generator spells in two ways. */
export function foldName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
