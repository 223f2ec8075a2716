import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sdk } from "./sdk.js";

/** A way to run modelmark before commits, as repositories have it set up before `modelmark init`. */
export interface Recipe {
  readonly name: string;
  /** Whether `modelmark init` is to set no hook, since one of the files is it. */
  readonly isSetByHand?: true;
  /** The packages that the repository depends on. */
  readonly packages: readonly string[];
  /** Files that the repository has of its own. */
  readonly files: Readonly<Record<string, string>>;
  readonly executable?: string;
  /** What its people run once, before and after `modelmark init`. */
  readonly before?: (sdk: Sdk) => Promise<unknown>;
  readonly after?: (sdk: Sdk) => Promise<unknown>;
  /** Whether the repository is around the package's folder. */
  readonly isNested?: true;
  /** Whether a command before modelmark mends the spelling of pages. */
  readonly mends?: true;
  /** Whether the hook stages outputs, or only refuses commits without them. */
  readonly hook: "stages" | "checks";
  /** Why it cannot be tried here. */
  readonly absence: string;
}

/** The packages that npm has installed for this test. */
export const installed: string = fileURLToPath(new URL("node_modules", import.meta.url));

/** Why the packages cannot be run, as the ending of a title; empty where they can. */
export const missingPackages: string = existsSync(installed)
  ? ""
  : " (skipped: the tools are not installed, `npm --prefix test/hooks install --ignore-scripts` installs them)";
const missingFramework =
  spawnSync("pre-commit", ["--version"]).status === 0
    ? ""
    : " (skipped: there is no `pre-commit` on the PATH, Debian's package of that name has it)";

/** What lint-staged runs on staged pages: it mends a misspelling, as a formatter would. */
const spelling = {
  "spelling.mjs": `import { readFileSync, writeFileSync } from "node:fs";
for (const file of process.argv.slice(2)) writeFileSync(file, readFileSync(file, "utf8").replaceAll("teh", "the"));
`,
  ".lintstagedrc.json": '{ "*.md": "node spelling.mjs" }\n',
};

/** Every recipe of docs/hooks.md. */
export const recipes: readonly Recipe[] = [
  {
    name: "husky",
    packages: ["husky"],
    files: { ".husky/pre-commit": "echo first\n" },
    before: ({ npx }) => npx("husky"),
    hook: "stages",
    absence: missingPackages,
  },
  {
    name: "husky with lint-staged",
    packages: ["husky", "lint-staged"],
    files: { ".husky/pre-commit": "npx lint-staged", ...spelling },
    mends: true,
    before: ({ npx }) => npx("husky"),
    hook: "stages",
    absence: missingPackages,
  },
  {
    name: "lefthook",
    packages: ["lefthook"],
    files: {
      "lefthook.yml":
        "# Ours.\npre-commit:\n  commands:\n    spelling:\n      glob: '*.md'\n      run: node spelling.mjs {staged_files} && git add {staged_files}\n",
      "spelling.mjs": spelling["spelling.mjs"],
    },
    mends: true,
    before: ({ npx }) => npx("lefthook", "install"),
    hook: "stages",
    absence: missingPackages,
  },
  {
    name: "simple-git-hooks with lint-staged",
    packages: ["lint-staged", "simple-git-hooks"],
    files: { ".simple-git-hooks.json": '{ "pre-commit": "npx lint-staged" }\n', ...spelling },
    mends: true,
    after: ({ npx }) => npx("simple-git-hooks"),
    hook: "stages",
    absence: missingPackages,
  },
  {
    name: "the pre-commit framework",
    packages: [],
    files: {
      ".pre-commit-config.yaml":
        "# Ours.\nrepos:\n-   repo: local\n    hooks:\n    -   id: words\n        name: words\n        entry: grep -q '#'\n        language: system\n        files: \\.md$\n",
    },
    after: ({ succeed }) => succeed("pre-commit", "install"),
    hook: "checks",
    absence: missingFramework,
  },
  { name: "git's own hook", packages: [], files: {}, hook: "stages", absence: "" },
  {
    name: "git's own hook in core.hooksPath",
    packages: [],
    files: { ".githooks/pre-commit": "#!/bin/sh\necho first\n" },
    executable: ".githooks/pre-commit",
    before: ({ git }) => git("config", "core.hooksPath", ".githooks"),
    hook: "stages",
    absence: "",
  },
];
