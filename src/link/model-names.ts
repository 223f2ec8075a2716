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
  const fold = (page: string): string => outputFileOf(page).normalize("NFC").toLowerCase();
  const counts = new Map<string, number>();
  for (const { page } of models) counts.set(fold(page), (counts.get(fold(page)) ?? 0) + 1);
  return models.map(({ page, name }) => {
    const taken = (counts.get(fold(page)) ?? 0) > 1;
    return { file: taken && !isPlain(page) ? distinctFileOf(page) : outputFileOf(page), type: typeNameOf(name) };
  });
}

/** Of pages that differ in case or ending alone, the one in lower case that ends in `.md` keeps the plain file. */
function isPlain(page: string): boolean {
  return page === page.toLowerCase() && page.endsWith(".md");
}

/** A file name that tells a page from those whose path differs in case or ending: its own code units are in it. */
function distinctFileOf(page: string): string {
  return outputFileOf(page).replace(/\.ts$/, `-${hashOf(page)}.ts`);
}

/** The FNV-1a hash of a text's code units, in hexadecimal: it tells names apart and guards nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
