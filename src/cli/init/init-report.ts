import path from "node:path";
import type { Colors } from "picocolors/types.js";
import { printable } from "../printable.js";
import type { Step } from "./step.js";

/** What is said of steps: a line for each that was done, then what the user does. */
export function reportSteps(steps: readonly Step[], isDone: boolean, cwd: string, colors: Colors): string {
  const shown = (file: string): string => path.relative(cwd, file).replaceAll(path.sep, "/");
  const line = (step: Step): string => {
    switch (step.kind) {
      case "edit": {
        const verb = step.edit.before === undefined ? ["created", "create"] : ["changed", "change"];
        return `${colors.green((verb[isDone ? 0 : 1] ?? "").padEnd(8))} ${shown(step.edit.path)}: ${step.says}`;
      }
      case "keep":
        return `${"kept".padEnd(8)} ${shown(step.path)}: ${step.says}`;
      case "note":
        return `${colors.cyan("note".padEnd(8))} ${step.says}`;
      case "by-hand":
        return [`${colors.yellow("by hand".padEnd(8))} ${step.says}`, ...snippetLines(step.snippet)].join("\n");
    }
  };
  const last = (step: Step): boolean => step.kind === "note" || step.kind === "by-hand";
  const ordered = [...steps.filter((step) => !last(step)), ...steps.filter(last)];
  return ordered.map((step) => `${line(step).split("\n").map(printable).join("\n")}\n`).join("");
}

function snippetLines(snippet = ""): readonly string[] {
  return snippet === ""
    ? []
    : snippet
        .trimEnd()
        .split("\n")
        .map((each) => `           ${each}`);
}
