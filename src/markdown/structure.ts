import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import type { Processor } from "unified";

/**
 * The inline constructs of CommonMark: emphasis takes quadratic time and mangles Go's `**string*`, so cells and headings
 * are left as the source text that they are.
 */
const inlineConstructs = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

/** A unified plugin: blocks and GFM tables are parsed, what stands inside them stays text. */
export function structureOnly(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), { disable: { null: inlineConstructs } }];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

const processor = remark().use(remarkFrontmatter, ["yaml"]).use(structureOnly).freeze();

/** The blocks of a page as mdast, with places in the text. */
export function parseStructure(text: string): Root {
  return processor.parse(text);
}
