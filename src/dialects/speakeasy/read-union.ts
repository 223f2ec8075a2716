import type { Report } from "../../diagnostics/report.js";
import type { Page, Section, SourceText } from "../../markdown/page.js";
import type { Link } from "../../model/link.js";
import type { UnionMember, UnionModel } from "../../model/model.js";
import type { Notation } from "../../notation/notation.js";
import { readTypeScriptExample } from "../../notation/typescript-example.js";
import { factOf, withoutBackticks } from "./cell-text.js";
import type { ModelHeader } from "./read-header.js";
import { typeOrUnknown } from "./read-type.js";

/** Reads the members of a union page: a heading for each, mostly with a fence under it. */
export function readUnion(
  page: Page,
  header: ModelHeader,
  section: Section,
  notation: Notation,
  report: Report,
): UnionModel<Link> {
  const members = section.blocks.flatMap((block, at) =>
    block.kind === "heading" && block.depth === 3
      ? [readMember(page, withoutBackticks(block.title), fenceAfter(section, at), notation, report)]
      : [],
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

/** The fence under a heading: the next block of that kind before the next heading. */
function fenceAfter(
  section: Section,
  heading: number,
): Extract<Section["blocks"][number], { kind: "fence" }> | undefined {
  const next = section.blocks.slice(heading + 1).find((block) => block.kind === "fence" || block.kind === "heading");
  return next?.kind === "fence" ? next : undefined;
}

function readMember(
  page: Page,
  title: SourceText,
  fence: Extract<Section["blocks"][number], { kind: "fence" }> | undefined,
  notation: Notation,
  report: Report,
): UnionMember<Link> {
  const source = notation.memberText?.(title, fence?.content) ?? title;
  const result = notation.parseMember(source.text, source.place.start);
  const type = typeOrUnknown(page, source, result, report);
  const isTypeScript = fence?.language === "typescript" || fence?.language === "ts";
  const value = fence && isTypeScript ? readTypeScriptExample(fence.content)?.value : undefined;
  return {
    type,
    place: title.place,
    ...(fence && value ? { example: factOf(page, "fence", fence.content, value) } : {}),
  };
}
