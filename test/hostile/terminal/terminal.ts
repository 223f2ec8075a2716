import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../../../src/cli/program.js";
import { compile } from "../../../src/compile.js";
import { chosenOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { actedOn, marker, payloads } from "./payloads.js";
import { type Files, type Place, places } from "./places.js";
import { faultOfAnnotation, obeyedCommands } from "./workflow-commands.js";

/** Command lines; `PAYLOAD` stands for what is tried. */
const commands: readonly (readonly string[])[] = [
  ["generate"],
  ["generate", "--dry-run"],
  ["generate", "--staged"],
  ["generate", "--no-config-code"],
  ["check"],
  ["watch"],
  ["inspect"],
  ["inspect", "PAYLOAD"],
  ["inspect", "--inputs"],
  ["inspect", "--outputs"],
  ["explain", "PAYLOAD"],
  ["PAYLOAD"],
  ["init", "--yes", "--hook", "git"],
  ["init", "--yes", "--dry-run", "--hook", "PAYLOAD"],
];

const looks = ["pretty", "json", "github", "sarif"].flatMap((reporter) =>
  [true, false].map((isColored) => ({ reporter, isColored })),
);

interface Case {
  readonly place: Place;
  readonly payload: string;
  readonly command: readonly string[];
  readonly look: { readonly reporter: string; readonly isColored: boolean };
}

const cases: readonly Case[] = places.flatMap((place) =>
  payloads.flatMap((payload) =>
    commands.flatMap((command) => looks.map((look): Case => ({ place, payload, command, look }))),
  ),
);

/** Payloads in all that is printed. */
export const terminal: Trial = {
  name: "terminal",
  promise:
    "control and format characters and the commands of GitHub, Azure Pipelines and TeamCity, in pages, names, configurations, overrides, " +
    "outputs and arguments: none reaches stdout or stderr as such, for all commands and reporters, with colours and without; " +
    "each command that the reporter `github` means to be obeyed is one annotation, as the runner's own grammar reads it",
  cases: { command: 8000, suite: 400 },
  run: tryCases,
};

async function tryCases({ cases: most, seed, tell }: TrialRequest): Promise<Outcome> {
  const failures: string[] = [];
  const impossible = new Set<string>();
  const shown = new Map<Place, number>();
  let tried = 0;
  for (const each of chosenOf(cases, most, seed)) {
    const printed = await printedBy(each);
    if (printed === undefined) impossible.add(`${each.place.name} cannot hold ${JSON.stringify(each.payload)}`);
    else {
      tried += 1;
      failures.push(...failuresOf(each, printed));
      shown.set(
        each.place,
        (shown.get(each.place) ?? 0) +
          ([printed.text, ...printed.annotations].some((text) => text.includes(marker)) ? 1 : 0),
      );
    }
    if (tried % 2000 === 0) tell(`${tried} tried, ${failures.length} failures`);
  }
  // A place of which nothing is ever printed tries nothing.
  if (most >= 4000)
    failures.push(...places.filter((place) => !shown.get(place)).map(({ name }) => `nothing shows ${name}`));
  return { cases: tried, failures, skipped: [...impossible] };
}

interface Printed {
  readonly text: string;
  /** What the runner of GitHub's workflows is meant to obey, as it was written. */
  readonly annotations: readonly string[];
  readonly code: number;
}

function failuresOf({ place, payload, command, look }: Case, { text, annotations, code }: Printed): readonly string[] {
  const acted = [actedOn(text, look.isColored), ...annotations.flatMap(annotationFaults)];
  const found = [
    ...acted.flatMap((each) => (each === undefined ? [] : [`printed ${each}`])),
    ...(code === 3 ? [`took it for a bug: ${text}`] : []),
  ];
  const line = `${command.join(" ")} --reporter ${look.reporter}${look.isColored ? " --color" : ""}`;
  return found.map((each) => `${line} with ${JSON.stringify(payload)} as ${place.name} ${each}`);
}

/** What a run printed; nothing where the file system does not take the names. */
async function printedBy({ place, payload, command, look }: Case): Promise<Printed | undefined> {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-terminal-"));
  try {
    mkdirSync(path.join(root, ".git"));
    if (!write(root, place.files(payload))) return undefined;
    const own = place.argv?.(payload) ?? [];
    const color = look.isColored ? "--color" : "--no-color";
    const argv = [
      ...command.map((word) => (word === "PAYLOAD" ? payload : word)),
      ...own,
      "--reporter",
      look.reporter,
      color,
    ];
    return await printedIn(root, argv);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function printedIn(root: string, argv: readonly string[]): Promise<Printed> {
  const texts: string[] = [];
  const ending = new AbortController();
  const write = (text: string): void => {
    texts.push(text);
    // A watcher has said all once a cycle is done.
    if (argv[0] === "watch" && texts.length > 1) ending.abort();
  };
  const timer = setTimeout(() => ending.abort(), 2000);
  const streams = { stdout: { write }, stderr: { write } };
  const code = await run(argv, { cwd: root, env: { DEBUG: "1" }, ...streams, signal: ending.signal, compile });
  clearTimeout(timer);
  const isAnnotation = (text: string): boolean => argv.includes("github") && text.startsWith("::");
  const annotations = texts.filter(isAnnotation);
  return { text: texts.filter((text) => !isAnnotation(text)).join(""), annotations, code };
}

/** What the runner shows of an annotation is printed, too. */
function annotationFaults(line: string): readonly (string | undefined)[] {
  const shown = obeyedCommands(line).flatMap(({ data, properties }) => [data, ...Object.values(properties)]);
  return [faultOfAnnotation(line), ...shown.map((text) => actedOn(text, false))];
}

function write(root: string, files: Files): boolean {
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    return true;
  } catch {
    return false;
  }
}
