import picomatch from "picomatch";
import type { Report } from "../diagnostics/report.js";
import type { Page } from "../markdown/page.js";
import { folderOf } from "../model/path.js";
import { notations } from "../notation/index.js";
import type { Notation, NotationEvidence } from "../notation/notation.js";
import { findSigns, type Sign } from "./notation-signs.js";

/** A page and what it shows of its notation. */
export interface PageEvidence {
  readonly page: Page;
  readonly evidence: NotationEvidence;
}

/** Why a page is read in a notation. */
export type NotationReason =
  | { readonly by: "pin"; readonly glob: string }
  | { readonly by: "page"; readonly signs: readonly string[] }
  | { readonly by: "folder"; readonly folder: string }
  | { readonly by: "corpus" }
  | { readonly by: "default" };

/** The notation that a page is read in, and why. */
export interface NotationChoice {
  readonly notation: Notation;
  readonly reason: NotationReason;
}

/** Notations by page: pinned by a glob, else by the page's own signs, its folder's, all pages'. */
export function chooseNotations(
  pages: readonly PageEvidence[],
  pins: Readonly<Record<string, string>>,
  report: Report,
): ReadonlyMap<Page, NotationChoice> {
  const pinned = Object.entries(pins).map(([glob, name]) => ({ glob, matches: picomatch(glob), name }));
  const signs = new Map(pages.map(({ page, evidence }) => [page, findSigns(evidence)]));
  const own = new Map([...signs].map(([page, found]) => [page, strongest(weigh(found))]));
  const folders = groupByFolder(pages);
  const majorities = new Map([...folders].map(([folder, members]) => [folder, majority(members, own)]));
  const overall = majority(pages, own);
  return new Map(
    pages.map(({ page }) => {
      const pin = pinned.find(({ matches }) => matches(page.path));
      const wanted = pin && notations.find(({ name }) => name === pin.name);
      const found = signs.get(page) ?? [];
      if (pin && wanted) {
        checkPin(page, wanted, pin.glob, found, report);
        return [page, { notation: wanted, reason: { by: "pin", glob: pin.glob } }];
      }
      return [page, chooseFor(page, found, own.get(page), majorities.get(folderOf(page.path)), overall)];
    }),
  );
}

function chooseFor(
  page: Page,
  signs: readonly Sign[],
  own: Notation | undefined,
  inFolder: Notation | undefined,
  overall: Notation | undefined,
): NotationChoice {
  if (own) return { notation: own, reason: { by: "page", signs: shownSigns(signs, own) } };
  if (inFolder) return { notation: inFolder, reason: { by: "folder", folder: folderOf(page.path) } };
  if (overall) return { notation: overall, reason: { by: "corpus" } };
  return { notation: firstNotation(), reason: { by: "default" } };
}

/** Reports a pinned page that shows signs of other notations alone. */
function checkPin(page: Page, pinned: Notation, glob: string, signs: readonly Sign[], report: Report): void {
  const weights = weigh(signs.filter(({ proves }) => proves));
  const other = strongest(weights);
  if (!other || other === pinned || (weights.get(pinned) ?? 0) > 0) return;
  report({
    rule: "notation-mismatch",
    page: page.path,
    ...(page.title ? { place: page.title.place } : {}),
    reason: `Unexpected signs of ${other.name}: ${shownSigns(signs, other).join(", ")}; expected ${pinned.name}, which \`${glob}\` pins`,
    actual: other.name,
    expected: [pinned.name],
  });
}

/** The first three signs of a notation that differ. */
function shownSigns(signs: readonly Sign[], notation: Notation): readonly string[] {
  return [...new Set(signs.filter((sign) => sign.notation === notation).map(({ text }) => text))].slice(0, 3);
}

function weigh(signs: readonly Sign[]): ReadonlyMap<Notation, number> {
  const weights = new Map<Notation, number>();
  for (const { notation, weight } of signs) weights.set(notation, (weights.get(notation) ?? 0) + weight);
  return weights;
}

/** The notation with the most weight; nothing where two are level. */
function strongest(weights: ReadonlyMap<Notation, number>): Notation | undefined {
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function majority(pages: readonly PageEvidence[], own: ReadonlyMap<Page, Notation | undefined>): Notation | undefined {
  const counts = new Map<Notation, number>();
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
