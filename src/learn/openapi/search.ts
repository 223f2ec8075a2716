import type { ModelId } from "../../model/model.js";
import type { Schema } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import type { Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import type { OpenApiDocument } from "./document.js";
import type { TypeStating } from "./state-type.js";

/** What is looked through, and what of the document could not be said of the pages. */
export interface Search extends TypeStating {
  readonly schema: Schema;
  readonly document: OpenApiDocument;
  readonly lost: Unmatched[];
}

/** What all facts of one place have in common. */
export type Base = Pick<Override, "at" | "source" | "confidence">;

/** How overrides call a part of the document. */
export function sourceText(pointer: string, { document }: Search): string {
  return `openapi ${document.name}${pointer}`;
}

/** So long a type is spelled out: who reviews overrides reads no more. */
const longestType = 2_000;

/** A type as overrides spell it; what cannot be spelled is told of as lost. */
export function spelledType(
  type: Type<ModelId>,
  page: string,
  { source, at }: Base,
  search: Search,
): string | undefined {
  const text = typeText(type, page, search.models);
  if (text !== undefined && text.length <= longestType) return text;
  const reason = text === undefined ? "no cell has words for it" : `it takes ${text.length} characters`;
  search.lost.push({ source: source ?? at, reason: `the type of ${at} is not proposed: ${reason}` });
  return undefined;
}
