import type { Limits } from "../../diagnostics/limits.js";
import type { Report } from "../../diagnostics/report.js";
import type { Block, Page, Section, SourceText } from "../../markdown/page.js";
import type { Link } from "../../model/link.js";
import type { UnionMember, UnionModel } from "../../model/model.js";
import { unknownType } from "../../model/type.js";
import type { Notation } from "../../notation/notation.js";
import { readTypeScriptExample } from "../../notation/typescript-example.js";
import { factOf, withoutBackticks } from "./cell-text.js";
import { isTypeScript, type ModelHeader, unreadableExample } from "./read-header.js";
import { typeOrUnknown } from "./read-type.js";
import { isExampleWithin, isTextWithin } from "./within-limits.js";

/** The headings of a union's members, which a section has in order. */
export function memberHeadings(section: Section): readonly Heading[] {
  return section.blocks.filter((block) => block.kind === "heading" && block.depth === 3) as readonly Heading[];
}

type Heading = Extract<Block, { kind: "heading" }>;
type Fence = Extract<Block, { kind: "fence" }>;

/** Reads the members of a union page: a heading for each, mostly with a fence under it. */
export function readUnion(
  page: Page,
  header: ModelHeader,
  section: Section,
  notation: Notation,
  limits: Limits,
  report: Report,
): UnionModel<Link> {
  const fences = fencesOf(section);
  const members = memberHeadings(section).map((heading) =>
    readMember(page, withoutBackticks(heading.title), fences.get(heading), notation, limits, report),
  );
  if (members.length === 0) {
    report({
      rule: "missing-members",
      page: page.path,
      place: section.heading.place,
      reason: "Unexpected section without a member, expected a `###` heading for each type",
    });
  }
  return { kind: "union", ...header, members };
}

/** The fence under each heading: the next block of that kind before the next heading. */
function fencesOf({ blocks }: Section): ReadonlyMap<Heading, Fence> {
  const fences = new Map<Heading, Fence>();
  let above: Heading | undefined;
  for (const block of blocks) {
    if (block.kind === "fence" && above) fences.set(above, block);
    if (block.kind === "fence" || block.kind === "heading") above = block.kind === "heading" ? block : undefined;
  }
  return fences;
}

function readMember(
  page: Page,
  title: SourceText,
  fence: Fence | undefined,
  notation: Notation,
  limits: Limits,
  report: Report,
): UnionMember<Link> {
  const bounds = { page, limits, report };
  const isShort = isTextWithin(bounds, title) && (!fence || isExampleWithin(bounds, fence.content));
  if (!isShort) return { type: unknownType, place: title.place };
  const source = notation.memberText?.(title, fence?.content) ?? title;
  const result = notation.parseMember(source.text, source.place.start);
  const type = typeOrUnknown(page, source, result, limits, report);
  const read =
    fence && isTypeScript(fence) ? readTypeScriptExample(fence.content, unreadableExample(bounds)) : undefined;
  const value = read?.value;
  return {
    type,
    place: title.place,
    ...(fence && value ? { example: factOf(page, "fence", fence.content, value) } : {}),
  };
}
