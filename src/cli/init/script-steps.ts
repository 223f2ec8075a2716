import path from "node:path";
import { withMember } from "./json-text.js";
import type { Look } from "./look.js";
import { rangeOf, scriptsOf } from "./package-file.js";
import type { Step } from "./step.js";

/** The scripts by which people run modelmark; one that is there is never overwritten. */
export function scriptSteps({ folder, packages }: Pick<Look, "folder" | "packages">): readonly Step[] {
  const file = packages.find((each) => path.dirname(each.path) === folder);
  if (!file) return [{ kind: "note", says: "No package.json here: no scripts were added." }];
  const scripts = scriptsOf(file);
  const missing = commands.filter(({ command }) => ![...scripts.values()].some((script) => isRun(script, command)));
  const named = missing.map(({ name, command }) => ({ name: freeName(name, scripts), command }));
  const after = named.reduce((text, { name, command }) => withMember(text, ["scripts", name], command), file.text);
  const says = `scripts ${named.map(({ name }) => `\`${name}\``).join(" and ")}`;
  const step: Step =
    named.length === 0
      ? { kind: "keep", path: file.path, says: "has its scripts" }
      : { kind: "edit", edit: { path: file.path, before: file.text, after }, says };
  const isInstalled = packages.some((each) => rangeOf(each, "modelmark") !== undefined);
  return isInstalled ? [step] : [step, install];
}

/** The name of the script that generates, once the steps are done. */
export function generatingScript({ folder, packages }: Pick<Look, "folder" | "packages">): string | undefined {
  const file = packages.find((each) => path.dirname(each.path) === folder);
  const scripts = file ? [...scriptsOf(file)] : [];
  return scripts.find(([, script]) => isRun(script, "modelmark generate"))?.[0];
}

const commands = [
  { name: "generate", command: "modelmark generate" },
  { name: "check", command: "modelmark check" },
];

const install: Step = {
  kind: "by-hand",
  says: "modelmark is not among the dependencies yet: install it",
  snippet: "npm install --save-dev modelmark",
};

function isRun(script: string, command: string): boolean {
  return script.trim() === command || script.split(/&&|;/).some((part) => part.trim() === command);
}

function freeName(name: string, scripts: ReadonlyMap<string, string>): string {
  const names = [name, `${name}:models`, `modelmark:${name}`];
  const free = names.find((each) => !scripts.has(each));
  if (free !== undefined) return free;
  let count = 2;
  while (scripts.has(`modelmark:${name}:${count}`)) count += 1;
  return `modelmark:${name}:${count}`;
}
