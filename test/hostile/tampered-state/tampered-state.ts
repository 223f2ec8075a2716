import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { fingerprint } from "../../../src/fingerprint.js";
import { differencesOf, type Listing, listingOf } from "../sandbox/listing.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { type Mutation, mutated, mutationsOf } from "./mutations.js";
import {
  copyWith,
  type Edit,
  foreignFiles,
  hostileHashes,
  hostilePaths,
  makeState,
  runIn,
  stateFiles,
} from "./project.js";

interface Case {
  readonly file: string;
  readonly mutations: readonly Mutation[];
  readonly edit: Edit;
  readonly isStaged: boolean;
  /** Whether a record's fingerprint is made to fit, as who means harm would. */
  readonly isSealed: boolean;
}

/** Mutations of all that former runs said of themselves. */
export const tamperedState: Trial = {
  name: "tampered-state",
  promise:
    "manifests, journals, records, snapshots and notes that were damaged, or made to name files that are not ours: the next run " +
    "loses and writes none of these, and one without the cache ends with the bytes of a clean run",
  cases: { command: 1000, suite: 60 },
  run: tryCases,
};

async function tryCases({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const root = await makeState();
  try {
    const clean = await cleanOutputs(root);
    const arbitrary: fc.Arbitrary<Case> = fc.record({
      file: fc.constantFrom(...stateFiles(root)),
      mutations: mutationsOf(hostilePaths, hostileHashes),
      edit: fc.constantFrom("nothing", "an edited page", "a removed page"),
      isStaged: fc.boolean(),
      isSealed: fc.boolean(),
    });
    const failures: string[] = [];
    for (const [number, each] of fc.sample(arbitrary, { numRuns: cases, seed }).entries()) {
      failures.push(...(await failuresOf(each, root, clean[each.edit])));
      if (number % 250 === 249) tell(`${number + 1} of ${cases}, ${failures.length} failures`);
    }
    return { cases, failures };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What runs make of the same pages where there is no state. */
async function cleanOutputs(root: string): Promise<Readonly<Record<Edit, Listing>>> {
  const cleanOf = async (edit: Edit): Promise<Listing> => {
    const copy = copyWith(root, edit);
    const repository = path.join(copy, "repository");
    rmSync(path.join(repository, "generated"), { recursive: true });
    await runIn(repository, ["generate", "--no-cache"]);
    const listing = outputsIn(copy);
    rmSync(copy, { recursive: true, force: true });
    return listing;
  };
  return {
    nothing: await cleanOf("nothing"),
    "an edited page": await cleanOf("an edited page"),
    "a removed page": await cleanOf("a removed page"),
  };
}

async function failuresOf(each: Case, root: string, clean: Listing): Promise<readonly string[]> {
  const copy = copyWith(root, each.edit);
  try {
    const repository = path.join(copy, "repository");
    tamper(path.join(repository, each.file), each);
    const before = listingOf(copy, isOurs);
    const first = await runIn(repository, each.isStaged ? ["generate", "--staged"] : ["generate"]);
    const second = await runIn(repository, ["generate", "--no-cache"]);
    const found = [
      ...differencesOf(before, listingOf(copy, isOurs)),
      ...[first, second].flatMap(({ code, text }) =>
        code === 0 || code === 1 ? [] : [`a run ended with ${code}: ${text}`],
      ),
      ...foreignChanges(copy),
      ...unlikeClean(copy, clean, second),
    ];
    return found.map((line) => `${JSON.stringify(each).slice(0, 1500)}: ${line}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function tamper(place: string, { file, mutations, isSealed }: Case): void {
  const bytes = readFileSync(place);
  const isSnapshot = file.includes("/files/");
  const isRecord = /\/(?:runs|run-files|notes)\//.test(file);
  if (isSnapshot) {
    const end = bytes.indexOf("\n");
    writeFileSync(
      place,
      Buffer.concat([Buffer.from(mutated(bytes.toString("utf8", 0, end), mutations)), bytes.subarray(end)]),
    );
  } else if (isRecord) {
    const text = bytes.toString();
    const json = mutated(text.slice(9), mutations);
    writeFileSync(place, `${isSealed ? fingerprint(json) : text.slice(0, 8)}\n${json}`);
  } else {
    writeFileSync(place, mutated(bytes.toString(), mutations));
  }
}

/** What runs may write, and what git keeps. */
function isOurs(file: string): boolean {
  return file === "repository/generated" || file === "repository/.git" || file === "repository/node_modules/.cache";
}

function foreignChanges(copy: string): readonly string[] {
  return Object.entries(foreignFiles).flatMap(([file, text]) => {
    const place = path.join(copy, file);
    return existsSync(place) && readFileSync(place, "utf8") === text ? [] : [`${file} is lost`];
  });
}

/** The outputs, without the files of the user and what stands for an interrupted run. */
function outputsIn(copy: string): Listing {
  const out = path.join(copy, "repository/generated");
  mkdirSync(out, { recursive: true });
  const all = listingOf(out);
  const isForeign = (file: string): boolean => file === "linked" || `repository/generated/${file}` in foreignFiles;
  return new Map([...all].filter(([file, kind]) => kind !== "folder" && !isForeign(file)));
}

/**
 * A file that says nothing of us any more is the user's, even in the manifest's place: then the run says so. The output of a
 * removed page, which no manifest names now, is left with a warning.
 */
function unlikeClean(
  copy: string,
  clean: Listing,
  { code, text }: { readonly code: number; readonly text: string },
): readonly string[] {
  const found = differencesOf(clean, outputsIn(copy));
  return found.filter((line) => {
    if (line.startsWith("manifest.json: ")) return code !== 1 || !text.includes("manifest.json");
    const [file = ""] = line.split(": ");
    return !(line.includes(": absent → ") && text.includes(`${file}: left as it is`));
  });
}
