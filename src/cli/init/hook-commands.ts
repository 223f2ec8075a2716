import path from "node:path";
import { relativePath } from "../relative-path.js";
import type { Look } from "./look.js";

/** What hooks run, from the top of the working tree. */
export interface HookCommands {
  /** Stages the outputs of what is staged. */
  readonly generate: string;
  /** Fails where the staged outputs are not those of the staged pages. */
  readonly check: string;
  /** The files that may be the configuration, as a word for git; nothing where it stands in package.json. */
  readonly configFiles: string | undefined;
  /** Whether a text of hooks runs modelmark for this package already. */
  readonly areIn: (text: string) => boolean;
}

/** The commands by which the repository's package manager runs modelmark. */
export function hookCommandsOf(
  { root, folder, read }: Pick<Look, "root" | "folder" | "read">,
  configFile: string,
): HookCommands {
  const has = (file: string): boolean => [folder, root].some((each) => read(path.join(each, file)) !== undefined);
  const runner = runners.find(({ lockFiles }) => lockFiles.some(has))?.command ?? "npx --no-install modelmark";
  const below = relativePath(root, folder);
  const command = (words: string): string =>
    below === "" ? `${runner} ${words}` : `(cd ${quoted(below)} && ${runner} ${words})`;
  const isInPackage = path.basename(configFile) === "package.json";
  const glob = `'${path.posix.join(below, "modelmark.config.*").replaceAll("'", "'\\''")}'`;
  return {
    generate: command("generate --staged"),
    check: command("check --staged"),
    configFiles: isInPackage ? undefined : glob,
    areIn: (text) =>
      text.split(/\r?\n/).some((line) => /^[^#]*\bmodelmark\b(?!\.config)/.test(line) && line.includes(below)),
  };
}

const runners = [
  { lockFiles: ["package-lock.json", "npm-shrinkwrap.json"], command: "npx --no-install modelmark" },
  { lockFiles: ["pnpm-lock.yaml"], command: "pnpm exec modelmark" },
  { lockFiles: ["yarn.lock"], command: "yarn run modelmark" },
  { lockFiles: ["bun.lock"], command: "bun run modelmark" },
];

/** A path as one word of a shell. */
function quoted(word: string): string {
  return /^[\w./@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
