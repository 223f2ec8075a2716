/** A page of one construct over and over, of about so many characters. */
export interface Construct {
  readonly name: string;
  readonly page: (size: number) => string;
}

const title = "# Foo\n\n";
const fields = "## Fields\n\n";
const header =
  "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n| `a` | *string* | :heavy_check_mark: |";

/** The text over and over, up to a size. */
function filled(text: string, size: number): string {
  return text.repeat(Math.max(1, Math.floor(size / text.length)));
}

/** Parts that differ by their number, up to a size. */
function numbered(part: (at: number) => string, size: number): string {
  const parts: string[] = [];
  for (let [at, length] = [0, 0]; length < size; at += 1) {
    const text = part(at);
    parts.push(text);
    length += text.length;
  }
  return parts.join("");
}

/** A text over and over in the description of a page. */
function prose(name: string, text: string, end = ""): Construct {
  const page = (size: number): string => `${title}${filled(text, size)}${end}\n\n${fields}${header} b | |\n`;
  return { name: `prose: ${name}`, page };
}

/** A text over and over in the page's description, with something that no plain page has, so that remark parses it. */
function markdown(name: string, text: string, end = ""): Construct {
  const page = (size: number): string => `${title}***\n\n${filled(text, size)}${end}\n\n${fields}${header} b | |\n`;
  return { name: `Markdown: ${name}`, page };
}

/** A text over and over in a cell. */
function cell(name: string, text: string, end = ""): readonly Construct[] {
  const described = (size: number): string => `${title}${fields}${header} ${filled(text, size)}${end} | |\n`;
  const typed = (size: number): string =>
    `${title}${fields}${header} b | |\n| \`t\` | ${filled(text, size)}${end} | :heavy_check_mark: | b | |\n`;
  return [
    { name: `description cell: ${name}`, page: described },
    { name: `type cell: ${name}`, page: typed },
  ];
}

/** Numbered rows of a field table. */
function rows(name: string, row: (at: number) => string): Construct {
  const page = (size: number): string => `${title}${fields}${header} b | |\n${numbered((at) => `${row(at)}\n`, size)}`;
  return { name: `rows: ${name}`, page };
}

/** Members of a union page. */
function members(name: string, member: (at: number) => string): Construct {
  return { name: `members: ${name}`, page: (size) => `${title}## Supported Types\n\n${numbered(member, size)}` };
}

/** Values of an enum page. */
function values(name: string, start: string, value: (at: number) => string, end = ""): Construct {
  return { name: `values: ${name}`, page: (size) => `${title}## Values\n\n${start}${numbered(value, size)}${end}\n` };
}

/** An example of a page's model. */
function example(name: string, start: string, part: (at: number) => string, end: string): Construct {
  const head = `${title}## Example Usage\n\n\`\`\`typescript\nlet value: Foo = `;
  const foot = `;\n\`\`\`\n\n${fields}| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n`;
  const rest = "| `a` | *string* | :heavy_check_mark: | b |\n| `list` | [Foo](./foo.md)[] | :heavy_minus_sign: | b |\n";
  return { name: `example: ${name}`, page: (size) => `${head}${start}${numbered(part, size)}${end}${foot}${rest}` };
}

/** The same text once per nesting, then the closing one: `open` and `close` take half of the size each. */
function nested(open: string, close: string): (size: number) => string {
  return (size) => {
    const times = Math.max(1, Math.floor(size / (open.length + close.length)));
    return open.repeat(times) + close.repeat(times);
  };
}

function frontMatter(name: string, text: (size: number) => string): Construct {
  return { name: `front matter: ${name}`, page: (size) => `---\n${text(size)}\n---\n${fields}${header} b | |\n` };
}

/** What runs long in Markdown, in cells and in prose alike. */
const runs: readonly (readonly [name: string, text: string])[] = [
  ["emphasis", "*a_ "],
  ["strong emphasis", "**a__b"],
  ["asterisks", "*"],
  ["opening brackets", "["],
  ["closing brackets", "]"],
  ["brackets with parentheses", "[a](b"],
  ["images", "![a]("],
  ["autolinks", "<http://a "],
  ["angle brackets", "<"],
  ["closing angle brackets", ">"],
  ["backticks", "`"],
  ["backticks of two lengths", "`a``b```"],
  ["hyphens", "-"],
  ["number signs", "#"],
  ["blanks", " "],
  ["tabs", "\t"],
  ["backslashes", "\\"],
  ["escaped pipes", "\\|"],
  ["entities", "&amp;&#35;&"],
  ["ampersands", "&"],
  ["tildes", "~~"],
  ["comments", "<!--"],
  ["processing instructions", "<?a"],
  ["tags", "<a b='"],
  ["line breaks", "<br/>"],
  ["unclosed line breaks", "<br "],
  ["fences between line breaks", "```a<br>b"],
  ["fences that line breaks close", "```<br>a<br>```<br>"],
  ["comment ends", "*/"],
  ["at signs", "@a "],
  ["tags of TSDoc", "{@link "],
  ["directives", "@ts-ignore"],
  ["definitions in brackets", "[a]:"],
  ["invisible characters", "\u200b\\"],
  ["lone surrogates", "\ud800"],
  ["wide characters", "\u{1f600}"],
  ["commas", "a, b,"],
  ["parentheses", "("],
  ["links", "[a](./a.md) "],
  ["quotes", '"'],
  ["escaped quotes", '"\\"'],
  ["questions", "?"],
  ["colons", "::"],
];

const blocks: readonly (readonly [name: string, text: string])[] = [
  ["quotes", ">"],
  ["quotes with blanks", "> "],
  ["lines of quotes that deepen", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>\n"],
  ["lists in one line", "- "],
  ["lists of asterisks in one line", "* "],
  ["ordered lists in one line", "1. "],
  ["quotes and lists in one line", "> - "],
  ["lines of lists", "- a\n"],
  ["lines of ordered lists", "1. a\n"],
  ["lists apart", "- a\n\n* b\n\n"],
  ["lazy lines", "> a\nb\n"],
  ["blank lines", "\n"],
  ["lines of blanks", "  \n"],
  ["headings", "# a\n"],
  ["third headings", "### a\n"],
  ["empty headings", "#\n"],
  ["underlined headings", "a\n=\n"],
  ["thematic breaks", "---\n"],
  ["thematic breaks that are none", "- - - - a"],
  ["HTML blocks", "<div>\n"],
  ["HTML comments", "<!-- a\n"],
  ["HTML of any tag", "<a>\n\n"],
  ["script blocks", "<script>\n"],
  ["character data", "<![CDATA[\n"],
  ["definitions", "[a]: b\n"],
  ["definitions with titles", "[a]: b 'c\n"],
  ["definitions that do not end", "[a\n"],
  ["definitions of labels", "[a]: <b\n"],
  ["fences", "```\n"],
  ["fences of two kinds", "```\n~~~\n"],
  ["fences that do not end", "~~~ a\n"],
  ["fences that deepen", "    ```\n"],
  ["indented code", "     a\n"],
  ["tables", "| a |\n| - |\n"],
  ["tables of tiny cells", "||||||||||||||||||||||||||||||||\n"],
  ["delimiter rows", "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"],
  ["rows without a table", "a | b\n"],
  ["lines of text", "a\n"],
  ["carriage returns", "a\r"],
  ["warnings", "> :warning: **DEPRECATED**: a\n\n"],
];

/** Types that fill one cell. */
const typeCells: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ["lists of TypeScript", (size: number) => `*string*${filled("[]", size)}`],
  ["parentheses", nested("(", ")")],
  ["maps", (size: number) => nested("Record<string, ", ">")(size).replace(">", "*string*>")],
  ["maps of Go", (size: number) => `${filled("map[string]", size)}string`],
  ["pointers of Go", (size: number) => `${filled("*", size)}string`],
  ["slices of Go", (size: number) => `${filled("[]", size)}string`],
  ["lists of Python", (size: number) => `*${nested("List[", "]")(size)}*`],
  ["generics of Java", nested("List\\<", ">")],
  ["questions of PHP", (size: number) => `*${filled("?", size)}string*`],
  ["unions of TypeScript", (size: number) => `${filled('"a" \\| ', size)}"b"`],
  ["unions of many values", (size: number) => `${numbered((at) => `"a${at}" \\| `, size)}"b"`],
  ["unions of many models", (size: number) => `${numbered((at) => `[A${at}](./a${at}.md) \\| `, size)}*string*`],
  ["unions of Python", (size: number) => `*Union[${filled("str, ", size)}int]*`],
  ["literals of Python", (size: number) => `*Literal[${filled('"a", ', size)}"b"]*`],
  ["unions of Ruby", (size: number) => `*T.any(${filled("::String, ", size)}::Integer)*`],
  ["dots", (size: number) => `${filled("a.", size)}B`],
  ["a link's target", (size: number) => `[Foo](./${filled("../", size)}foo.md)`],
  ["parentheses in a link's target", (size: number) => `[Foo](${nested("(", ")")(size)})`],
  ["strings", (size: number) => `"${filled("\\\\u0061", size)}"`],
  ["numbers", (size: number) => filled("1", size)],
];

function oneCell(name: string, text: (size: number) => string): Construct {
  const page = (size: number): string =>
    `${title}${fields}${header} b | |\n|\`b\`|${text(size)}|:heavy_minus_sign:|b||\n`;
  return { name: `one cell: ${name}`, page };
}

/** Constructs that take more than linear time in some reader of Markdown, of types, of examples or of front matter. */
export const constructs: readonly Construct[] = [
  ...runs.flatMap(([name, text]) => [...cell(name, text), prose(name, text), markdown(name, text)]),
  ...blocks.flatMap(([name, text]) => [prose(`lines of ${name}`, text), markdown(name, text)]),
  prose("a warning before blank lines", "\n", ""),
  {
    name: "prose: a warning and blank lines",
    page: (size) => `${title}> :warning: **DEPRECATED**: a${filled("\n", size)}## Fields\n\n${header} b | |\n`,
  },
  {
    name: "prose: a warning and lines of blanks",
    page: (size) => `${title}> :warning: **DEPRECATED**: a${filled("\n \n", size)}## Fields\n\n${header} b | |\n`,
  },
  {
    name: "Markdown: nested lists",
    page: (size) =>
      `${title}***\n\n${numbered((at) => `${" ".repeat((at * 2) % 1000)}- a\n`, size)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: lists that only deepen",
    page: (size) => {
      let text = "";
      for (let depth = 0; text.length < size; depth += 1) text += `${" ".repeat(depth * 2)}- a\n`;
      return `${title}***\n\n${text}\n${fields}${header} b | |\n`;
    },
  },
  {
    name: "Markdown: quotes that only deepen",
    page: (size) => {
      let text = "";
      for (let depth = 1; text.length < size; depth += 1) text += `${">".repeat(depth)} a\n`;
      return `${title}***\n\n${text}\n${fields}${header} b | |\n`;
    },
  },
  {
    name: "Markdown: a deep quote and many lines",
    page: (size) => `${title}***\n\n${filled("> ", size / 2)}a\n${filled("b\n", size / 2)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: deep quotes over and over",
    page: (size) => `${title}***\n\n${filled(`${"> ".repeat(1000)}a\n`, size)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: deep lists and blank lines",
    page: (size) => `${title}***\n\n${filled("- ", size / 2)}a\n${filled("\n", size / 2)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: deep lists and lines of blanks",
    page: (size) =>
      `${title}***\n\n${"- ".repeat(500)}a\n${filled(`${" ".repeat(1000)}b\n`, size)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: numbered definitions",
    page: (size) => `${title}${numbered((at) => `[a${at}]: b\n`, size)}\n${fields}${header} b | |\n`,
  },
  {
    name: "Markdown: one row of many cells",
    page: (size) => `${title}${fields} ${filled("| a ", size / 2)}|\n${filled("| - ", size / 2)}|\n`,
  },
  {
    name: "table: one row of many cells",
    page: (size) => `${title}${fields}${filled("| a ", size / 2)}|\n${filled("| - ", size / 2)}|\n`,
  },
  {
    name: "Markdown: rows of tiny cells",
    page: (size) => `${title}${fields} | Field | Type |\n|-|-|\n${filled("|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|\n", size)}`,
  },
  {
    name: "Markdown: rows of fields",
    page: (size) =>
      `${title}***\n\n${fields}${header} b | |\n${numbered((at) => `|\`a${at}\`|*string*|:heavy_minus_sign:|b||\n`, size)}`,
  },
  { name: "sections of fields", page: (size) => `${title}${filled("## Fields\n\n", size)}${header} b | |\n` },
  {
    name: "sections of three kinds",
    page: (size) => `${title}${filled("## Values\n\n## Supported Types\n\n## Fields\n\n", size)}`,
  },
  {
    name: "sections of examples",
    page: (size) => `${title}${filled("## Example Usage\n\n", size)}${fields}${header} b | |\n`,
  },
  rows("names", (at) => `|\`a${at}\`|*string*|:heavy_minus_sign:|b||`),
  rows("tiny", (at) => `|\`${at.toString(36)}\`|||`),
  rows("alike", () => "|`a`|*string*|:heavy_minus_sign:|b||"),
  rows("wrong in each cell", () => "|a|*|b|c|d|"),
  rows("of too few cells", () => "|a|"),
  rows("links to nowhere", (at) => `|\`a${at}\`|[A${at}](./a${at}.md)|:heavy_minus_sign:|b||`),
  rows("links to the page", (at) => `|\`a${at}\`|[Foo](./foo.md)|:heavy_minus_sign:|b||`),
  rows("bare names", (at) => `|\`a${at}\`|a.b.c.d.E${at}|:heavy_minus_sign:|b||`),
  rows("links that climb", (at) => `|\`a${at}\`|[A](${"../".repeat(20)}a${at}.md)|:heavy_minus_sign:|b||`),
  rows(
    "deep maps",
    (at) => `|\`a${at}\`|${"Record<string, ".repeat(60)}*string*${">".repeat(60)}|:heavy_minus_sign:|b||`,
  ),
  rows("deep lists", (at) => `|\`a${at}\`|*string*${"[]".repeat(60)}|:heavy_minus_sign:|b||`),
  rows(
    "unions",
    (at) =>
      `|\`a${at}\`|${Array.from({ length: 100 }, (_, member) => `"${member}"`).join(" \\| ")}|:heavy_minus_sign:|b||`,
  ),
  rows(
    "unions of lists",
    (at) =>
      `|\`a${at}\`|${Array.from({ length: 100 }, (_, member) => `"${member}"[]`).join(" \\| ")}|:heavy_minus_sign:|b||`,
  ),
  rows("catch-alls", () => "|`additionalProperties`|Record<string, *string*>|:heavy_minus_sign:|b||"),
  rows("long names", (at) => `|\`${"a".repeat(1000)}${at}\`|*string*|:heavy_minus_sign:|b||`),
  rows("names of words", (at) => `|\`${"aB1_".repeat(100)}${at}\`|*string*|:heavy_minus_sign:|b||`),
  rows("struck names", (at) => `|~~\`a${at}\`~~|*string*|:heavy_minus_sign:|:warning: **DEPRECATED**: a<br/><br/>b||`),
  rows("tags", (at) => `|\`a${at}\`|*"a${at}"*|:heavy_check_mark:|b||`),
  rows("map cells of Go", (at) => `|\`A${at}\`|${"map[string]".repeat(50)}*string*|:heavy_minus_sign:|b||`),
  rows("slices of Go", (at) => `|\`A${at}\`|${"[]".repeat(60)}*string*|:heavy_minus_sign:|b||`),
  rows(
    "optional cells of Python",
    (at) => `|\`a${at}\`|*${"Optional[".repeat(60)}str${"]".repeat(60)}*|:heavy_minus_sign:|b||`,
  ),
  rows(
    "generics of Java",
    (at) => `|\`a${at}\`|${"List\\<".repeat(60)}*String*${">".repeat(60)}|:heavy_minus_sign:|b||`,
  ),
  rows(
    "spelled unions of Ruby",
    (at) => `|\`a${at}\`|[${"T.any(".repeat(20)}::String, ::Integer${")".repeat(20)}](./foo.md)|:heavy_minus_sign:|b||`,
  ),
  ...typeCells.map(([name, text]) => oneCell(name, text)),
  members("headings", (at) => `### A${at}\n`),
  members("headings apart", (at) => `### A${at}\n\n`),
  members(
    "links",
    (at) => `### \`components.A${at}\`\n\n\`\`\`typescript\nconst value: components.A${at} = { a: null };\n\`\`\`\n\n`,
  ),
  members("alike", () => "### `string`\n\n"),
  members("the page itself", () => "### `Foo`\n\n"),
  members("maps", (at) => `### \`Record<string, A${at}>\`\n\n`),
  members("fences without headings", () => "```typescript\n1\n```\n\n"),
  values("rows", "| Name | Value |\n| --- | --- |\n", (at) => `| \`A${at}\` | a${at} |\n`),
  values("tiny rows", "| Name | Value |\n| --- | --- |\n", (at) => `||${at.toString(36)}|\n`),
  values("numbers", "| Name | Value |\n| --- | --- |\n", (at) => `|A|${at}|\n`),
  values("rows alike", "| Name | Value |\n| --- | --- |\n", () => "| `A` | a |\n"),
  values("items", "", (at) => `- \`"a${at}"\`\n`),
  values("items that are none", "", (at) => `- a${at}\n`),
  values("a fence", "```typescript\n", (at) => `"a${at}" | `, '"b"\n```'),
  values("lines of a fence", "```typescript\n", (at) => `"a${at}" |\n`, '"b"\n```'),
  values("fences", "", (at) => `\`\`\`typescript\n"a${at}"\n\`\`\`\n\n`),
  values("unrecognized values", "```typescript\n", () => "Unrecognized<string> | ", '"b"\n```'),
  example("a list of numbers", "{ a: null, list: [", () => "1,", "] }"),
  example("a list of objects", "{ a: null, list: [", () => '{ a: "b" },', "] }"),
  example("a list of nulls", "{ a: null, list: [", () => "{a:null},", "] }"),
  example("keys", "{", (at) => `a${at}:1,`, "}"),
  example("keys alike", "{", () => "a:1,", "}"),
  example("a string", '{ a: "', () => "a", '" }'),
  example("escapes", '{ a: "', () => "\\u0061", '" }'),
  example("comments", "{", () => "/* a */", "}"),
  example("comments that do not end", "{", () => "/* a ", "}"),
  example("line comments", "{", () => "// a\n", "}"),
  example("calls", "{ a: a(", () => "b,", ") }"),
  example("calls that do not end", "{ a: ", () => "a(", " }"),
  example("awaits", "{ a: ", () => "await ", "a }"),
  {
    name: "example: deep lists",
    page: (size) =>
      example("", "", () => "", "")
        .page(0)
        .replace("let value: Foo = ", `let value: Foo = ${nested("[", "]")(size)}`),
  },
  {
    name: "example: deep objects",
    page: (size) =>
      example("", "", () => "", "")
        .page(0)
        .replace("let value: Foo = ", `let value: Foo = ${nested("{a:", "}")(size)}`),
  },
  {
    name: "example: deep models",
    page: (size) =>
      example("", "", () => "", "")
        .page(0)
        .replace("let value: Foo = ", `let value: Foo = ${nested("{list:[", "]}")(size)}`),
  },
  {
    name: "example: declarations",
    page: (size) =>
      example("", "", () => "", "")
        .page(0)
        .replace("let value: Foo", `${filled("let a:\n", size)}let value: Foo`),
  },
  {
    name: "example: JSON",
    page: (size) =>
      `${title}## Example Usage\n\n\`\`\`json\n${nested('{"a":[', "]}")(size)}\n\`\`\`\n\n${fields}${header} b | |\n`,
  },
  frontMatter("keys", (size) => numbered((at) => `a${at}: b\n`, size)),
  frontMatter("deep lists", (size) => `title: ${nested("[", "]")(size)}`),
  frontMatter("deep maps", (size) => `title: ${nested("{a: ", "}")(size)}`),
  frontMatter("deep blocks", (size) => {
    let text = "";
    for (let depth = 0; text.length < size; depth += 1) text += `${" ".repeat(depth)}a:\n`;
    return text;
  }),
  frontMatter("items in one line", (size) => filled("- ", size)),
  frontMatter("titles", (size) => filled("title: Foo\n", size)),
  frontMatter("a long title", (size) => `title: ${filled("Foo ", size)}`),
  frontMatter(
    "aliases",
    (size) =>
      `a: &a [b]\n${numbered((at) => `b${at}: &b${at} [*b${at - 1}, *a]\n`, size).replace("*b-1", "*a")}title: Foo`,
  ),
  frontMatter(
    "aliases that double",
    (size) =>
      `a0: &a0 [b]\n${numbered((at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at},*a${at}]\n`, Math.min(size, 5000))}title: *a9\n${filled("# a\n", size)}`,
  ),
  frontMatter("comments", (size) => filled("# a\n", size)),
  frontMatter("tags", (size) => `${filled("!!a ", size)}`),
  frontMatter("blanks", (size) => `title: Foo${filled(" ", size)}`),
  frontMatter("a title of blanks", (size) => `${filled("title  ", size)}`),
  frontMatter("block text", (size) => `title: >\n${filled("  a\n", size)}`),
  frontMatter("quoted text", (size) => `title: "${filled("\\n", size)}"`),
  frontMatter("fences of front matter", (size) => filled("--- \n", size)),
  { name: "front matter that does not end", page: (size) => `---\n${filled("title: a\n", size)}` },
  { name: "title: a long one", page: (size) => `# ${filled("Foo ", size)}\n\n${fields}${header} b | |\n` },
  { name: "title: tildes", page: (size) => `# ${filled("~~", size)}\n\n${fields}${header} b | |\n` },
  { name: "title: escapes", page: (size) => `# ${filled("\\_", size)}a\n\n${fields}${header} b | |\n` },
  { name: "title: closed by number signs", page: (size) => `# a${filled(" #", size)}\n\n${fields}${header} b | |\n` },
  { name: "title: blanks", page: (size) => `# a${filled(" ", size)}b\n\n${fields}${header} b | |\n` },
  { name: "zero bytes", page: (size) => filled("\0", size) },
  { name: "one letter", page: (size) => filled("a", size) },
  { name: "bare: prose", page: (size) => `${title}${filled("a b ", size)}` },
];
