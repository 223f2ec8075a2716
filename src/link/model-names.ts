import type { ModelName } from "../model/schema.js";
import { typeNameOf } from "../model/type-name.js";
import { safeName } from "./safe-name.js";

/** Stems and folders that the outputs' own files have: a page of that name moves aside by an underscore. */
const ownFile = /^(?:index|modelmark)_*$/i;
const ownFolder = /(?:\.ts|\.json)_*$/i;

/** A folder of pages, or a page: what one segment of a path names. */
interface Entry {
  /** The segment, with the ending of a page. */
  readonly name: string;
  readonly kind: "folder" | "page";
  /** The pages' path up to here. */
  readonly source: string;
}

/** Where a page's TypeScript stands where no other page is called alike: `components/foo.md` → `components/foo.ts`. */
export function outputFileOf(page: string): string {
  return entriesOf(page)
    .map((entry) => outputOf(entry))
    .join("/");
}

/** The output and the type of each model; pages and folders that need one name are told apart by what differs in theirs. */
export function nameModels(models: readonly { readonly page: string; readonly name: string }[]): readonly ModelName[] {
  const files = outputFiles(models.map(({ page }) => page));
  return models.map(({ page, name }) => ({ file: files.get(page) ?? outputFileOf(page), type: typeNameOf(name) }));
}

/** The outputs by pages and folders: no two are one file to a file system that tells neither case nor Unicode's forms apart. */
function outputFiles(pages: readonly string[]): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const paths = pages.map(entriesOf);
  const deepest = paths.reduce((most, entries) => Math.max(most, entries.length), 0);
  for (let depth = 0; depth < deepest; depth += 1) {
    const level = new Map<string, Entry>();
    for (const entry of paths.flatMap((path) => path[depth] ?? [])) level.set(entry.source, entry);
    nameLevel([...level.values()], outputs);
  }
  return outputs;
}

function nameLevel(entries: readonly Entry[], outputs: Map<string, string>): void {
  const groups = new Map<string, Entry[]>();
  const placeOf = ({ source }: Entry, output: string): string => {
    const above = outputs.get(source.slice(0, Math.max(0, source.lastIndexOf("/"))));
    return above === undefined ? output : `${above}/${output}`;
  };
  for (const entry of entries) {
    const key = folded(placeOf(entry, outputOf(entry)));
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  // A page may be called as the distinct file of another one.
  const taken = new Set(groups.keys());
  for (const group of groups.values()) {
    const owner = ownerOf(group);
    for (const entry of group) {
      const distinct = (tries: number): string => {
        const place = placeOf(entry, outputOf(entry, `${entry.source}${"/".repeat(tries)}`));
        return taken.has(folded(place)) ? distinct(tries + 1) : place;
      };
      const place = entry === owner ? placeOf(entry, outputOf(entry)) : distinct(0);
      taken.add(folded(place));
      outputs.set(entry.source, place);
    }
  }
}

/** Of names that are alike, the one in lower case that is written as it is and ends in `.md` keeps the plain output. */
function ownerOf(group: readonly Entry[]): Entry | undefined {
  if (group.length === 1) return group[0];
  const plain = group.filter(
    ({ name, kind }) => name === name.normalize("NFC").toLowerCase() && (kind === "folder" || isMarkdown(name)),
  );
  const unmoved = plain.filter((entry) => outputOf(entry) === entry.name.replace(/\.md$/, ".ts"));
  const [owner, ...others] = unmoved.length > 0 ? unmoved : plain;
  return others.length === 0 ? owner : undefined;
}

function isMarkdown(name: string): boolean {
  return name.endsWith(".md");
}

/** The name of an output, by the entry's own alone; `apart`: what tells it from those that are alike. */
function outputOf({ name, kind }: Entry, apart?: string): string {
  switch (kind) {
    case "folder":
      return safeName(ownFolder.test(name) ? `${name}_` : name, "", apart);
    case "page": {
      const stem = name.replace(/\.mdx?$/, "");
      return safeName(ownFile.test(stem) ? `${stem}_` : stem, ".ts", apart);
    }
  }
}

function entriesOf(page: string): readonly Entry[] {
  const names = page.split("/");
  return names.map((name, at): Entry => {
    const kind = at === names.length - 1 ? "page" : "folder";
    return { name, kind, source: names.slice(0, at + 1).join("/") };
  });
}

/** Upper case first: some letters have several lower forms. */
function folded(file: string): string {
  return file.normalize("NFC").toUpperCase().toLowerCase();
}
