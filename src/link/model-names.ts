import { folderOf } from "../model/path.js";
import type { ModelName } from "../model/schema.js";
import { typeNameOf } from "../model/type-name.js";

/** Stems and folders that the outputs' own files have: a page of that name moves aside by an underscore. */
const ownFile = /^(?:index|modelmark)_*$/i;
const ownFolder = /(?:\.ts|\.json)_*$/i;

/** Device names of Windows, which no file there can have. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** What no module specifier or file system takes as it is: marks of URLs and of Windows, halves of pairs, dots and blanks at the ends. */
const unsafeSegment = /[\\#?%:*"<>|\p{Cc}\p{Cf}\p{Cs}]|^\.|[. ]$/u;

/** Where a page's TypeScript stands, by its path alone: `components/foo.md` → `components/foo.ts`. */
export function outputFileOf(page: string): string {
  const segments = page.replace(/\.mdx?$/, "").split("/");
  const stem = segments.pop() ?? "";
  const folders = segments.map((folder) => safeSegment(ownFolder.test(folder) ? `${folder}_` : folder));
  const moved = ownFile.test(stem) || deviceName.test(stem) ? `${stem}_` : stem;
  return [...folders, `${safeSegment(moved)}.ts`].join("/");
}

function safeSegment(segment: string): string {
  if (!unsafeSegment.test(segment)) return segment;
  const visible = segment.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${visible}-${hashOf(segment)}`.replace(/^-/, "");
}

/** The output and the type of each model; two pages that need one file are told apart by what differs in their paths. */
export function nameModels(models: readonly { readonly page: string; readonly name: string }[]): readonly ModelName[] {
  const plain = models.map(({ page }) => outputFileOf(page));
  const shared = sharedFolders(plain);
  const files = shared.size === 0 ? plain : plain.map((file) => inDistinctFolder(file, shared));
  const counts = new Map<string, number>();
  for (const file of files) counts.set(foldPath(file), (counts.get(foldPath(file)) ?? 0) + 1);
  return models.map(({ page, name }, at) => {
    const file = files[at] ?? "";
    const taken = (counts.get(foldPath(file)) ?? 0) > 1;
    return { file: taken && !isPlain(page) ? distinctFile(file, page) : file, type: typeNameOf(name) };
  });
}

/** A path as file systems see it that know neither case nor compositions of characters. */
function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The folders of files that are one with another folder on such a file system. */
function sharedFolders(files: readonly string[]): ReadonlySet<string> {
  const spellings = new Map<string, Set<string>>();
  for (const folder of new Set(files.map(folderOf))) {
    for (let at = folder.indexOf("/"); at >= 0; at = folder.indexOf("/", at + 1)) {
      const path = folder.slice(0, at);
      spellings.set(foldPath(path), (spellings.get(foldPath(path)) ?? new Set<string>()).add(path));
    }
  }
  return new Set([...spellings.values()].filter(({ size }) => size > 1).flatMap((paths) => [...paths]));
}

/** Of folders that differ in case alone, the one in lower case keeps its name: each has an index of its own. */
function inDistinctFolder(file: string, shared: ReadonlySet<string>): string {
  const segments = file.split("/");
  const named = segments.map((segment, at) => {
    const path = segments.slice(0, at + 1).join("/");
    const taken = at < segments.length - 1 && shared.has(path) && segment !== foldPath(segment);
    return taken ? `${segment}-${hashOf(path)}` : segment;
  });
  return named.join("/");
}

/** Of pages that differ in case or ending alone, the one in lower case that ends in `.md` keeps the plain file. */
function isPlain(page: string): boolean {
  return page === foldPath(page) && page.endsWith(".md");
}

/** A file name that tells a page from those whose path differs in case or ending: its own code units are in it. */
function distinctFile(file: string, page: string): string {
  return file.replace(/\.ts$/, `-${hashOf(page)}.ts`);
}

/** The FNV-1a hash of a text's code units, in hexadecimal: it tells names apart and guards nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
