import { compile, type Output, type SourcePage } from "../../src/compile.js";
import { type Limits, limitsOf, overLimit } from "../../src/diagnostics/limits.js";
import { deepestType } from "../../src/model/type.js";
import type { Outcome, Trial, TrialRequest } from "./trial.js";

/** Pages that have just so many of what a limit counts, and where one that has more is told. */
interface Measured {
  readonly pages: readonly SourcePage[];
  /** The page, the line and the column; those of the last of the so many, so that a limit one lower is told there. */
  readonly at: string;
  /** What the pages have, as the message tells; left out where counting ends at the limit. */
  readonly found?: number;
}

const fields = "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const firstRow = fields.split("\n").length;

function row(name: string, type = "*string*", description = "b"): string {
  return `| \`${name}\` | ${type} | :heavy_check_mark: | ${description} |\n`;
}

function foo(text: string): readonly SourcePage[] {
  return [{ path: "foo.md", value: text }];
}

function many(count: number, part: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join("");
}

/** The limits of pages; that of overrides ends a run. */
type PageLimit = Exclude<keyof Limits, "overridesBytes">;

/** What makes so many of each. */
const makers: { readonly [Name in PageLimit]: (count: number) => Measured } = {
  pageBytes: (count) => {
    const start = `# Foo\n\n\u00e9`;
    const value = start + "a".repeat(Math.max(0, count - new TextEncoder().encode(start).length));
    return { pages: foo(value), at: "foo.md:1:1", found: count };
  },
  markdownLines: (count) => {
    const [above, below] = ["# Foo\n\n***\n", `\n${fields.slice("# Foo\n\n".length)}`];
    const lines = `${above}${below}`.split("\n").length;
    // A line of a quote counts twice, and so does the blank one behind them.
    const left = count - lines - 1;
    const value = `${above}${"***\n".repeat(left % 2)}${"> a\n".repeat(Math.floor(left / 2))}${below}`;
    return { pages: foo(value), at: `foo.md:${value.split("\n").length}:1` };
  },
  rows: (count) => {
    const value = fields + many(count, (at) => row(`a${at}`));
    return { pages: foo(value), at: `foo.md:${firstRow + count - 1}:1`, found: count };
  },
  columns: (count) => {
    const value = `${fields}|${" a |".repeat(count)}\n`;
    return { pages: foo(value), at: `foo.md:${firstRow}:1`, found: count };
  },
  cellCharacters: (count) => {
    const start = "| `a` | *string* | :heavy_check_mark: | ";
    const value = `${fields}${start}${"b".repeat(count)} |\n`;
    return { pages: foo(value), at: `foo.md:${firstRow}:${start.length + 1}`, found: count };
  },
  exampleCharacters: (count) => {
    const start = "# Foo\n\n## Example Usage\n\n```json\n";
    const value = `${start}${"1".repeat(count - 1)}\n\`\`\`\n\n${fields.slice("# Foo\n\n".length)}`;
    return { pages: foo(value), at: `foo.md:${start.split("\n").length}:1`, found: count };
  },
  nameLength: (count) => {
    const value = fields + row("a".repeat(count));
    return { pages: foo(value), at: `foo.md:${firstRow}:3`, found: count };
  },
  typeDepth: (count) => {
    const value = fields + row("a", `*string*${"[]".repeat(count)}`);
    return { pages: foo(value), at: `foo.md:${firstRow}:9`, found: count };
  },
  unionMembers: (count) => {
    const value = fields + row("a", Array.from({ length: count }, (_, at) => `*"${at}"*`).join(" \\| "));
    return { pages: foo(value), at: `foo.md:${firstRow}:9`, found: count };
  },
  links: (count) => {
    const value = fields + many(count, (at) => row(`a${at}`, "[Foo](./foo.md)"));
    const column = row(`a${count - 1}`).indexOf("*") + 1;
    return { pages: foo(value), at: `foo.md:${firstRow + count - 1}:${column}`, found: count };
  },
  types: (count) => {
    const value = fields + many(count, (at) => row(`a${at}`));
    return { pages: foo(value), at: `foo.md:${firstRow + count - 1}:1`, found: count };
  },
  pages: (count) => {
    const pages = Array.from({ length: count }, (_, at) => ({ path: `a${at}.md`, value: `# A${at}\n` }));
    return { pages, at: ".", found: count };
  },
};

/** So many of each can be made; below that the page itself is larger. */
const fewest: Partial<Record<PageLimit, number>> = {
  pageBytes: 200,
  markdownLines: 20,
  cellCharacters: 200,
  columns: 6,
  nameLength: 20,
};

/** Pages of 100,000, or of what takes memory, are made in the command alone. */
const large: ReadonlySet<PageLimit> = new Set(["pages"]);

const names = Object.keys(makers) as readonly PageLimit[];

/** Each limit: what is at it is read, what is one above is told at its place, and the configuration moves it. */
export const limits: Trial = {
  name: "limits",
  promise:
    "What is at a limit is read; one more is told with the limit at its place, unless the configuration allows it",
  cases: { command: 600, suite: 120 },
  run: ({ cases, seed, tell }) => Promise.resolve(tryLimits({ cases, seed, tell })),
};

function tryLimits({ cases, seed }: TrialRequest): Outcome {
  const failures: string[] = [];
  let [tried, random] = [0, seed];
  while (tried < cases) {
    for (const name of names) {
      random = (Math.imul(random, 1103515245) + 12345) >>> 0;
      // The most that `typeDepth` may be is its default: no limit is one higher.
      const isDefault = tried < names.length && name !== "typeDepth" && !(large.has(name) && cases < 500);
      const most = isDefault ? limitsOf({})[name] : mostOf(name, random);
      failures.push(...tryLimit(name, most).map((failure) => `${name} at ${most}: ${failure}`));
      tried += 1;
    }
  }
  return { cases: tried, failures };
}

function mostOf(name: PageLimit, random: number): number {
  return (fewest[name] ?? 1) + ((random >>> 8) % (name === "typeDepth" ? deepestType - 1 : 300));
}

/** What is wrong with a limit: at it, one above it, and one above it where the limit is one higher. */
function tryLimit(name: PageLimit, most: number): readonly string[] {
  const at = { limits: { ...wide, [name]: most } };
  const above = { limits: { ...wide, [name]: most + 1 } };
  const make = makers[name];
  const more = make(most + 1);
  return [
    ...excessesIn(compile(make(most).pages, at)).map((each) => `told at the limit: ${each}`),
    ...excessesIn(compile(more.pages, above)).map((each) => `told below a limit that is one higher: ${each}`),
    ...differences(excessesIn(compile(more.pages, at)), [expectedOf(name, more, limitsOf(at))]),
  ];
}

/** No other limit is met. */
const wide = { ...Object.fromEntries(names.map((name) => [name, 10_000_000])), typeDepth: deepestType };

function excessesIn({ messages }: Output): readonly string[] {
  const excesses = messages.filter(({ ruleId }) => ruleId === "over-limit");
  return excesses.map(({ name, reason, note, fatal }) => `${name} ${reason} ${note} ${fatal}`);
}

function expectedOf(limit: PageLimit, { at, found }: Measured, limits: Limits): string {
  const { reason, mend } = overLimit({ limit, page: "foo.md", found }, limits);
  return `${at} ${reason} ${mend} true`;
}

function differences(found: readonly string[], expected: readonly string[]): readonly string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${one}, expected ${other}`];
}
