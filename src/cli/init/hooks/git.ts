import path from "node:path";
import { isWithin } from "../../pages.js";
import type { HookCommands } from "../hook-commands.js";
import type { Look } from "../look.js";
import { endOfScript, withLines } from "../shell-script.js";
import type { Step } from "../step.js";
import type { HookTool } from "./hook-tool.js";

/** Git itself: a script in the folder that it looks in, which `core.hooksPath` may name. */
export const git: HookTool = {
  name: "git",
  find: ({ hooks }) => hooks && { strength: "installed", sign: "no other tool was found" },
  steps: (look, commands) => {
    if (!look.hooks) return [{ kind: "note", says: "No git repository here: no hook was set." }];
    const { folder, gitFolder } = look.hooks;
    const isOwn = isWithin(gitFolder, folder);
    if (!isOwn && !isWithin(look.root, folder)) {
      return [byHand(`core.hooksPath leads out of the repository (${folder})`, commands)];
    }
    if (path.basename(folder) === "_")
      return [byHand("husky writes the hooks that git looks for, take `--hook husky`", commands)];
    const step = scriptStep(look, path.join(folder, "pre-commit"), commands, isOwn);
    return isOwn
      ? [step, { kind: "note", says: "The hook is in this clone alone: each clone runs `modelmark init`." }]
      : [step];
  },
};

function byHand(reason: string, { generate }: HookCommands): Step {
  return { kind: "by-hand", says: `${reason}: have its pre-commit run this`, snippet: generate };
}

function scriptStep(look: Look, file: string, commands: HookCommands, isOwn: boolean): Step {
  const before = look.read(file);
  const lines = [...(isOwn ? guard(commands) : []), `${commands.generate} || exit 1`];
  const says = `runs \`${commands.generate}\``;
  if (before === undefined) {
    return {
      kind: "edit",
      edit: { path: file, before, after: withLines("#!/bin/sh\n", lines), executable: true },
      says,
    };
  }
  if (commands.areIn(before)) return { kind: "keep", path: file, says: "runs modelmark already" };
  const reason = barrier(look, file, before);
  if (reason === undefined) {
    // What went wrong above is to stop the commit as before.
    const after = withLines(before, ["[ $? -eq 0 ] || exit 1", ...lines]);
    return { kind: "edit", edit: { path: file, before, after }, says };
  }
  const shown = path.relative(look.root, file);
  return {
    kind: "by-hand",
    says: `${shown} is left as it is, since ${reason}: have it run this`,
    snippet: commands.generate,
  };
}

/** A hook in the git folder is run on all branches, those from before modelmark too. */
function guard({ configFiles }: HookCommands): readonly string[] {
  return configFiles === undefined ? [] : [`[ -n "$(git ls-files ${configFiles})" ] || exit 0`];
}

function barrier(look: Look, file: string, text: string): string | undefined {
  const end = endOfScript(text);
  if (end.kind === "closed") return end.reason;
  return look.isExecutable(file) ? undefined : "git does not run it: it is not executable";
}
