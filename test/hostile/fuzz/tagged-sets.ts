import { fieldRow, objectPage, unionPage } from "../injection/write-page.js";
import type { SeedPage } from "./seed-pages.js";

/** A union and its members, which a property of each may tell apart. */
function taggedSet(property: string, tags: Readonly<Record<string, string>>): readonly SeedPage[] {
  const members = Object.entries(tags).map(([name, type]) => ({
    path: `components/${name}.md`,
    text: objectPage(name, [
      fieldRow({ name: property, type }),
      fieldRow({ name: "id", required: ":heavy_minus_sign:" }),
    ]),
  }));
  const headings = Object.keys(tags).map((name) => `### \`components.${name}\``);
  return [{ path: "components/pet.md", text: unionPage("Pet", headings) }, ...members];
}

/** Small sets of tagged unions, plain and odd. */
export const taggedSets: readonly (readonly SeedPage[])[] = [
  taggedSet("type", { cat: '*"cat"*', dog: '*"dog"*' }),
  taggedSet("type", { cat: '*"cat"*', dog: '*"dog"*', bird: '*"bird"*' }),
  taggedSet("constructor", { cat: '*"__proto__"*', dog: '*"toString"*' }),
  taggedSet("__proto__", { cat: "*1*", dog: "*2*" }),
  taggedSet("kind", { cat: "*true*", dog: "*false*" }),
  taggedSet("type", { cat: "[components.kind](../../models/components/kind.md)", dog: '*"dog"*', kind: '*"kind"*' }),
  taggedSet("parent", { cat: "[components.pet](../../models/components/pet.md)", dog: "*null*" }),
];
