/** How a page and a source differ in a list of parts, in words. */
export interface PartDrift {
  readonly found: string;
  readonly wanted: string;
}

/** Lists of so many parts are shown whole. */
const mostWhole = 4;

/**
 * What alone is added or missing, where lists that are long have parts in common; nothing where they are to be shown whole.
 * `what`: what has the parts.
 */
export function partDrift(known: readonly string[], wanted: readonly string[], what: string): PartDrift | undefined {
  const [surplus, missing] = [without(known, wanted), without(wanted, known)];
  const isLong = Math.max(known.length, wanted.length) > mostWhole;
  const differs = surplus.length + missing.length > 0;
  if (!isLong || !differs || surplus.length === known.length) return undefined;
  const [added, lacking] = [listOf(surplus), listOf(missing)];
  if (surplus.length === 0) return { found: `${what} without ${lacking}`, wanted: `${lacking} too` };
  return { found: `${added} in the ${what}`, wanted: missing.length === 0 ? "none" : lacking };
}

function without(parts: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return parts.filter((part) => !known.has(part));
}

function listOf(parts: readonly string[]): string {
  return parts.map((part) => `\`${part}\``).join(", ");
}

/** The members of a union as a cell spells it; a type that is none is its only member. */
export function membersOfText(text: string): readonly string[] {
  const members: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[<>|]/g)) {
    if (token === "<") depth += 1;
    if (token === ">") depth -= 1;
    if (token !== "|" || depth > 0) continue;
    members.push(text.slice(from, index).trim());
    from = index + 1;
  }
  return [...members, text.slice(from).trim()];
}
