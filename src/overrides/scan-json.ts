/** The range of a text that a value takes, in UTF-16 units; the end is after the last one. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the items of a list stand in a text of JSON, and the first key that an object has twice; or where the text stops being
 * JSON and what was expected there.
 */
export type ScannedJson =
  | { readonly ok: true; readonly items: readonly Range[]; readonly secondKey?: Range | undefined }
  | { readonly ok: false; readonly offset: number; readonly expected: string };

/** What may stand next, and how messages say it. */
const expectations = {
  value: "a value",
  firstValue: "a value or `]`",
  key: "a key in double quotes",
  firstKey: "a key in double quotes or `}`",
  colon: "`:`",
  rest: "a comma or the end of the list or object",
  end: "the end of the file",
  text: 'a text that ends in `"`, with `\\` before what JSON escapes',
} as const;

interface Scan {
  readonly text: string;
  /** The key of the outermost object whose items are wanted. */
  readonly list: string;
  readonly items: Range[];
  /** The brackets that are open. */
  readonly open: ("{" | "[")[];
  /** The keys so far of the object that each of these opens: a set costs more than most objects. */
  readonly keys: (string | Set<string> | undefined)[];
  secondKey: Range | undefined;
  at: number;
  state: keyof typeof expectations;
  /** Whether the key before is that of the list. */
  isList: boolean;
  /** Where the item begins that is being read. */
  start: number;
}

/**
 * Goes through a text of JSON once, without recursion: `JSON.parse` says neither where a value stands nor, in most versions,
 * where a text is wrong. `list`: the key of the outermost object whose items are wanted.
 */
export function scanJson(text: string, list: string): ScannedJson {
  const scan: Scan = {
    ...{ text, list, items: [], open: [], keys: [], secondKey: undefined },
    ...{ at: 0, state: "value", isList: false, start: 0 },
  };
  skipBlanks(scan);
  while (scan.at < text.length && scanToken(scan)) skipBlanks(scan);
  if (scan.at >= text.length && scan.state === "end") {
    return { ok: true, items: scan.items, secondKey: scan.secondKey };
  }
  return { ok: false, offset: scan.at, expected: expectations[scan.state] };
}

/** Goes past a token; false where another one was expected. */
function scanToken(scan: Scan): boolean {
  const character = scan.text[scan.at];
  switch (scan.state) {
    case "value":
      return scanValue(scan, character);
    case "firstValue":
      return character === "]" ? close(scan) : scanValue(scan, character);
    case "key":
      return scanKey(scan);
    case "firstKey":
      return character === "}" ? close(scan) : scanKey(scan);
    case "colon":
      return character === ":" && advance(scan, "value");
    case "rest":
      if (character === ",") return advance(scan, scan.open.at(-1) === "{" ? "key" : "value");
      return character === (scan.open.at(-1) === "{" ? "}" : "]") && close(scan);
    case "end":
    case "text":
      return false;
  }
}

function advance(scan: Scan, state: Scan["state"]): true {
  scan.at += 1;
  scan.state = state;
  return true;
}

function close(scan: Scan): true {
  scan.open.pop();
  scan.keys.pop();
  scan.at += 1;
  return endValue(scan);
}

function endValue(scan: Scan): true {
  const { open, items, isList, start, at } = scan;
  if (isList && open.length === 2 && open[1] === "[") items.push({ start, end: at });
  scan.state = open.length === 0 ? "end" : "rest";
  return true;
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function scanValue(scan: Scan, character: string | undefined): boolean {
  if (scan.open.length === 2) scan.start = scan.at;
  if (character === "{" || character === "[") {
    // Of two lists with one key `JSON.parse` takes the last.
    if (scan.open.length === 1 && scan.isList) scan.items.length = 0;
    scan.open.push(character);
    scan.keys.push(undefined);
    return advance(scan, character === "{" ? "firstKey" : "firstValue");
  }
  if (character === '"') return scanText(scan) && endValue(scan);
  return accept(scan, scalar) && endValue(scan);
}

function scanKey(scan: Scan): boolean {
  const from = scan.at;
  if (scan.text[from] !== '"' || !scanText(scan)) return false;
  const key: unknown = JSON.parse(scan.text.slice(from, scan.at));
  if (scan.open.length === 1) scan.isList = key === scan.list;
  noteKey(scan, String(key), { start: from, end: scan.at });
  scan.state = "colon";
  return true;
}

function noteKey(scan: Scan, key: string, range: Range): void {
  const last = scan.keys.length - 1;
  const keys = scan.keys[last];
  if (keys === undefined) {
    scan.keys[last] = key;
    return;
  }
  const known = typeof keys === "string" ? new Set([keys]) : keys;
  if (known.has(key)) scan.secondKey ??= range;
  scan.keys[last] = known.add(key);
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Goes past a text in double quotes; stays at what may not stand in one. */
function scanText(scan: Scan): boolean {
  const { text } = scan;
  for (scan.at += 1; scan.at < text.length; ) {
    const unit = text.charCodeAt(scan.at);
    if (unit === 0x5c ? !accept(scan, escapeSequence) : unit < 0x20) break;
    if (unit !== 0x5c) scan.at += 1;
    if (unit === 0x22) return true;
  }
  scan.state = "text";
  return false;
}

function accept(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at;
  if (!pattern.test(scan.text)) return false;
  scan.at = pattern.lastIndex;
  return true;
}

function skipBlanks(scan: Scan): void {
  while (scan.at < scan.text.length && " \t\r\n".includes(scan.text[scan.at] ?? "-")) scan.at += 1;
}
