import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runCommand, whyNoCommand } from "../sandbox/command.js";
import { differencesOf, listingOf } from "../sandbox/listing.js";
import { makeRunner, type Runner } from "../sandbox/runner.js";
import { chosenOf, forEachOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { type Entry, entries } from "./entries.js";
import { copyOf, deadRun, firstSandbox, foreign, removeSandbox, type Sandbox } from "./project.js";

/** What `learn` writes. */
const overrides = "modelmark.overrides.json";

/** Where an entry is put; `*` stands for the first name in its folder. */
const places = [
  "models-docs",
  "models-docs/components",
  "models-docs/components/pet.md",
  "models-docs/new.md",
  "models-docs/new",
  "generated",
  "generated/components",
  "generated/components/pet.ts",
  "generated/index.ts",
  "generated/modelmark.ts",
  "generated/manifest.json",
  "generated/other/manifest.json",
  "generated/new",
  deadRun,
  `${deadRun}/journal.json`,
  `${deadRun}/0`,
  "modelmark.config.json",
  "modelmark.config.ts",
  overrides,
  "package.json",
  "node_modules/.cache/modelmark",
  "node_modules/.cache/modelmark/files",
  "node_modules/.cache/modelmark/files/*",
  "node_modules/.cache/modelmark/runs",
  "node_modules/.cache/modelmark/run-files/*",
  ".git/modelmark",
  ".git/modelmark/unfinished.json",
] as const;

const commands = {
  generate: ["generate"],
  check: ["check"],
  staged: ["generate", "--staged"],
  list: ["inspect", "--inputs"],
  init: ["init", "--yes", "--hook", "git"],
  learn: ["learn", "--types", "types"],
} as const;

/** Which commands look at a place at all. */
function commandsAt(place: string): readonly (readonly string[])[] {
  const { learn, ...others } = commands;
  const { generate, check, staged } = commands;
  if (place === overrides) return Object.values(commands);
  if (place.startsWith(".git/")) return [staged];
  if (place.startsWith("node_modules/")) return [generate, check];
  return place.startsWith("generated") ? [generate, check, staged] : Object.values(others);
}

interface Case {
  readonly entry: Entry;
  readonly place: string;
  readonly argv: readonly string[];
}

const cases: readonly Case[] = entries.flatMap((entry) =>
  places.flatMap((place) => commandsAt(place).map((argv) => ({ entry, place, argv }))),
);

/** Hostile entries in all places, under all commands. */
export const fileSystem: Trial = {
  name: "file-system",
  promise:
    "links, pipes, devices, sockets and folders in the place of any page, output, manifest, journal, cache, configuration or overrides: " +
    "a run ends, and nothing outside of the outputs is read as a page, written or deleted",
  cases: { command: cases.length, suite: 40 },
  run: tryCases,
};

async function tryCases({ cases: most, seed, tell }: TrialRequest): Promise<Outcome> {
  const missing = whyNoCommand() ?? (process.platform === "win32" ? "there are no pipes on Windows" : undefined);
  if (missing) return { cases: 1, failures: [], skipped: [missing] };
  const runners = [makeRunner(), makeRunner()] as const;
  const first = await firstSandbox(runners[0].run);
  try {
    let tried = 0;
    const found = await forEachOf(
      [...chosenOf(cases, most, seed).entries()],
      runners,
      async ([number, each], runner) => {
        tried += 1;
        if (tried % 200 === 0) tell(`${tried} tried`);
        // Each run in a process of its own would take ten times as long; some are such.
        return await failuresOf(each, copyOf(first, number), number % 20 === 0 ? runCommand : runner.run);
      },
    );
    return { cases: tried, failures: found.flat() };
  } finally {
    for (const runner of runners) runner.stop();
    removeSandbox(first);
  }
}

async function failuresOf(
  { entry, place: pattern, argv }: Case,
  sandbox: Sandbox,
  run: Runner["run"],
): Promise<readonly string[]> {
  const { repository, canary } = sandbox;
  try {
    const place = path.join(repository, placeOf(pattern, repository));
    rmSync(place, { recursive: true, force: true });
    mkdirSync(path.dirname(place), { recursive: true });
    entry.plant(place, canary);
    const before = { canary: listingOf(canary), rest: listingOf(repository, isOurs), mine: mineIn(repository) };
    const { code, stdout, stderr } = await run(argv, repository);
    const lost = [
      ...differencesOf(before.canary, listingOf(canary)).map((line) => `canary/${line}`),
      ...differencesOf(before.rest, listingOf(repository, isOurs)).filter((line) => !isOfInit(argv, line)),
      ...differencesOf(before.mine, mineIn(repository)),
      ...secretsIn(repository, isConfig(pattern) ? "" : stdout + stderr),
      ...(code === 0 || code === 1 || code === 2 ? [] : [`it ended with ${code}: ${stderr}`]),
    ];
    return lost.map((line) => `modelmark ${argv.join(" ")} with ${entry.name} as ${pattern}: ${line}`);
  } finally {
    removeSandbox(sandbox);
  }
}

function placeOf(pattern: string, repository: string): string {
  if (!pattern.endsWith("/*")) return pattern;
  const folder = pattern.slice(0, -2);
  return `${folder}/${readdirSync(path.join(repository, folder))[0]}`;
}

/** What runs may write; of what is planted there, `mineIn` and the canary tell. */
function isOurs(file: string): boolean {
  return file === "generated" || file === "node_modules/.cache" || file === ".git";
}

/** The files of the user among the outputs, and those in planted folders. */
function mineIn(repository: string): ReadonlyMap<string, string> {
  const all = listingOf(repository, (file) => file === ".git/objects");
  return new Map([...all].filter(([file]) => foreign.includes(file) || file.endsWith("mine.txt")));
}

/** Nothing of a page outside of the docs folder may be told or become an output. */
function secretsIn(repository: string, told: string): readonly string[] {
  const texts = new Map([["what it printed", told]]);
  const out = path.join(repository, "generated");
  const isFolder = lstatSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  for (const [file, kind] of isFolder ? listingOf(out) : []) {
    if (kind.startsWith("file")) texts.set(file, readFileSync(path.join(out, file), "utf8"));
  }
  return [...texts].flatMap(([file, text]) => (text.includes("Secret") ? [`${file} is of a page outside`] : []));
}

/** Why a configuration cannot be read is told with its first characters, wherever its link leads. */
function isConfig(place: string): boolean {
  return place.endsWith(".json") && !place.includes("/") && place !== overrides;
}

/** What `init` is there to write. */
function isOfInit(argv: readonly string[], line: string): boolean {
  return argv[0] === "init" && /^(?:package\.json|modelmark\.config\.(?:json|ts)): (?:file|absent)/.test(line);
}
