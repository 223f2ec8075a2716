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

/** What speaks for the notation of a page: the pin before the page's own signs. */
export interface ShownNotation {
  readonly path: string;
  readonly signs: readonly Sign[];
  readonly pin?: { readonly notation: Notation; readonly glob: string };
  /** Nothing where other pages decide. */
  readonly own: Notation | undefined;
}

/** Looks at what a page shows of its notation, with the globs that pin some pages'. */
export function notationFinder(
  pins: Readonly<Record<string, string>>,
  report: Report,
): (page: PageEvidence) => ShownNotation {
  const pinned = pinsOf(pins);
  return ({ page, evidence }) => {
    const shown = showing(page.path, evidence, pinned);
    checkPin(shown, page, report);
    return shown;
  };
}

/** The notation of each page: pinned by a glob, else by the page's own signs, its folder's, all pages'. */
export function chooseNotations(shown: readonly ShownNotation[]): readonly NotationChoice[] {
  const overall = majority(shown);
  const folders = new Map([...groupByFolder(shown)].map(([folder, members]) => [folder, majority(members)]));
  return shown.map((each) => chooseFor(each, folders.get(folderOf(each.path)), overall));
}

function pinsOf(pins: Readonly<Record<string, string>>): readonly Pin[] {
  return Object.entries(pins).map(([glob, name]) => ({ glob, matches: picomatch(glob), name }));
}

interface Pin {
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  readonly name: string;
}

function showing(path: string, evidence: NotationEvidence, pins: readonly Pin[]): ShownNotation {
  const signs = findSigns(evidence);
  const pin = pins.find(({ matches }) => matches(path));
  const notation = pin && notations.find(({ name }) => name === pin.name);
  if (pin && notation) return { path, signs, pin: { notation, glob: pin.glob }, own: notation };
  return { path, signs, own: strongest(weigh(signs)) };
}

function chooseFor(
  { path, signs, pin, own }: ShownNotation,
  inFolder: Notation | undefined,
  overall: Notation | undefined,
): NotationChoice {
  if (pin) return { notation: pin.notation, reason: { by: "pin", glob: pin.glob } };
  if (own) return { notation: own, reason: { by: "page", signs: shownSigns(signs, own) } };
  if (inFolder) return { notation: inFolder, reason: { by: "folder", folder: folderOf(path) } };
  if (overall) return { notation: overall, reason: { by: "corpus" } };
  return { notation: firstNotation(), reason: { by: "default" } };
}

/** Reports a pinned page that shows signs of other notations alone. */
function checkPin({ signs, pin }: ShownNotation, page: Page, report: Report): void {
  if (!pin) return;
  const weights = weigh(signs.filter(({ proves }) => proves));
  const other = strongest(weights);
  if (!other || other === pin.notation || (weights.get(pin.notation) ?? 0) > 0) return;
  const found = shownSigns(signs, other).join(", ");
  report({
    rule: "notation-mismatch",
    page: page.path,
    ...(page.title ? { place: page.title.place } : {}),
    reason: `Unexpected signs of ${other.name}: ${found}; expected ${pin.notation.name}, which \`${pin.glob}\` pins`,
    actual: other.name,
    expected: [pin.notation.name],
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

/** The notation of most pages that show one. */
function majority(pages: readonly ShownNotation[]): Notation | undefined {
  const counts = new Map<Notation, number>();
  for (const { own } of pages) if (own) counts.set(own, (counts.get(own) ?? 0) + 1);
  return strongest(counts);
}

function firstNotation(): Notation {
  const [first] = notations;
  if (!first) throw new Error("there is no notation");
  return first;
}

function groupByFolder(pages: readonly ShownNotation[]): ReadonlyMap<string, readonly ShownNotation[]> {
  const folders = new Map<string, ShownNotation[]>();
  for (const entry of pages) {
    const folder = folders.get(folderOf(entry.path));
    if (folder) folder.push(entry);
    else folders.set(folderOf(entry.path), [entry]);
  }
  return folders;
}
