/** Those that a list with commas names, whatever their case and hyphens; all where there is no list. Throws an `Error` for a name of nobody. */
export function chosenOf<Id extends string>(ids: readonly Id[], only: string | undefined): readonly Id[] {
  if (only === undefined) return ids;
  const wanted = new Set(only.split(",").map(plain));
  const found = ids.filter((id) => wanted.has(plain(id)));
  if (found.length < wanted.size) throw new Error(`--only takes some of ${ids.join(", ")}, not ${only}`);
  return found;
}

function plain(name: string): string {
  return name.replace(/[-\s]/g, "").toLowerCase();
}
