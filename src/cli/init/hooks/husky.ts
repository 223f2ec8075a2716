import path from "node:path";
import { isWithin } from "../../pages.js";
import type { HookCommands } from "../hook-commands.js";
import type { Look } from "../look.js";
import { rangeOf } from "../package-file.js";
import { endOfScript, withLines } from "../shell-script.js";
import type { Step } from "../step.js";
import type { HookTool } from "./hook-tool.js";

/** A script a hook, in `.husky`; it is run with `sh -e`, so its last line is run only where all before it went well. */
export const husky: HookTool = {
  name: "husky",
  find: (look) => {
    const folder = huskyFolder(look);
    if (look.list(folder).length > 0) return { strength: "in use", sign: path.relative(look.root, folder) };
    const isInstalled = look.packages.some((each) => rangeOf(each, "husky") !== undefined);
    return isInstalled ? { strength: "installed", sign: "package.json" } : undefined;
  },
  steps: (look, commands) => {
    const old = look.packages.find(({ content }) => content["husky"] !== undefined);
    if (old)
      return [
        {
          kind: "by-hand",
          says: "husky 4 keeps its hooks in package.json: run this at the end of pre-commit",
          snippet: commands.generate,
        },
      ];
    const isActive = look.hooks && path.basename(look.hooks.folder) !== "hooks";
    return [scriptStep(look, commands), ...(isActive ? [] : [activation])];
  },
};

const activation: Step = {
  kind: "by-hand",
  says: "git does not run husky's hooks here yet: `npx husky` starts them (a `prepare` script `husky` does it at each install)",
  snippet: "npx husky",
};

function scriptStep(look: Look, commands: HookCommands): Step {
  const { generate } = commands;
  const file = path.join(huskyFolder(look), "pre-commit");
  const before = look.read(file);
  const says = `runs \`${generate}\``;
  if (before === undefined) {
    return { kind: "edit", edit: { path: file, before, after: `${generate}\n`, executable: true }, says };
  }
  if (commands.areIn(before)) return { kind: "keep", path: file, says: "runs modelmark already" };
  const end = endOfScript(before);
  if (end.kind === "closed") {
    const shown = path.relative(look.root, file);
    return {
      kind: "by-hand",
      says: `${shown} is left as it is, since ${end.reason}: have it run this`,
      snippet: generate,
    };
  }
  return { kind: "edit", edit: { path: file, before, after: withLines(before, [generate]) }, says };
}

/** Git looks in its folder `_`, or in itself before version 9; it need not be at the top. */
function huskyFolder({ root, hooks }: Look): string {
  const named = hooks && path.basename(hooks.folder) === "_" ? path.dirname(hooks.folder) : hooks?.folder;
  const isHusky = named !== undefined && path.basename(named) === ".husky" && isWithin(root, named);
  return isHusky ? named : path.join(root, ".husky");
}
