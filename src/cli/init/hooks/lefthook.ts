import path from "node:path";
import { isObject, type JsonObject, parseJson, withMember } from "../json-text.js";
import type { Look } from "../look.js";
import { rangeOf } from "../package-file.js";
import { withLines } from "../shell-script.js";
import type { Step } from "../step.js";
import { withAddition, yamlValue } from "../yaml-text.js";
import type { HookTool } from "./hook-tool.js";

/** Commands in a file of YAML, TOML or JSON. Without a glob, and without a template of files, a command is always run. */
export const lefthook: HookTool = {
  name: "lefthook",
  find: (look) => {
    const file = configFile(look);
    if (file !== undefined) return { strength: "in use", sign: path.relative(look.root, file) };
    const isInstalled = look.packages.some(
      (each) => rangeOf(each, "lefthook") ?? rangeOf(each, "@evilmartians/lefthook"),
    );
    return isInstalled ? { strength: "installed", sign: "package.json" } : undefined;
  },
  steps: (look, commands) => {
    const { generate } = commands;
    const found = configFile(look);
    const file = found ?? path.join(look.root, "lefthook.yml");
    const before = look.read(file) ?? "";
    if (commands.areIn(before)) return [{ kind: "keep", path: file, says: "runs modelmark already" }];
    const after = edited(path.extname(file), before, generate);
    const snippet = yamlText(generate);
    if (after === undefined) {
      const shown = path.relative(look.root, file);
      return [{ kind: "by-hand", says: `${shown} cannot be edited safely: add this to it`, snippet }];
    }
    const edit = { path: file, before: found && before, after };
    return [{ kind: "edit", edit, says: `runs \`${generate}\`` }, ...notes(look, before)];
  },
};

const extensions = [".yml", ".yaml", ".toml", ".json", ".jsonc"];

function configFile({ root, read }: Look): string | undefined {
  const names = ["lefthook", ".lefthook", ".config/lefthook"].flatMap((name) => extensions.map((each) => name + each));
  return names.map((name) => path.join(root, name)).find((file) => read(file) !== undefined);
}

function edited(extension: string, before: string, run: string): string | undefined {
  switch (extension) {
    case ".yml":
    case ".yaml":
      return withYamlCommand(before, run);
    case ".toml":
      return withTomlCommand(before, run);
    default:
      return withJsonCommand(before, run);
  }
}

function yamlText(run: string): string {
  return withAddition("", { path: ["pre-commit", "commands"], value: { modelmark: { run } } }) ?? run;
}

/** Where the hook lists jobs, one of them; else a command, which every version knows. */
function withYamlCommand(before: string, run: string): string | undefined {
  const hook = hookIn(yamlValue(before));
  if (hook?.["jobs"] !== undefined) {
    return withAddition(before, { path: ["pre-commit", "jobs"], value: [{ name: "modelmark", run }] });
  }
  return withAddition(before, { path: ["pre-commit", "commands"], value: { [nameBehind(hook)]: { run } } });
}

function withJsonCommand(before: string, run: string): string | undefined {
  try {
    const hook = hookIn(parseJson(before));
    // A list has no end that is known without its style.
    if (hook?.["jobs"] !== undefined) return undefined;
    return withMember(before, ["pre-commit", "commands", nameBehind(hook)], { run });
  } catch {
    return undefined;
  }
}

/** Commands are run by name, and one that edits pages is to be run before ours. */
function nameBehind(hook: JsonObject | undefined): string {
  const commands = hook?.["commands"];
  const others = Object.keys(isObject(commands) ? commands : {});
  return ["modelmark", "z-modelmark"].find((name) => others.every((other) => other < name)) ?? "zzz-modelmark";
}

/** A table may stand at the end, unless what it is part of is written on one line. */
function withTomlCommand(before: string, run: string): string | undefined {
  if (/^\s*(?:pre-commit|commands|jobs)\s*[.=]|^\s*\[\[pre-commit|commands\.modelmark\]/m.test(before))
    return undefined;
  return withLines(before, ["", "[pre-commit.commands.modelmark]", `run = ${JSON.stringify(run)}`]);
}

function hookIn(value: unknown): JsonObject | undefined {
  const hook = isObject(value) ? value["pre-commit"] : undefined;
  return isObject(hook) ? hook : undefined;
}

function notes(look: Look, before: string): readonly Step[] {
  const hook = hookIn(yamlValue(before));
  const isInstalled = look.hooks && look.list(look.hooks.folder).includes("pre-commit");
  return [
    ...(hook?.["parallel"] === true ? [parallel] : []),
    ...(/\bstage_fixed\b/.test(before) ? [stageFixed] : []),
    ...(isInstalled ? [] : [install]),
  ];
}

const parallel: Step = {
  kind: "note",
  says: "lefthook runs the commands of pre-commit side by side (`parallel: true`): take `piped: true` where one of them edits pages or stages files.",
};

const stageFixed: Step = {
  kind: "note",
  says: "lefthook stages what `stage_fixed` stands for when all commands have ended: a command that mends pages ends with `&& git add {staged_files}` instead.",
};

const install: Step = {
  kind: "by-hand",
  says: "lefthook has no pre-commit hook in git yet: have it set one",
  snippet: "npx lefthook install",
};
