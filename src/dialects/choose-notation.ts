import picomatch from "picomatch";
import type { Page } from "../markdown/page.js";
import { folderOf } from "../model/path.js";
import { notations } from "../notation/index.js";
import type { Notation, NotationEvidence } from "../notation/notation.js";

/** A page and what it shows of its notation. */
export interface PageEvidence {
  readonly page: Page;
  readonly evidence: NotationEvidence;
}

/** Notations by page: pinned by a glob, else by the page's own signs, its folder's, all pages'. */
export function chooseNotations(
  pages: readonly PageEvidence[],
  pins: Readonly<Record<string, string>>,
): ReadonlyMap<Page, Notation> {
  const pinned = Object.entries(pins).map(([glob, name]) => [picomatch(glob), name] as const);
  const own = new Map(pages.map(({ page, evidence }) => [page, strongest(signsOf(evidence))]));
  const folders = groupByFolder(pages);
  const majorities = new Map([...folders].map(([folder, members]) => [folder, majority(members, own)]));
  const overall = majority(pages, own) ?? firstNotation();
  return new Map(
    pages.map(({ page }) => {
      const pin = pinned.find(([matches]) => matches(page.path))?.[1];
      const choice = notations.find(({ name }) => name === pin) ?? own.get(page) ?? majorities.get(folderOf(page.path));
      return [page, choice ?? overall];
    }),
  );
}

type Signs = ReadonlyMap<Notation, number>;

function signsOf(evidence: NotationEvidence): Signs {
  return new Map(notations.map((notation) => [notation, notation.signs(evidence)]));
}

/** The notation with the most signs; nothing where two are level. */
function strongest(signs: Signs): Notation | undefined {
  const [first, second] = [...signs].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function majority(pages: readonly PageEvidence[], own: ReadonlyMap<Page, Notation | undefined>): Notation | undefined {
  const counts = new Map(notations.map((notation) => [notation, 0]));
  for (const { page } of pages) {
    const notation = own.get(page);
    if (notation) counts.set(notation, (counts.get(notation) ?? 0) + 1);
  }
  return strongest(counts);
}

function firstNotation(): Notation {
  const [first] = notations;
  if (!first) throw new Error("there is no notation");
  return first;
}

function groupByFolder(pages: readonly PageEvidence[]): ReadonlyMap<string, readonly PageEvidence[]> {
  const folders = new Map<string, PageEvidence[]>();
  for (const entry of pages) {
    const folder = folders.get(folderOf(entry.page.path));
    if (folder) folder.push(entry);
    else folders.set(folderOf(entry.page.path), [entry]);
  }
  return folders;
}
