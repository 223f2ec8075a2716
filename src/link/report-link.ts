import type { Report } from "../diagnostics/report.js";
import type { Link } from "../model/link.js";
import { climb, pathOf } from "./link-path.js";
import type { ModelIndex } from "./model-index.js";
import type { Resolution } from "./resolution.js";

/**
 * Reports a link that leads to no model, to more than one, or to one that is not where the link says. What an override says is
 * told of where that is written.
 */
export function reportLink(page: string, link: Link, resolution: Resolution, index: ModelIndex, report: Report): void {
  const { override } = link;
  const related = override && [{ page, place: override.about, reason: "what the override is about" }];
  const reportIt: Report = (finding) => {
    if (!override) report(finding);
    else {
      const file = override.file === page ? {} : { page: override.file, related };
      report({ ...finding, rule: "wrong-override", ...file });
    }
  };
  reportOnPage(page, link, resolution, index, reportIt);
}

function reportOnPage(page: string, link: Link, resolution: Resolution, index: ModelIndex, report: Report): void {
  const dotted = link.namespace === undefined ? link.name : `${link.namespace}.${link.name}`;
  const actual = link.url ?? dotted;
  const finding = { page, place: link.place, actual };
  switch (resolution.kind) {
    case "model":
      if (!resolution.misplaced) return;
      report({
        ...finding,
        rule: isMiscased(page, link, resolution.id) ? "miscased-link" : "misplaced-link",
        reason: `Unexpected reference to \`${actual}\`, expected \`${resolution.id}\`, which alone can be meant`,
        expected: [resolution.id],
      });
      return;
    case "outside":
      report({
        ...finding,
        rule: "link-outside-root",
        reason: `Unexpected link to \`${actual}\`, which leads out of the docs folder, expected a page below it`,
      });
      return;
    case "ambiguous":
      report({
        ...finding,
        rule: "ambiguous-link",
        reason: `Unexpected reference to \`${dotted}\`, expected one page: ${listed(resolution.candidates)} fit`,
        expected: resolution.candidates.slice(0, mostListed),
      });
      return;
    case "dangling": {
      const namesakes = index.byName.get(link.name) ?? index.byName.get(index.nearName(link.name) ?? "") ?? [];
      const hint = namesakes.length > 0 ? `, did you mean ${listed(namesakes)}?` : "";
      report({
        ...finding,
        rule: "unresolved-link",
        reason: `Unexpected reference to \`${dotted}\`, expected the page of a model${hint}`,
        expected: namesakes.slice(0, mostListed),
      });
    }
  }
}

/** Whether a link leads to a page but for the case of its path. */
function isMiscased(page: string, { url }: Link, id: string): boolean {
  const path = url === undefined ? undefined : pathOf(url);
  if (path === undefined) return false;
  const { climbed, segments } = climb(page, path);
  return segments.slice(climbed).join("/").toLowerCase() === id.toLowerCase();
}

/** How many pages a message lists for programs; for people it names three. */
const mostListed = 20;

function listed(pages: readonly string[]): string {
  const shown = pages.slice(0, 3).map((page) => `\`${page}\``);
  return pages.length > 3 ? `${shown.join(", ")} and ${pages.length - 3} more` : shown.join(" and ");
}
