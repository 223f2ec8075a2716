import type { Root } from "mdast";
import type { VFile } from "vfile";
import { collectMessages } from "./diagnostics/collect.js";
import { limitsOf } from "./diagnostics/limits.js";
import { readPages } from "./dialects/read-pages.js";
import { directivesIn } from "./markdown/directives.js";
import { readSource } from "./markdown/read-source.js";
import type { Options } from "./options.js";

/** The options of a page alone. */
export type RemarkOptions = Pick<Options, "limits" | "notations" | "rules">;

/**
 * A remark plugin: what is wrong with a model page becomes messages of its file. Links to other pages are not followed,
 * since remark shows a plugin one page at a time.
 */
export function remarkModelmark(options: RemarkOptions = {}): (tree: Root, file: VFile) => undefined {
  return (_tree, file) => {
    // A comment may silence what the page alone does not show.
    const { report, heed, messages } = collectMessages({ ...options.rules, "unused-directive": "off" });
    const limits = limitsOf(options);
    const page = readSource(file.path, String(file), limits, report);
    if (page) heed(page.path, directivesIn(page));
    readPages(page ? [page] : [], options.notations ?? {}, limits, report);
    file.messages.push(...messages());
  };
}

// A plugin is named by its module in remark's configuration files, which take the default export.
// biome-ignore lint/style/noDefaultExport: the ecosystem's convention for plugins
export default remarkModelmark;
