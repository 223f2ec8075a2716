/** A number from 0 up to 1, the same sequence for the same seed. */
export type Random = () => number;

/** Pages by path. */
export type PageSet = ReadonlyMap<string, string>;

const folders = ["", "components/", "errors/", "operations/deep/"];

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Small object pages in a few folders. */
export function somePages(count: number, random: Random): PageSet {
  return new Map(Array.from({ length: count }, (_, index) => pageAt(`Model${index}`, random)));
}

/** The pages after a few edits: half of them changed, some gone, new, moved, or renamed in letter case alone. */
export function editedPages(pages: PageSet, random: Random): PageSet {
  return new Map(
    [...pages].flatMap(([path, text]): (readonly [string, string])[] => {
      const name = /# (\w+)/.exec(text)?.[1] ?? "";
      const chance = random();
      if (chance < 0.05) return [];
      if (chance < 0.1) return [[path, text], pageAt(`${name.slice(0, 8)}n${Math.floor(random() * 1e6)}`, random)];
      if (chance < 0.15) return [pageAt(name, random)];
      if (chance < 0.2) return [[path.replace(/[^/]+$/, swappedCase), text]];
      return chance < 0.6 ? [[path, pageText(name, random)]] : [[path, text]];
    }),
  );
}

function pageAt(name: string, random: Random): readonly [string, string] {
  return [`${folders[Math.floor(random() * folders.length)] ?? ""}${name.toLowerCase()}.md`, pageText(name, random)];
}

function pageText(name: string, random: Random): string {
  const rows = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, index) => {
    return `| \`field${index}\` | *string* | :heavy_check_mark: | ${Math.floor(random() * 1e9)} |`;
  });
  const head = ["| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  return [`# ${name}`, "", "## Fields", "", ...head, ...rows, ""].join("\n");
}

function swappedCase(file: string): string {
  const name = file.replace(/\.md$/, "");
  return `${name === name.toLowerCase() ? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` : name.toLowerCase()}.md`;
}
