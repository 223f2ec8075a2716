import path from "node:path";
import type { HookCommands } from "../hook-commands.js";
import { isObject, parseJson, withMember } from "../json-text.js";
import type { Look } from "../look.js";
import { rangeOf } from "../package-file.js";
import type { Step } from "../step.js";
import type { HookTool } from "./hook-tool.js";

/** One command a hook, in package.json or a file of its own; `npx simple-git-hooks` takes it over into git. */
export const simpleGitHooks: HookTool = {
  name: "simple-git-hooks",
  find: (look) => {
    const place = placeOf(look);
    if (place.kind !== "none") return { strength: "in use", sign: path.relative(look.root, place.file) };
    const isInstalled = look.packages.some((each) => rangeOf(each, key) !== undefined);
    return isInstalled ? { strength: "installed", sign: "package.json" } : undefined;
  },
  steps: (look, commands) => {
    const { generate } = commands;
    const place = placeOf(look);
    const byHand = (says: string): Step => ({ kind: "by-hand", says, snippet: generate });
    if (place.kind === "program") {
      return [
        byHand(`${path.relative(look.root, place.file)} is a program: have its pre-commit command end with this`),
      ];
    }
    const file = place.kind === "json" ? place.file : look.packages.at(-1)?.path;
    if (file === undefined)
      return [byHand("No package.json here: have the pre-commit command of simple-git-hooks end with this")];
    return jsonSteps(look, file, place.kind === "json" && place.isOwn ? [] : [key], commands);
  },
};

const key = "simple-git-hooks";

type Place =
  | { readonly kind: "none" }
  | { readonly kind: "program"; readonly file: string }
  /** `isOwn`: the file holds nothing else. */
  | { readonly kind: "json"; readonly file: string; readonly isOwn: boolean };

/** In the order in which the tool itself looks. */
function placeOf({ root, packages, read }: Look): Place {
  const inPackage = packages.find(({ content }) => content[key] !== undefined);
  if (inPackage) return { kind: "json", file: inPackage.path, isOwn: false };
  const extensions = [".cjs", ".js", ".mjs", ".json"];
  const files = extensions.flatMap((extension) => [`.${key}${extension}`, `${key}${extension}`]);
  const file = files.map((name) => path.join(root, name)).find((each) => read(each) !== undefined);
  if (file === undefined) return { kind: "none" };
  return file.endsWith(".json") ? { kind: "json", file, isOwn: true } : { kind: "program", file };
}

function jsonSteps({ read }: Look, file: string, keys: readonly string[], commands: HookCommands): readonly Step[] {
  const { generate } = commands;
  const before = read(file) ?? "";
  const hooks = hooksIn(before, keys);
  const former = hooks?.["pre-commit"] ?? "";
  if (!hooks || typeof former !== "string" || /[;&|\\]\s*$/.test(former)) {
    return [
      {
        kind: "by-hand",
        says: `${path.basename(file)} cannot be edited safely: have its pre-commit command end with this`,
        snippet: generate,
      },
    ];
  }
  if (commands.areIn(former)) return [{ kind: "keep", path: file, says: "runs modelmark already" }];
  const command = former === "" ? generate : `${former} && ${generate}`;
  const [first = "pre-commit", ...rest] = [...keys, "pre-commit"];
  const edit = { path: file, before, after: withMember(before, [first, ...rest], command) };
  return [
    { kind: "edit", edit, says: `runs \`${generate}\`` },
    { kind: "by-hand", says: "have simple-git-hooks take its commands over into git", snippet: "npx simple-git-hooks" },
  ];
}

function hooksIn(text: string, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = keys.reduce<unknown>(
      (inner, each) => (isObject(inner) ? (inner[each] ?? {}) : inner),
      parseJson(text),
    );
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
