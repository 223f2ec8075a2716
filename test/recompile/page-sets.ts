import { fileURLToPath } from "node:url";
import type { SourcePage } from "../../src/compile.js";
import { corpora, readDocs } from "../corpus/corpora.js";
import type { Overridable } from "../overrides/random-overrides.js";
import type { PageTexts } from "./page-edits.js";

/** Pages that edits are tried on. */
export interface PageSet {
  readonly name: string;
  readonly pages: PageTexts;
}

/** What overrides may be about on such pages. */
export function overridableOn(pages: PageTexts): readonly Overridable[] {
  return [...pages].map(([path, text]) => {
    const folder = path.split("/").at(-2);
    const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
    const fields = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? "");
    return { path, model: folder === undefined ? title : `${folder}.${title}`, fields };
  });
}

/** The repository's own pages. */
export const ownPages: PageSet = {
  name: "models-docs",
  pages: textsOf(readDocs(fileURLToPath(new URL("../../models-docs", import.meta.url)))),
};

/** Neighbours among the pages of real SDKs, so many of them; links to others lead nowhere. */
export function neighbours(most: number): readonly PageSet[] {
  return corpora.flatMap(({ name, docs }) => {
    const pages = [...textsOf(readDocs(docs))].sort(([one], [other]) => (one < other ? -1 : 1));
    const starts = [0, 0.3, 0.6].map((share) => Math.floor(pages.length * share));
    return starts.map((start) => ({ name: `${name} from ${start}`, pages: new Map(pages.slice(start, start + most)) }));
  });
}

function textsOf(pages: readonly SourcePage[]): PageTexts {
  return new Map(
    pages.map(({ path, value }) => [path, typeof value === "string" ? value : Buffer.from(value).toString()]),
  );
}
