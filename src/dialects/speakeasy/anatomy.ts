import { type Block, type Page, type Section, sectionOf } from "../../markdown/page.js";

/** Headings that say what a page is, spelled exactly so. */
const standardTitles = { Fields: "object", Values: "enum", "Supported Types": "union" } as const;

/** What kind of model a standard section tells of. */
export type SectionKind = (typeof standardTitles)[keyof typeof standardTitles];

type Heading = Extract<Block, { kind: "heading" }>;

/** The parts of a page that the dialect reads. */
export interface Anatomy {
  /** The last standard section: an earlier one belongs to the description. */
  readonly main?: Section & { readonly kind: SectionKind };
  /** A standard heading of another kind than the last. */
  readonly stranger?: Heading;
  /** The section with the page's own example. */
  readonly example?: Section;
  /** Where the description ends: offsets in the page's text. */
  readonly descriptionEnd: number;
}

/** Finds the parts of a page. */
export function anatomyOf(page: Page): Anatomy {
  const headings = page.blocks.filter((block) => block.kind === "heading" && block.depth === 2) as readonly Heading[];
  const standard = headings.filter((heading) => kindOf(heading) !== undefined);
  const last = standard.at(-1);
  const kind = last && kindOf(last);
  if (!last || !kind) return { ...exampleOf(page, headings, undefined) };
  const stranger = standard.find((heading) => kindOf(heading) !== kind);
  const main = { ...sectionOf(page.blocks, last), kind };
  return { main, ...(stranger ? { stranger } : {}), ...exampleOf(page, headings, last) };
}

function exampleOf(
  page: Page,
  headings: readonly Heading[],
  main: Heading | undefined,
): Pick<Anatomy, "example" | "descriptionEnd"> {
  const end = main?.place.start.offset ?? page.text.length;
  const before = main ? headings[headings.indexOf(main) - 1] : headings.at(-1);
  if (before?.title.text !== "Example Usage") return { descriptionEnd: end };
  return { example: sectionOf(page.blocks, before), descriptionEnd: before.place.start.offset };
}

function kindOf(heading: Heading): SectionKind | undefined {
  return isStandardTitle(heading.title.text) ? standardTitles[heading.title.text] : undefined;
}

function isStandardTitle(title: string): title is keyof typeof standardTitles {
  return Object.hasOwn(standardTitles, title);
}
