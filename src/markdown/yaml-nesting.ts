import { CST, Lexer } from "yaml";

/** So deep a text of JSON or YAML nests at most to be read; real documents reach 30. */
export const deepestNesting = 200;

/** After these a block begins: what follows has items or keys of its own. */
const indicators: ReadonlySet<string | null> = new Set(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);

interface Nesting {
  /** The columns at which the open blocks begin. */
  readonly blocks: number[];
  column: number;
  flow: number;
  /** Whether what stands next begins a block. */
  mayBegin: boolean;
  /** Whether what stands next is the text of a scalar. */
  isText: boolean;
}

/**
 * Whether a text of YAML nests deeper than is read. The parser of YAML goes down by calls, and where the stack ends while it has
 * a regular expression to compile, Node ends with it, which nothing can catch; its lexer knows neither calls nor expressions.
 */
export function nestsTooDeep(text: string): boolean {
  const nesting: Nesting = { blocks: [], column: 0, flow: 0, mayBegin: true, isText: false };
  for (const token of new Lexer().lex(text)) {
    addToken(nesting, token);
    if (nesting.flow + nesting.blocks.length > deepestNesting) return true;
  }
  return false;
}

function addToken(nesting: Nesting, token: string): void {
  const type = nesting.isText ? null : CST.tokenType(token);
  if (type === "newline") {
    nesting.column = 0;
    nesting.mayBegin = true;
    return;
  }
  nesting.isText = type === "scalar";
  if (type === "doc-mode" || type === "flow-error-end" || type === "scalar") return;
  if (type === "flow-seq-start" || type === "flow-map-start") nesting.flow += 1;
  if (type === "flow-seq-end" || type === "flow-map-end") nesting.flow = Math.max(0, nesting.flow - 1);
  if (type !== "space" && nesting.mayBegin && nesting.flow === 0) openBlock(nesting);
  nesting.column += token.length;
  if (type !== "space") nesting.mayBegin = indicators.has(type);
}

/** A block ends where something begins to the left of it. */
function openBlock({ blocks, column }: Nesting): void {
  while ((blocks.at(-1) ?? -1) > column) blocks.pop();
  if ((blocks.at(-1) ?? -1) < column) blocks.push(column);
}
