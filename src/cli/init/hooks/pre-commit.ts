import path from "node:path";
import { withAddition } from "../yaml-text.js";
import type { HookTool } from "./hook-tool.js";

/** The pre-commit framework: it takes a hook that changes files for a failure, and stashes around it, so ours only checks. */
export const preCommit: HookTool = {
  name: "pre-commit",
  find: ({ root, read }) =>
    read(path.join(root, name)) === undefined ? undefined : { strength: "in use", sign: name },
  steps: ({ root, read, hooks, list }, commands) => {
    const { check } = commands;
    const file = path.join(root, name);
    const before = read(file);
    if (before !== undefined && commands.areIn(before))
      return [{ kind: "keep", path: file, says: "runs modelmark already" }];
    const value = [{ repo: "local", hooks: [hookWith(check)] }];
    const after = withAddition(before ?? "", { path: ["repos"], value });
    if (after === undefined) {
      const snippet = withAddition("", { path: ["repos"], value }) ?? check;
      return [{ kind: "by-hand", says: `${name} cannot be edited safely: add this to its repos`, snippet }];
    }
    const isInstalled = hooks && list(hooks.folder).includes("pre-commit");
    return [
      { kind: "edit", edit: { path: file, before, after }, says: `runs \`${check}\`` },
      ...(isInstalled
        ? []
        : [
            {
              kind: "by-hand",
              says: "pre-commit has no hook in git yet: have it set one",
              snippet: "pre-commit install",
            } as const,
          ]),
    ];
  },
};

const name = ".pre-commit-config.yaml";

/** A commit that only deletes pages has no file names, and must be looked at too. */
function hookWith(entry: string): Readonly<Record<string, unknown>> {
  return {
    id: "modelmark",
    name: "modelmark check",
    entry: entry.startsWith("(") ? `sh -c ${JSON.stringify(entry.slice(1, -1))}` : entry,
    language: "system",
    pass_filenames: false,
    always_run: true,
    require_serial: true,
  };
}
