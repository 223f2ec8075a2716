import path from "node:path";
import type { Flags } from "../arguments.js";
import { configPlaces } from "../config-file.js";
import { UsageError } from "../exit-code.js";
import { isWithin } from "../pages.js";
import { relativePath } from "../relative-path.js";
import { requireFolder } from "../settings.js";
import type { Folders } from "./config-step.js";
import { type DocsFolder, docsFoldersBelow } from "./docs-folder.js";
import type { Look } from "./look.js";
import { suggestedOut } from "./out-folder.js";
import type { Person } from "./questions.js";

/** A configuration that is there already, or the folders for a new one. */
export type Choice =
  | { readonly kind: "configured"; readonly file: string }
  /** `others`: more folders in which pages were found. */
  | { readonly kind: "new"; readonly folders: Folders; readonly others: readonly DocsFolder[] };

/** What the choice is made by; where nobody is asked, what was found is taken. */
export interface Chooser {
  readonly flags: Flags;
  readonly cwd: string;
  readonly person: Person | undefined;
}

/** Chooses the folders of the pages and of the outputs. */
export async function chooseFolders(look: Look, chooser: Chooser): Promise<Choice> {
  const file = configFileOf(look);
  if (file !== undefined) return { kind: "configured", file };
  const found = chooser.flags.docs === undefined ? docsFoldersBelow(look.folder) : [];
  const docs = await chooseDocs(look, found, chooser);
  const out = await chooseOut(look, docs, chooser);
  return { kind: "new", folders: { docs, out }, others: found.filter(isRival(docs, found)) };
}

/** A few pages beside many are of helpers, which SDK generators document alike. */
function isRival(docs: string, found: readonly DocsFolder[]): (each: DocsFolder) => boolean {
  const most = Math.max(...found.map(({ pages }) => pages));
  return ({ folder, pages }) => folder !== docs && pages * 10 > most;
}

/** The package's configuration, which is not run: what it imports may not be installed yet. */
function configFileOf({ folder, list, packages }: Look): string | undefined {
  const names = list(folder);
  const isInPackage = packages.some((each) => path.dirname(each.path) === folder && "modelmark" in each.content);
  const name = configPlaces.find((place) => (place === "package.json" ? isInPackage : names.includes(place)));
  return name && path.join(folder, name);
}

async function chooseDocs(look: Look, found: readonly DocsFolder[], { flags, cwd, person }: Chooser): Promise<string> {
  const check = (folder: string, base: string): string => {
    requireFolder(path.resolve(base, folder), cwd);
    return belowPackage(look, path.resolve(base, folder));
  };
  if (flags.docs !== undefined) return check(flags.docs, cwd);
  const [first] = found;
  if (!person && !first) throw noPages();
  if (!person) return first?.folder ?? "models-docs";
  const text = `The folder of the pages${first ? `, ${first.pages} found` : ""}`;
  const suggested = first?.folder ?? "models-docs";
  const answer = await person.ask({ text, suggested, refusal: (each) => refusalOf(() => check(each, look.folder)) });
  return check(answer, look.folder);
}

async function chooseOut(look: Look, docs: string, { flags, cwd, person }: Chooser): Promise<string> {
  const check = (folder: string, base: string): string => {
    const below = belowPackage(look, path.resolve(base, folder));
    if (below !== docs && below !== ".") return below;
    throw new UsageError(
      `Unexpected output folder \`${folder}\`, expected one of its own`,
      "Outputs are removed with their pages.",
    );
  };
  if (flags.out !== undefined) return check(flags.out, cwd);
  const suggested = suggestedOut(look);
  if (!person) return suggested;
  const refusal = (each: string): string | undefined => refusalOf(() => check(each, look.folder));
  return check(await person.ask({ text: "The folder of the outputs", suggested, refusal }), look.folder);
}

/** The folder from the package's, as a configuration names it. */
function belowPackage({ folder, root }: Look, place: string): string {
  if (!isWithin(root, place)) {
    throw new UsageError(`\`${place}\` is out of the repository`, "Name a folder inside of it.");
  }
  return relativePath(folder, place) || ".";
}

function refusalOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}. ${error.hint}`;
    throw error;
  }
}

function noPages(): UsageError {
  return new UsageError(
    "Found no pages of models here, expected Markdown files with a heading `## Fields`, `## Values` or `## Supported Types`",
    "Name their folder: `modelmark init --docs DIR`.",
  );
}
