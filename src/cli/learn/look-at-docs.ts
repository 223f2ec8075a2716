import { limitsOf } from "../../diagnostics/limits.js";
import type { Schema } from "../../model/schema.js";
import type { Options } from "../../options.js";
import { readPages } from "../pages.js";
import type { withProgress } from "../progress.js";

type OnProgress = Parameters<Parameters<typeof withProgress>[2]>[0];

/** What the pages of a folder say; those with errors may say less than they meant to. */
export interface Look {
  readonly schema: Schema;
  readonly wrongPages: readonly string[];
}

/** Reads the pages of a folder into models, and writes nothing. */
export async function lookAtDocs(docs: string, options: Options, show?: OnProgress): Promise<Look> {
  const { lookAtPages } = await import("../../pipeline.js");
  const seen: Schema[] = [];
  const { pages } = readPages(docs, limitsOf(options));
  const messages = lookAtPages(pages, options, (schema) => seen.push(schema), show);
  const [schema] = seen;
  if (!schema) throw new Error("the pages were not looked at");
  const wrong = messages.flatMap(({ fatal, file }) => (fatal && file !== undefined ? [file] : []));
  return { schema, wrongPages: [...new Set(wrong)] };
}
