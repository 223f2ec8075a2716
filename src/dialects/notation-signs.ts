import { notations } from "../notation/index.js";
import type { Notation, NotationEvidence } from "../notation/notation.js";

/** Something on a page that speaks for a notation. */
export interface Sign {
  readonly notation: Notation;
  /** What stands there, for people: `` cell `*Optional[str]*` ``. */
  readonly text: string;
  readonly weight: number;
  /** Whether it contradicts another notation: names that look like a language's prove nothing. */
  readonly proves: boolean;
}

/** A fence names its language, a cell may be a slip, names that fit say little. */
const weights = { fence: 3, cell: 1, names: 0.5 } as const;

/** The signs of every notation on a page. */
export function findSigns(evidence: NotationEvidence): readonly Sign[] {
  return notations.flatMap((notation) => [
    ...signsInFences(notation, evidence),
    ...signsInCells(notation, evidence),
    ...signsInNames(notation, evidence),
  ]);
}

function signsInFences(notation: Notation, { fenceLanguages }: NotationEvidence): readonly Sign[] {
  const own = fenceLanguages.filter((language) => notation.marks.fences.includes(language));
  return own.map((language) => ({ notation, text: `fence \`${language}\``, weight: weights.fence, proves: true }));
}

function signsInCells(notation: Notation, { typeCells }: NotationEvidence): readonly Sign[] {
  const own = typeCells.filter((cell) => notation.marks.cell.test(cell));
  return own.map((cell) => ({ notation, text: `cell \`${cell}\``, weight: weights.cell, proves: true }));
}

function signsInNames(notation: Notation, { fieldNames }: NotationEvidence): readonly Sign[] {
  const { fieldName } = notation.marks;
  const [first] = fieldNames;
  if (!fieldName || first === undefined || !fieldNames.every((name) => fieldName.test(name))) return [];
  return [{ notation, text: `name \`${first}\``, weight: weights.names, proves: false }];
}
