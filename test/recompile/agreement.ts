import { compile, type Output, type OutputFile } from "../../src/compile.js";
import { relatedOf } from "../../src/diagnostics/report.js";
import { type RuleId, rules } from "../../src/diagnostics/rules.js";
import type { Options } from "../../src/options.js";
import type { WrittenOverride } from "../../src/overrides/override.js";
import { isNotes, type Notes } from "../../src/recompile/notes.js";
import { recompile } from "../../src/recompile/recompile.js";
import { editPages, type PageEdit, type PageTexts } from "./page-edits.js";

/** What a sequence of edits came to. */
export interface Tally {
  /** Edits that were recompiled. */
  readonly recompiled: number;
  /** Edits that reached further than notes tell. */
  readonly whole: number;
  /** What recompiling made otherwise than compiling; nothing where all is well. */
  readonly difference: string | undefined;
}

/** What is said of a compile. */
interface State {
  readonly pages: PageTexts;
  readonly files: ReadonlyMap<string, string>;
  readonly messages: readonly string[];
  readonly notes: Notes | undefined;
}

/** Follows edits by recompiling, each on what the former left, and holds each against a compile of all pages. */
export function followEdits(
  first: PageTexts,
  steps: readonly (readonly PageEdit[])[],
  overrides: readonly WrittenOverride[] = [],
): Tally {
  let [recompiled, whole] = [0, 0];
  const options = { overrides };
  let state = stateOf(first, compilePages(first, options));
  for (const step of steps) {
    const pages = step.reduce((before, edit) => editPages(before, first, edit), state.pages);
    const expected = stateOf(pages, compilePages(pages, options));
    const found = recompileState(state, pages, options);
    if (found) recompiled += 1;
    else whole += 1;
    const difference = found && differenceOf(expected, found);
    if (difference) return { recompiled, whole, difference: `${JSON.stringify(step)}: ${difference}` };
    state = found ?? expected;
  }
  return { recompiled, whole, difference: undefined };
}

function compilePages(pages: PageTexts, options: Options): Output {
  return compile(
    [...pages].map(([path, value]) => ({ path, value })),
    options,
  );
}

function stateOf(pages: PageTexts, output: Output): State {
  const notes = output.notes();
  return { pages, files: byPath(output.files), messages: output.messages.map(textOf), notes: notes && stored(notes) };
}

function recompileState(
  { pages: before, files, messages, notes }: State,
  pages: PageTexts,
  options: Options,
): State | undefined {
  const edited = [...pages].filter(([path, text]) => before.get(path) !== text);
  const edit = {
    pages: edited.map(([path, value]) => ({ path, value })),
    valueAt: (page: string) => pages.get(page) ?? "",
  };
  const found = notes && recompile(notes, edit, options);
  if (!found) return undefined;
  const isMadeAgain = (message: string): boolean => {
    const [page, rule]: readonly [string, RuleId] = JSON.parse(message);
    const isEdited = edited.some(([path]) => path === page);
    return isEdited || (found.rechecked.has(page) && rules[rule].scope === "models");
  };
  const all = [...messages.filter((message) => !isMadeAgain(message)), ...found.messages.map(textOf)];
  return { pages, files: new Map([...files, ...byPath(found.printed)]), messages: all, notes: stored(found.notes) };
}

function byPath(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

function textOf(message: Output["messages"][number]): string {
  const { file, ruleId, reason, actual, expected, place, note } = message;
  return JSON.stringify([file, ruleId, reason, actual, expected, place, note, relatedOf(message)]);
}

/** Notes as a file gives them back. */
function stored(notes: Notes): Notes | undefined {
  const value: unknown = JSON.parse(JSON.stringify(notes));
  if (!isNotes(value)) throw new Error("notes are not what they should be");
  return value;
}

function differenceOf(expected: State, found: State): string | undefined {
  for (const [path, text] of expected.files) {
    if (found.files.get(path) !== text) return `${path} is\n${found.files.get(path)}\nand should be\n${text}`;
  }
  if (found.files.size !== expected.files.size) return "there are other outputs";
  const [said, due] = [found, expected].map(({ messages }) => [...messages].sort().join("\n"));
  if (said !== due) return `it says\n${said}\nand should say\n${due}`;
  const [noted, wanted] = [found, expected].map(({ notes }) => JSON.stringify(notes));
  return noted === wanted ? undefined : `it notes\n${noted}\nand should note\n${wanted}`;
}
