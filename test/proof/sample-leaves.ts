import type { ExternalType, PlatformName, PrimitiveName } from "../../src/model/type.js";
import { instance, type Literal, list, plain, record, untellable } from "./literal.js";
import type { Settings } from "./proof-case.js";

export const dateLeaf: Literal = dateOf("2024-02-29T12:00:00.000Z");
const dateTimeText: Literal = plain("2024-02-29T12:00:00Z");

function dateOf(text: string): Literal {
  return instance(new Date(text), "Date", `new Date("${text}")`);
}

/** The value that stands for a primitive type where any would do. */
export function primitiveSample(name: PrimitiveName, { dates }: Settings): Literal {
  switch (name) {
    case "string":
      return plain("a");
    case "decimal":
      return plain("1.5");
    case "number":
    case "integer":
      return plain(1);
    case "boolean":
      return plain(true);
    case "bigint":
      return plain(1n);
    case "date":
      return plain("2024-02-29");
    case "date-time":
      return dates === "Date" ? dateLeaf : dateTimeText;
    case "unknown":
      return record([["any", list(plain(1))]]);
  }
}

/** Other values of a primitive type, and those that nearly are of it; those that tell most first. */
export function primitiveVariants(name: PrimitiveName, { dates }: Settings): readonly Literal[] {
  switch (name) {
    case "string":
    case "decimal":
      return [plain(1.5), plain("")];
    case "number":
    case "integer":
      return [plain("1"), untellable(Number.NaN, "NaN"), plain(0.5), plain(-7), plain(1n), infinity];
    case "boolean":
      return [plain("true"), plain(false), plain(0)];
    case "bigint":
      return [plain(1), plain("1"), plain(0n)];
    case "date":
      return ["2023-02-29", "2024-02-29T12:00:00Z", "2024-2-9"].map(plain).concat(dateLeaf);
    case "date-time":
      return dates === "Date" ? [invalidDate, dateTimeText, plain(0), dateOf("1970-01-01T00:00:00.000Z")] : texts;
    case "unknown":
      return [plain(undefined), plain(null), plain("a"), record([])];
  }
}

const infinity: Literal = untellable(Number.POSITIVE_INFINITY, "Infinity");
const invalidDate: Literal = untellable(new Date(Number.NaN), "new Date(NaN)");
const texts: readonly Literal[] = [
  plain("2023-02-29T12:00:00Z"),
  dateLeaf,
  plain("2024-02-29"),
  plain("2024-02-29T12:00:00+02:00"),
];

/** Values of other kinds than a type's: each place of a model sees some of them. */
export const strangers: readonly Literal[] = [
  plain(1),
  plain("stranger"),
  plain(true),
  list(),
  record([]),
  plain(null),
  dateLeaf,
  list(plain("a")),
  record([["constructor", plain("a")]]),
  plain(1n),
  plain(false),
  untellable(() => "a", '() => "a"'),
  untellable(Symbol("a"), 'Symbol("a")'),
];

/** Values of the platform's types. */
export const platformSamples: Readonly<Record<PlatformName, Literal>> = {
  Blob: instance(new Blob([]), "Blob", "new Blob([])"),
  File: instance(new File([], "a"), "File", 'new File([], "a")'),
  Request: instance(new Request("https://example.com"), "Request", 'new Request("https://example.com")'),
  Response: instance(new Response(), "Response", "new Response()"),
  Uint8Array: instance(new Uint8Array([1]), "Uint8Array", "new Uint8Array([1])"),
};

/** What a stream holds is seen by nobody before it is read, so its type leaves that open. */
export const streamSample: Literal = instance(new ReadableStream(), "ReadableStream<any>", "new ReadableStream<any>()");

/** Values of the types that the fixtures import, by the module's specifier and the name. */
const externalSamples: Readonly<Record<string, Literal>> = {
  "@example/money#Money": record([["amount", plain(1)]]),
  "@example/money#Listed": record([["listed", plain(true)]]),
  "@example/coins#Money": record([["coins", plain(1)]]),
  "@example/places#GeoPlace": list(plain(1), plain(2)),
  "#Colour": plain("red"),
  "#BigDecimal": record([["digits", plain("1")]]),
};

/** A value of an external type, where one is known. */
export function externalSample({ from, name }: ExternalType): Literal | undefined {
  return externalSamples[`${from.startsWith(".") ? "" : from}#${name}`];
}
