import type { Colors } from "picocolors/types.js";
import { printable } from "../printable.js";
import { relativePath } from "../relative-path.js";
import type { Step } from "./step.js";

/** What is said of steps: a line for each that was done, then what the user does. */
export function reportSteps(steps: readonly Step[], isDone: boolean, cwd: string, colors: Colors): string {
  const isLast = ({ kind }: Step): boolean => kind === "note" || kind === "by-hand";
  const ordered = [...steps.filter((step) => !isLast(step)), ...steps.filter(isLast)];
  return ordered.map((step) => `${lineOf(step, isDone, cwd, colors)}\n`).join("");
}

function lineOf(step: Step, isDone: boolean, cwd: string, { green, cyan, yellow }: Colors): string {
  const about = (file: string): string => printable(`${relativePath(cwd, file)}: ${step.says}`);
  switch (step.kind) {
    case "edit": {
      const verb = step.edit.before === undefined ? "create" : "change";
      return `${green(column(isDone ? `${verb}d` : verb))} ${about(step.edit.path)}`;
    }
    case "keep":
      return `${column("kept")} ${about(step.path)}`;
    case "note":
      return `${cyan(column("note"))} ${printable(step.says)}`;
    case "by-hand":
      return [`${yellow(column("by hand"))} ${printable(step.says)}`, ...snippetLines(step.snippet)].join("\n");
  }
}

function column(word: string): string {
  return word.padEnd(8);
}

function snippetLines(snippet = ""): readonly string[] {
  const lines = snippet.trimEnd().split("\n");
  return snippet === "" ? [] : lines.map((each) => `           ${printable(each)}`);
}
