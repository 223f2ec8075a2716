import type { Directive, DirectiveWord } from "../diagnostics/directive.js";
import type { Page } from "./page.js";
import { locatorOf, placeWithin } from "./place.js";

const mark = "modelmark-";

/** So many comments of a page are heeded, and so many words of one: no page has reason for more. */
const most = { comments: 200, words: 100 };

/** A comment that stands alone on its line. */
const html = /^ {0,3}<!--[ \t]*modelmark-([\w-]*)(.*?)-->[ \t]*$/;
const mdx = /^ {0,3}\{\/\*[ \t]*modelmark-([\w-]*)(.*?)\*\/\}[ \t]*$/;

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** A line that is a comment to modelmark. */
interface CommentLine {
  readonly text: string;
  readonly offset: number;
  readonly verb: string;
  readonly rest: string;
}

/** The comments of a page to modelmark, each on a line of its own and in no fence: HTML's, and on MDX pages MDX's. */
export function directivesIn({ path, text }: Pick<Page, "path" | "text">): readonly Directive[] {
  if (!text.includes(mark)) return [];
  const locate = locatorOf(text, { line: 1, column: 1, offset: 0 });
  const lines = [...commentLines(path, text)].slice(0, most.comments);
  return lines.map((line) => directiveOf(line, locate(line.offset)));
}

/** A text of a page without its comments to modelmark, which are no words of the page. */
export function withoutDirectives(path: string, text: string): string {
  if (!text.includes(mark)) return text;
  let kept = "";
  let from = 0;
  for (const { text: line, offset } of commentLines(path, text)) {
    kept += text.slice(from, offset);
    const end = text.indexOf("\n", offset + line.length);
    from = end < 0 ? text.length : end + 1;
  }
  return kept + text.slice(from);
}

function* commentLines(path: string, text: string): Iterable<CommentLine> {
  const forms = path.endsWith(".mdx") ? [html, mdx] : [html];
  let opened = "";
  for (let offset = 0, next = 0; offset < text.length; offset = next) {
    const feed = text.indexOf("\n", offset);
    next = feed < 0 ? text.length : feed + 1;
    const line = text.slice(offset, feed < 0 ? undefined : feed).replace(/\r$/, "");
    const marks = fence.exec(line)?.[1] ?? "";
    if (opened === "") opened = marks;
    else if (marks.startsWith(opened) && line.trim() === marks) opened = "";
    if (opened !== "" || !line.includes(mark)) continue;
    const [, verb, rest] = forms.map((form) => form.exec(line)).find((match) => match !== null) ?? [];
    if (verb !== undefined && rest !== undefined) yield { text: line, offset, verb, rest };
  }
}

/** What follows ` -- ` is the reason that the author gives. */
function directiveOf({ text, verb, rest }: CommentLine, start: Directive["place"]["start"]): Directive {
  const from = text.indexOf(mark) + mark.length + verb.length;
  const named = rest.split(/(?:^|\s)--(?:\s|$)/, 1)[0] ?? "";
  const words = [...named.matchAll(/[^\s,]+/g)].slice(0, most.words);
  const rules = words.map(({ 0: word, index }): DirectiveWord => {
    return { text: word, place: placeWithin(start, from + index, from + index + word.length) };
  });
  const end = text.trimEnd().length;
  return { verb, rules, place: placeWithin(start, end - text.trim().length, end) };
}
