import { compile } from "../../src/compile.js";
import { isPathBelow } from "../../src/model/path.js";
import { pageOf } from "./sandbox/pages.js";
import { chosenOf } from "./sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "./trial.js";

/** Names that some file system, shell, URL or module specifier takes for something else; many are alike for another one. */
const names: readonly string[] = [
  ..."con con_ CON con__ nul NUL.x nul.x.y aux. com1 COM¹ lpt9 lpt9_ prn conin$".split(" "),
  ..."index index_ INDEX index__ modelmark manifest.json manifest.json_ x.ts x.ts_ x.js package".split(" "),
  ..."foo FOO Foo foO ſoo soo straße strasse STRASSE K k İ i ı I".split(" "),
  ..."é É ﬁ fi Å Å ё".split(" "),
  ...["e\u0301", "E\u0301", "A\u030a", "\u1e9b\u0323", "\ufb01"],
  ...["a\0b", "a\\b", "..\\b", "C:", "C:b", "c|d", "a:b", 'a"b', "a<b>", "a*b?", "#", "#a", "?a", "%", "%2e%2e", "%2F"],
  ...[
    "..",
    ".",
    "...",
    " ",
    "a ",
    " a",
    "a.",
    "a..",
    ".a",
    "-",
    "--",
    "-a",
    "~",
    "$HOME",
    "`id`",
    "$(id)",
    "a;b",
    "a&b",
  ],
  ...[
    "a\nb",
    "a\rb",
    "a\tb",
    "a\u2028b",
    "a\u202eb",
    "\ufeffa",
    "a\u0085b",
    "\ud800",
    "a\udc00b",
    "\u{e0041}",
    "\u{1f600}",
  ],
  ...[
    "a".repeat(252),
    "a".repeat(253),
    "a".repeat(300),
    `${"a".repeat(300)}b`,
    "é".repeat(126),
    "é".repeat(200),
    "\u{1f600}".repeat(70),
  ],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "default", "class", "undefined", "then"],
  // The distinct names of others, by the hashes that tell them apart.
  ..."foo-5c6a6d65 -d90c17db d90c17db 1-08c87a19 foo-a4e4ffbe".split(" "),
];

/** Pages of one name each, in a folder, as a folder, and with the other ending. */
function pathsOf(name: string): readonly string[] {
  return [`${name}.md`, `components/${name}.md`, `${name}/pet.md`, `components/${name}/pet.mdx`];
}

type Case = readonly string[];

/** Each path alone, each two names beside each other, and pages called as the outputs of others are. */
function allCases(): readonly Case[] {
  const alone = names.flatMap((name) => pathsOf(name).map((path) => [path]));
  const pairs = names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .map((other) => [...pathsOf(one), ...pathsOf(other)].filter((path) => !path.startsWith("components/"))),
  );
  return [...alone, ...pairs, ...names.map(forged)];
}

/** Pages that take the output of a page for their own name, and the output that this page has then, and so on. */
function forged(name: string): Case {
  const pages = [`${name}.md`];
  for (let round = 0; round < 4; round += 1) {
    const files = compile(sourcesOf(pages)).files.map((file) => file.path);
    const taken = files.filter((file) => !/(?:^|\/)(?:index|modelmark)\.ts$/.test(file));
    for (const file of taken) {
      for (const page of [
        file.replace(/\.ts$/, ".md"),
        file.replace(/\.ts$/, ".mdx").toUpperCase().replace("MDX", "mdx"),
      ]) {
        if (!pages.includes(page)) pages.push(page);
      }
    }
  }
  return pages;
}

function sourcesOf(paths: readonly string[]) {
  const sorted = [...new Set(paths)].sort();
  return sorted.map((path) => ({ path, value: pageOf("Pet", "*string*", "\\[Foo](../x.md)") }));
}

/** Hostile page names and link targets, through the library. */
export const fileNames: Trial = {
  name: "file-names",
  promise:
    "reserved, over-long, escaped, climbing, absolute and alike names of pages, alone and beside each other: every page " +
    "is reported or has an output of its own, below the output folder, that every file system takes",
  cases: { command: 5 * names.length + (names.length * (names.length - 1)) / 2, suite: 1000 },
  run: tryNames,
};

async function tryNames({ cases: most, seed }: TrialRequest): Promise<Outcome> {
  const chosen = chosenOf(allCases(), most, seed);
  return { cases: chosen.length, failures: chosen.flatMap(failuresOf) };
}

function failuresOf(paths: Case): readonly string[] {
  const { files, messages, schema } = compile(sourcesOf(paths));
  const outputs = files.map((file) => file.path);
  const refused = new Set(messages.filter(({ fatal }) => fatal === true).map(({ file }) => file));
  const made = new Set([...schema.models.values()].map(({ page }) => page));
  const lost = [...new Set(paths)].filter((path) => !made.has(path) && !refused.has(path));
  const found = [
    ...lost.map((path) => `${JSON.stringify(path)} has neither a message nor an output`),
    ...alike(outputs).map((path) => `${JSON.stringify(path)} is the file of two outputs`),
    ...outputs.filter((path) => !isPortable(path)).map((path) => `${JSON.stringify(path)} is no path of all systems`),
    ...(schema.names.size === outputs.filter((path) => !/(?:^|\/)(?:index|modelmark)\.ts$/.test(path)).length
      ? []
      : ["there are more or fewer outputs than models"]),
  ];
  return found.map((line) => `${JSON.stringify(paths)}: ${line}`);
}

function alike(outputs: readonly string[]): readonly string[] {
  const folded = outputs.map((path) => path.normalize("NFC").toUpperCase().toLowerCase());
  const folders = outputs.map((path) => path.slice(0, path.lastIndexOf("/") + 1));
  const twice = outputs.filter((_, at) => folded.indexOf(folded[at] ?? "") !== at);
  const spelled = new Map(folders.map((folder) => [folder.normalize("NFC").toLowerCase(), folder]));
  return [...twice, ...folders.filter((folder) => spelled.get(folder.normalize("NFC").toLowerCase()) !== folder)];
}

function isPortable(path: string): boolean {
  return isPathBelow(path) && path.split("/").every(isPortableName);
}

function isPortableName(name: string): boolean {
  const isDevice = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *(?:\.|$)/i.test(name);
  const isShort = Buffer.byteLength(name) <= 255;
  return !isDevice && isShort && !/[. ]$|^\.|[<>:"|?*#%\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name);
}
