import type { Root } from "mdast";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { relatedOf } from "./diagnostics/report.js";
import { rules as allRules, isRuleId, type RuleId } from "./diagnostics/rules.js";
import { draft } from "./draft.js";
import { isPathBelow } from "./model/path.js";
import type { Options } from "./options.js";

/** The options of a page alone. */
export interface RemarkOptions extends Pick<Options, "limits" | "notations" | "rules"> {
  /** The folder of the pages, relative to the folder in which remark runs; other files are passed over. Left out, all are looked at. */
  readonly docs?: string | undefined;
}

/** Where links lead only all pages together show, as they do what their rules find. */
const aboutLinks: ReadonlySet<RuleId> = new Set<RuleId>([
  "unresolved-link",
  "ambiguous-link",
  "misplaced-link",
  "miscased-link",
  "link-outside-root",
]);

function needsOtherPages({ ruleId }: VFileMessage): boolean {
  return isRuleId(ruleId) && (allRules[ruleId].scope === "all" || aboutLinks.has(ruleId));
}

/** The rules whose `expected` may stand in the place of what was found, word for word: editors offer to put it there. */
const replaceable: ReadonlySet<string> = new Set<RuleId>(["unknown-presence", "unknown-header"]);

/**
 * A remark plugin: what is wrong with a model page becomes messages of its file. Links to other pages are not followed,
 * since remark shows a plugin one page at a time.
 */
export function remarkModelmark(options: RemarkOptions = {}): (tree: Root, file: VFile) => undefined {
  // remark sees files of all kinds, of which most are no pages of models.
  // A comment may silence what the page alone does not show.
  const rules = { "unread-page": "off", ...options.rules, "unused-directive": "off" } as const;
  return (_tree, file) => {
    const page = pageOf(file, options.docs);
    if (page === undefined) return;
    const value = String(file);
    const { messages } = draft([{ path: page, value }], { ...options, rules }).finish([]);
    for (const message of messages.filter((each) => !needsOtherPages(each)))
      file.messages.push(messageOn(file, value, message));
  };
}

/** The path of a page below the docs folder; nothing for files that are not in it. */
function pageOf({ path, basename, cwd }: Partial<VFile>, docs: string | undefined): string | undefined {
  const folder = segmentsOf(`${cwd}/${docs ?? ""}`);
  const segments = segmentsOf(isAbsolute(path ?? "") ? (path ?? "") : `${cwd}/${path}`);
  const page = segments.slice(folder.length).join("/");
  if (folder.every((segment, at) => segment === segments[at]) && isPathBelow(page)) return page;
  return docs === undefined ? (basename ?? "page.md") : undefined;
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(path);
}

function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of path.split(/[/\\]/)) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments;
}

/** A message as remark and editors show it. */
function messageOn(file: VFile, text: string, message: VFileMessage): VFileMessage {
  const related = relatedOf(message).map(({ page, place, reason }) => `${page}:${place.start.line}: ${reason}`);
  message.note = [...related, ...(message.note ? [message.note] : [])].join("\n");
  message.file = file.path;
  message.name = message.line === undefined ? file.path : `${file.path}:${message.line}:${message.column}`;
  if (!isReplaceable(text, message)) message.expected = undefined;
  return message;
}

function isReplaceable(text: string, { ruleId, place, actual }: VFileMessage): boolean {
  if (!replaceable.has(ruleId ?? "") || !place || !("start" in place)) return false;
  return text.slice(place.start.offset, place.end.offset) === actual;
}

// A plugin is named by its module in remark's configuration files, which take the default export.
// biome-ignore lint/style/noDefaultExport: the ecosystem's convention for plugins
export default remarkModelmark;
