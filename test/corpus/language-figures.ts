import { join } from "node:path";
import type { Schema } from "../../src/model/schema.js";
import { compareNames, compareTypes, judgeAgreement, judgeNulls, languagePairs } from "./languages.js";
import type { Difference } from "./shape-differences.js";

const columns: readonly Difference[] = ["same", "release", "constant", "bytes", "unsaid", "different"];

/** The lines of the table that tells how alike the models of one API are in two languages. */
export async function agreementLines(
  root: string,
  schemas: ReadonlyMap<string, Schema>,
  list: boolean,
): Promise<readonly string[]> {
  const lines = [
    `| pair | types in both | ${columns.join(" | ")} | agree, releases apart | by the oracle, all |`,
    `|---|${"--:|".repeat(columns.length + 3)}`,
  ];
  for (const { first, second } of languagePairs) {
    const [a, b] = [schemas.get(first), schemas.get(second)];
    if (!a || !b) continue;
    const types = compareTypes(a, b);
    const counts = columns.map((column) => types.filter(({ difference }) => difference === column).length);
    const [same = 0, release = 0] = counts;
    const named = await judgeAgreement(join(root, first), join(root, second));
    const shares = [percent(same + release, types.length), `${percent(named.agreement, 1)} of ${named.fields}`];
    lines.push(`| ${[`${first}, ${second}`, types.length, ...counts, ...shares].join(" | ")} |`);
    if (list)
      lines.push(
        ...types.flatMap(({ place, difference }) => (difference === "same" ? [] : [`    ${difference} ${place}`])),
      );
  }
  return lines;
}

/** How many names of properties are the same in two languages, and those that are not. */
export function nameLines(schemas: ReadonlyMap<string, Schema>): readonly string[] {
  const [typescript, go] = [schemas.get("dub-typescript"), schemas.get("dub-go")];
  if (!typescript || !go) return [];
  const { paired, different } = compareNames(typescript, go);
  const equal = paired - different.length;
  return [`names of dub-go that are those of dub-typescript: ${percent(equal, paired)} of ${paired}`, ...different];
}

/** How right the pages of a Python SDK are on null, by the source of a TypeScript SDK of the same API. */
export function nullLines(schema: Schema, truthFile: string): readonly string[] {
  const { yes, no, nothing } = judgeNulls(schema, truthFile);
  const nullable = yes.nullable + no.nullable;
  return [
    `null on polar-python's pages, by polar-typescript's source: ${yes.nullable} of ${yes.nullable + yes.not} that say null are nullable (${percent(yes.nullable, yes.nullable + yes.not)}); ` +
      `of ${nullable} nullable ones whose cell has a word for it ${yes.nullable} say so (${percent(yes.nullable, nullable)}); ` +
      `of ${nothing.nullable + nothing.not} lists, maps and dates, whose cells say nothing, ${nothing.nullable} are nullable`,
  ];
}

/** A share in percent. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)}%`;
}
