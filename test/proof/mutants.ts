import ts from "typescript-5.9";
import { type Edit, editsOf } from "./mutant-operators.js";

/** A script with one change in a guard. */
export interface Mutant {
  readonly script: string;
  readonly edit: Edit;
  /** The function that was changed. */
  readonly name: string;
  /** The lines that were changed, before and after. */
  readonly told: string;
}

/** The parameter of a mutant's script that is called at each step, so that it can be stopped. */
export const tick = "__tick";

/** The mutants of a script's guards, each with one change; texts that are alike are one. */
export function mutantsOf(script: string, isGuard: (name: string) => boolean): readonly Mutant[] {
  const file = ts.createSourceFile("guard.js", script, ts.ScriptTarget.ES2022, true);
  const functions = file.statements.filter(ts.isFunctionDeclaration).filter(({ name }) => isGuard(name?.text ?? ""));
  const ticks = functions.flatMap((each) => tickPlaces(each));
  const mutants = functions.flatMap((each) =>
    editsWithin(each.body ?? each).map((edit) => mutantOf(script, edit, ticks, each.name?.text ?? "")),
  );
  return [...new Map(mutants.map((mutant) => [mutant.script, mutant])).values()];
}

function editsWithin(node: ts.Node): readonly Edit[] {
  const edits = [...editsOf(node)];
  ts.forEachChild(node, (child) => {
    edits.push(...editsWithin(child));
  });
  return edits;
}

/** Where functions and loops begin. */
function tickPlaces(node: ts.Node): readonly number[] {
  const places: number[] = [];
  const body = ts.isFunctionDeclaration(node)
    ? node.body
    : ts.isIterationStatement(node, false)
      ? node.statement
      : node;
  if (body && body !== node && ts.isBlock(body)) places.push(body.getStart() + 1);
  ts.forEachChild(node, (child) => {
    places.push(...tickPlaces(child));
  });
  return places;
}

function mutantOf(script: string, edit: Edit, ticks: readonly number[], name: string): Mutant {
  // Places within the change are left as the change has them.
  const places = ticks.filter((place) => place <= edit.start || place >= edit.end);
  const changed = places.map((place): Edit => ({ start: place, end: place, text: `${tick}();`, what: "" }));
  const edits = [...changed, edit].sort((a, b) => b.start - a.start);
  const text = edits.reduce((all, { start, end, text: inner }) => all.slice(0, start) + inner + all.slice(end), script);
  const told = `${shortened(script.slice(edit.start, edit.end))} → ${shortened(edit.text)}`;
  return { script: text, edit, name, told };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 97)}…` : line;
}
