/** A value of accept.json or reject.json. */
export interface Sample {
  readonly page: string;
  readonly value: unknown;
  /** The value as a TypeScript expression. */
  readonly literal: string;
  /** Whether the validators take it. */
  readonly accepted: boolean;
  /** Whether the compiler takes it as a literal: mostly as the validators do. */
  readonly typed: boolean;
}

/** What such a file holds: values by page. */
type SampleFile = Readonly<Record<string, readonly unknown[]>>;

/** Values that JSON has no word for: `{ "$date": "2024-01-01T00:00:00.000Z" }`. */
const words: Readonly<Record<string, (text: string) => { readonly value: unknown; readonly literal: string }>> = {
  $date: (text) => ({ value: new Date(text), literal: `new Date(${JSON.stringify(text)})` }),
  $bigint: (text) => ({ value: BigInt(text), literal: `${text}n` }),
  $number: (text) => ({ value: Number(text), literal: text === "-0" ? "-0" : `Number.${nonFinite[text]}` }),
  $undefined: () => ({ value: undefined, literal: "undefined" }),
  $new: (text) => ({ value: platform[text]?.(), literal: text }),
};

const nonFinite: Readonly<Record<string, string>> = {
  NaN: "NaN",
  Infinity: "POSITIVE_INFINITY",
  "-Infinity": "NEGATIVE_INFINITY",
};

/** Values of the platform's types, by the expression that makes them. */
const platform: Readonly<Record<string, () => unknown>> = {
  "new Blob([])": () => new Blob([]),
  'new File([], "a")': () => new File([], "a"),
  "new Uint8Array([1])": () => new Uint8Array([1]),
  "new ReadableStream<Uint8Array>()": () => new ReadableStream<Uint8Array>(),
  'new Request("https://example.com")': () => new Request("https://example.com"),
  "new Response()": () => new Response(),
};

/** The samples of a file; an entry `{ "value": …, "typed": … }` says what the compiler thinks where it thinks otherwise. */
export function samplesIn(file: SampleFile, accepted: boolean): readonly Sample[] {
  return Object.entries(file).flatMap(([page, entries]) =>
    entries.map((entry) => {
      const { value, typed } = isMarked(entry) ? entry : { value: entry, typed: accepted };
      return { page, accepted, typed, value: decode(value), literal: print(value) };
    }),
  );
}

function isMarked(entry: unknown): entry is { readonly value: unknown; readonly typed: boolean } {
  return isRecord(entry) && Object.keys(entry).join() === "value,typed" && typeof entry["typed"] === "boolean";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wordIn(value: Readonly<Record<string, unknown>>): ReturnType<(typeof words)[string]> | undefined {
  const [entry, ...others] = Object.entries(value);
  if (!entry || others.length > 0 || !Object.hasOwn(words, entry[0])) return undefined;
  return words[entry[0]]?.(String(entry[1]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (!isRecord(value)) return value;
  const word = wordIn(value);
  return word ? word.value : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each)]));
}

function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
  if (!isRecord(value)) return jsonCode(value);
  const word = wordIn(value);
  if (word) return word.literal;
  const entries = Object.entries(value).map(([key, each]) => `${keyCode(key)}: ${print(each)}`);
  return `{ ${entries.join(", ")} }`;
}

/** A key that defines a property of its own, `__proto__` too. */
function keyCode(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : jsonCode(key);
}

/** JSON on one line, as the compiler counts lines. */
function jsonCode(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (character) =>
    character === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
