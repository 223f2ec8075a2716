import { withoutDirectives } from "../../markdown/directives.js";
import type { Block, Page, SourceText } from "../../markdown/page.js";
import { type Example, modelId, type ObjectModel } from "../../model/model.js";
import type { Place } from "../../model/place.js";
import type { Notation, NotationError } from "../../notation/notation.js";
import { readTypeScriptExample } from "../../notation/typescript-example.js";
import type { Anatomy } from "./anatomy.js";
import { factOf, withoutMdxEscapes } from "./cell-text.js";
import { isExampleWithin, isTextWithin, type PageBounds } from "./within-limits.js";

/** What the models of all kinds have in common. */
export type ModelHeader = Pick<
  ObjectModel<never>,
  "id" | "page" | "name" | "notation" | "description" | "deprecation" | "example" | "place"
>;

/** Reads what stands above the standard section: title, description, deprecation, example. */
export function readHeader(bounds: PageBounds, title: SourceText, anatomy: Anatomy, notation: Notation): ModelHeader {
  const { page } = bounds;
  const struck = /^~~(.*)~~$/.exec(title.text);
  const name = (struck?.[1] ?? title.text).replace(/\\([!-/:-@[-`{-~])/g, "$1");
  const { description, deprecation } = readPageDescription(bounds, title, anatomy);
  const example = readExample(bounds, anatomy);
  return {
    id: modelId(page.path),
    page: page.path,
    name,
    notation: notation.name,
    place: title.place,
    ...(description ? { description: factOf(page, "description", description, description.text) } : {}),
    ...(deprecation || struck
      ? { deprecation: factOf(page, "description", deprecation ?? title, deprecation?.text ?? "") }
      : {}),
    ...(example ? { example: factOf(page, "fence", example.fence, example.example) } : {}),
  };
}

const stockMessage = /^This will be removed in a future release, please migrate away from it as soon as possible\.?$/i;

interface PageDescription {
  readonly description?: SourceText;
  readonly deprecation?: SourceText;
}

function readPageDescription(bounds: PageBounds, title: SourceText, anatomy: Anatomy): PageDescription {
  const { page } = bounds;
  const first = page.blocks[0];
  if (!first || first.place.start.offset >= anatomy.descriptionEnd) return {};
  const start = first.place.start;
  const words = withoutDirectives(page.path, page.text.slice(start.offset, anatomy.descriptionEnd));
  const source = withoutMdxEscapes(page, words);
  const place = { start, end: lastBlockEnd(page, anatomy.descriptionEnd) ?? title.place.end };
  if (!isTextWithin(bounds, { text: source, place })) return {};
  const quote = source.lastIndexOf("> :warning: **DEPRECATED**:");
  const isLast = quote >= 0 && !/\n[^\S\n]*\n/.test(source.slice(quote).trimEnd());
  if (!isLast) return { description: { text: withLineFeeds(source), place } };
  const message = withLineFeeds(source.slice(quote + "> :warning: **DEPRECATED**:".length)).replaceAll("\n> ", "\n");
  const text = withLineFeeds(source.slice(0, quote));
  return {
    ...(text ? { description: { text, place } } : {}),
    deprecation: { text: stockMessage.test(message) ? "" : message, place },
  };
}

function lastBlockEnd(page: Page, before: number): SourceText["place"]["end"] | undefined {
  return page.blocks.findLast((block) => block.place.start.offset < before)?.place.end;
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Whether a fence is in TypeScript. */
export function isTypeScript({ language }: Pick<Extract<Block, { kind: "fence" }>, "language">): boolean {
  return language === "typescript" || language === "ts";
}

/** Reports an example whose value cannot be read. */
export function unreadableExample({ page, report }: PageBounds): (error: NotationError, place: Place) => void {
  return ({ found, expected }, place) => {
    const reason = `Unexpected ${found} in the example, expected ${expected.join(" or ")}`;
    report({ rule: "unreadable-example", page: page.path, place, reason, actual: found, expected });
  };
}

function readExample(bounds: PageBounds, anatomy: Anatomy): { fence: SourceText; example: Example } | undefined {
  const fence = anatomy.example?.blocks.find((block) => block.kind === "fence");
  if (fence?.kind !== "fence" || !isExampleWithin(bounds, fence.content)) return undefined;
  const { language, content } = fence;
  const read = isTypeScript(fence) ? readTypeScriptExample(content, unreadableExample(bounds)) : undefined;
  const text = withLineFeeds(content.text);
  return {
    fence: content,
    example: { language, text, ...(read?.value ? { value: read.value, type: read.type } : {}) },
  };
}
