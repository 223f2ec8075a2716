import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pages } from "./pages.js";

/** A page that is edited again and again. */
export interface EditedPage {
  /** Below the docs folder. */
  readonly path: string;
  /** Adds a field of a name that was not there before, in the place of the former edit's. */
  readonly edit: () => void;
  /** Throws where an output lacks the field. */
  readonly requireField: (output: string) => void;
}

/** Takes the middle one of the pages of objects; throws an `Error` where there is none. */
export function editedPageIn(project: string, { pages, docs }: Pages): EditedPage {
  const texts = pages.map(({ path, value }) => ({
    path,
    text: typeof value === "string" ? value : Buffer.from(value).toString(),
  }));
  const objects = texts.filter(({ text }) => withField(text, "a") !== undefined);
  const page = objects[Math.floor(objects.length / 2)];
  if (!page) throw new Error("no page has a table of fields");
  let edits = 0;
  return {
    path: page.path,
    edit: () => {
      edits += 1;
      writeFileSync(join(project, docs, page.path), withField(page.text, fieldOf(edits)) ?? page.text);
    },
    requireField: (output) => {
      if (readFileSync(output, "utf8").includes(fieldOf(edits))) return;
      throw new Error(`${output} lacks the field that was added to its page`);
    },
  };
}

function fieldOf(edits: number): string {
  return `editedField${edits}`;
}

const table = /^## Fields *\r?\n\s*\| *Field *\| *Type *\| *Required *\| *Description *\| *\r?\n(?:\|.*(?:\r?\n|$))+/m;

/** The page with one row more in its table of fields; nothing where it has no table of these four columns. */
export function withField(text: string, name: string): string | undefined {
  const found = table.exec(text);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const lineEnd = text[end - 1] === "\n" ? "" : "\n";
  const row = `${lineEnd}| \`${name}\` | *string* | :heavy_minus_sign: | A field that was added |\n`;
  return text.slice(0, end) + row + text.slice(end);
}
