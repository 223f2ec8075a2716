/** What brackets types in each language: what stands before and what behind. */
export const nestings: readonly (readonly [string, string])[] = [
  ["Record<string, ", ">"],
  ["List[", "]"],
  ["Dict[str, ", "]"],
  ["Optional[", "]"],
  ["Union[str, ", "]"],
  ["[]", ""],
  ["map[string]", ""],
  ["*", "*"],
  ["**", ""],
  ["List\\<", ">"],
  ["Map\\<String, ", ">"],
  ["Optional\\<", ">"],
  ["Dictionary<String, ", ">"],
  ["array<string, ", ">"],
  ["T::Array[", "]"],
  ["T.nilable(", ")"],
  ["T.any(::String, ", ")"],
  ["Crystalline::Array.new(", ")"],
  ["(", ")"],
  ["{ [k: string]: ", " }"],
  ["", "[]"],
  ["", "\\|null"],
  ["string \\| ", ""],
  ["`", "`"],
  ["~~", "~~"],
  ["[", "](../foo.md)"],
];

/** Cells of types in each language, and what is none. */
export const typeCells: readonly string[] = [
  ..."*string* *number* *boolean* *any* *BigInt* *str* *int* *Any* `*string` `any` *?string* *::String* *null* *true*".split(
    " ",
  ),
  ..."*Decimal* *Symbol* *void* *bytes* `[]byte` byte[] *object* *mixed* *undefined* *never* *1e999* *-0* *1n* *NaN*".split(
    " ",
  ),
  "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
  "[RFCDate](../../types/rfcdate.md)",
  "[date](https://docs.python.org/3/library/datetime.html#date-objects)",
  "[time.Time](https://pkg.go.dev/time#Time)",
  "ReadableStream<*Uint8Array*>",
  "EventStream<*any*>",
  "Record<string, *any*>",
  "Record<string, *string*[]>",
  '*Literal["a"]*',
  "*Union[str, int, None]*",
  "*string* \\| *null*",
  "Map\\<String, *Object*>",
  '*"\\"*',
  "*'a'*",
  "[components.Foo]()",
  "[](../../models/components/foo.md)",
  "*components.*",
  "*.*",
];

/** What a row may say of presence. */
export const presences: readonly string[] = [
  ":heavy_check_mark:",
  ":heavy_minus_sign:",
  "",
  "yes",
  ":x:",
  "constructor",
];

/** Headings that mean something, and some that do not. */
export const headings: readonly string[] = [
  "# Foo",
  "## Fields",
  "## Values",
  "## Supported Types",
  "## Example Usage",
  "### `string`",
  "### `components.Foo`",
  "###",
  "#",
  "## fields",
  "# ~~Old~~",
  "### `Record<string, unknown>`",
  "Fields\n------",
];

/** Where links may lead. */
export const linkTargets: readonly string[] = [
  "../../models/components/foo.md",
  "../components/foo.md#a",
  "../../../../../etc/passwd",
  "foo.md",
  "./",
  "",
  "#",
  "//example.com/foo.md",
  "https://example.com/foo.md",
  "file:///foo.md",
  "%2e%2e/foo.md",
  "%",
  "%ff%fe.md",
  "..\\foo.md",
  "foo.md?a=b",
  "__proto__.md",
  "a".repeat(300),
  "javascript:pwned()",
  "a b.md",
  "(foo).md",
];

/** Characters that open, close or divide something. */
export const breakingCharacters: readonly string[] = [
  ..."|`[]()<>{}*_~#\\\"'-:=+\n\t &@!/;,.$",
  "\n\n",
  "```",
  "\\|",
  "](",
  "| --- |",
  "<br/>",
];

/** Characters that texts seldom have. */
export const oddCharacters: readonly string[] = [
  ..."\0\u0001\u0007\b\v\f\r\u001b\u007f\u0085\u00a0\u00ad\u0301\u034f\u061c\u115f\u180e\u200b\u200d\u200f\u2028\u2029\u202e\u2066\u2069",
  ..."\u3164\ufe0f\ufeff\uffa0\ufff9\ufffd\uffff\u0130\u0131\u017f\u212a\u1e9e\ufb01\u00df\u0390\u1c89\ua7d3",
  "\ud800",
  "\udc00",
  "\u{1f600}",
  "\u{e0041}",
  "\u{e0101}",
  "\u{1d173}",
  "\u{10ffff}",
  "\r\n",
  "e\u0301".repeat(20),
];
