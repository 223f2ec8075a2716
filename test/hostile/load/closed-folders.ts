import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cleanEnvironment, whyNoCommand } from "../sandbox/command.js";
import { differencesOf, listingOf } from "../sandbox/listing.js";
import { pageOf } from "../sandbox/pages.js";
import { chosenOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";

const main = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));

interface Case {
  readonly place: string;
  readonly mode: number;
  readonly argv: readonly string[];
}

const places = [
  ...["generated", "generated/components", "generated/gone", "generated/manifest.json", "generated/top.ts"],
  ...["generated/components/pet.ts", "generated/gone/dog.ts", "node_modules", "node_modules/.cache/modelmark/runs"],
  ...["models-docs", "models-docs/components", "models-docs/top.md", ".", "modelmark.config.json"],
];

const cases: readonly Case[] = places.flatMap((place) =>
  [0o000, 0o111, 0o444, 0o555].flatMap((mode) =>
    [["generate"], ["check"], ["generate", "--no-cache"]].map((argv) => ({ place, mode, argv })),
  ),
);

/** Files and folders that may not be written, read or entered. */
export const closedFolders: Trial = {
  name: "closed-folders",
  promise:
    "outputs, pages, caches and configurations that their user may not write, read or enter: a run says so, loses nothing and " +
    "leaves nothing beside; once they are open the next run ends as a clean one",
  cases: { command: cases.length, suite: 6 },
  run: close,
};

/** A user without rights of their own: to root nothing is closed. */
const nobody = 65534;

async function close({ cases: most, seed, tell }: TrialRequest): Promise<Outcome> {
  const missing = whyNoCommand() ?? whyNoUser();
  if (missing) return { cases: 1, failures: [], skipped: [missing] };
  const chosen = chosenOf(cases, most, seed);
  const failures = chosen.flatMap((each, number) => {
    if (number % 40 === 39) tell(`${number + 1} tried`);
    return failuresOf(each);
  });
  return { cases: chosen.length, failures };
}

function whyNoUser(): string | undefined {
  if (process.platform === "win32") return "Windows has other rights";
  if (process.getuid?.() !== 0) return undefined;
  const { status } = spawnSync(process.execPath, [main, "--version"], { uid: nobody, gid: nobody });
  return status === 0 ? undefined : "root cannot start the command as another user here, to whom files are closed";
}

function failuresOf({ place, mode, argv }: Case): readonly string[] {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-closed-"));
  try {
    const before = { "top.md": pageOf("Top"), "components/pet.md": pageOf("Pet"), "gone/dog.md": pageOf("Dog") };
    const after = {
      "top.md": pageOf("Top", "*number*"),
      "components/pet.md": pageOf("Pet"),
      "new/cat.md": pageOf("Cat"),
    };
    setUp(root, before);
    runIn(root, ["generate"]);
    write(root, "generated/mine.ts", "mine\n");
    setPages(root, after);
    give(root);
    const files = path.join(root, place);
    const right = lstatSync(files).mode;
    const standing = listingOf(root, (file) => file.startsWith("node_modules"));
    chmodSync(files, mode);
    const closed = runIn(root, argv);
    // The output of a page that is gone may be deleted, though it may not be read.
    if (lstatSync(files, { throwIfNoEntry: false })) chmodSync(files, right);
    const found = listingOf(root, (file) => file.startsWith("node_modules"));
    const changed = differencesOf(standing, found);
    const open = runIn(root, ["generate"]);
    const lines = [
      ...([0, 1, 2].includes(closed.code ?? -1) ? [] : [`it ended with ${closed.code}: ${closed.text}`]),
      ...(argv[0] === "check" ? changed : changed.filter((line) => !line.startsWith("generated"))),
      ...(found.get("generated/mine.ts") === standing.get("generated/mine.ts") ? [] : ["a file of the user is lost"]),
      ...(open.code === 0 ? [] : [`once open it ended with ${open.code}: ${open.text}`]),
      ...differencesOf(cleanOutputs(after), listingOf(path.join(root, "generated"))),
    ];
    return lines.map((line) => `modelmark ${argv.join(" ")} with ${place} of mode ${mode.toString(8)}: ${line}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const clean = new Map<string, ReadonlyMap<string, string>>();

/** What a run makes where nothing was closed. */
function cleanOutputs(pages: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const key = JSON.stringify(pages);
  const known = clean.get(key);
  if (known) return known;
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-closed-"));
  try {
    setUp(root, pages);
    write(root, "generated/mine.ts", "mine\n");
    give(root);
    runIn(root, ["generate"]);
    const made = listingOf(path.join(root, "generated"));
    clean.set(key, made);
    return made;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function setUp(root: string, pages: Readonly<Record<string, string>>): void {
  mkdirSync(path.join(root, ".git"));
  mkdirSync(path.join(root, "node_modules/.cache/modelmark/runs"), { recursive: true });
  write(root, "modelmark.config.json", "{}\n");
  setPages(root, pages);
  give(root);
}

function setPages(root: string, pages: Readonly<Record<string, string>>): void {
  rmSync(path.join(root, "models-docs"), { recursive: true, force: true });
  for (const [file, text] of Object.entries(pages)) write(root, `models-docs/${file}`, text);
}

function runIn(root: string, argv: readonly string[]): { readonly code: number | null; readonly text: string } {
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], {
    cwd: root,
    env: cleanEnvironment(),
    ...user,
  });
  return { code: status, text: `${stdout}${stderr}` };
}

/** Makes all files those of the user that runs are of. */
function give(root: string): void {
  if (process.getuid?.() !== 0) return;
  const below = readdirSync(root, { recursive: true }).map((file) => path.join(root, String(file)));
  for (const file of [root, ...below]) chownSync(file, nobody, nobody);
}

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
