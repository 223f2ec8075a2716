import type { Report } from "../diagnostics/report.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import { folderOf } from "../model/path.js";
import type { ShownNotation } from "./choose-notation.js";

/** A page with what it shows of its notation, and what was read of it. */
export interface ShownPage {
  readonly shown: ShownNotation;
  readonly models: readonly Model<Link>[];
}

/** For so many pages of a folder in one language, one in another is a stray. */
const fewestBeside = 4;

/** Reports pages that prove to be in another language than nearly all pages of their folder that show one. */
export function reportStrays(pages: readonly ShownPage[], report: Report): void {
  const folders = new Map<string, ShownPage[]>();
  for (const page of pages) {
    if (!page.shown.own || page.shown.pin) continue;
    const folder = folderOf(page.shown.path);
    const members = folders.get(folder);
    if (members) members.push(page);
    else folders.set(folder, [page]);
  }
  for (const members of folders.values()) reportIn(members, report);
}

function reportIn(pages: readonly ShownPage[], report: Report): void {
  const counts = new Map<string, number>();
  for (const { shown } of pages) if (shown.own) counts.set(shown.own.name, (counts.get(shown.own.name) ?? 0) + 1);
  const [most, ...others] = [...counts].sort(([, one], [, other]) => other - one);
  if (!most || others.length === 0) return;
  const [language, count] = most;
  for (const { shown, models } of pages) {
    const own = shown.own?.name ?? language;
    const sign = shown.signs.find(({ notation, proves }) => proves && notation === shown.own);
    if (own === language || !sign || count < fewestBeside * (counts.get(own) ?? 0)) continue;
    const place = models[0]?.place;
    report({
      rule: "stray-language",
      page: shown.path,
      ...(place && { place }),
      reason: `Unexpected page in ${own}, which ${sign.text} shows, expected ${language} as on ${count} pages of the folder`,
      actual: own,
      expected: [language],
    });
  }
}
