import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../../src/cli/program.js";
import { compile, type Output } from "../../../src/compile.js";
import { editedPages, type PageSet, type Random, randomFrom, somePages } from "./page-sets.js";

const main = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
const slowDisk = fileURLToPath(new URL("./slow-disk.mjs", import.meta.url));

/** What was the last thing that a killed run had done. */
export type Stage = "staged a part" | "placed a part" | "placed all";

/** How many rounds were killed at which stage, and what the next run did not mend. */
export interface Tally {
  readonly stages: Readonly<Record<Stage, number>>;
  readonly losses: readonly string[];
}

/** What is printed does not matter here, and takes most of the time. */
const config = ["modelmark.config.json", '{ "validators": false }'] as const;

/** A file of the user in a folder of outputs. */
const mine = { file: "components/mine.ts", text: "export const mine = 1;\n" };

/** Kills real runs of `generate` at random moments of their writing, and lets the next run mend what they left. */
export async function killRuns(kills: number, seed: number, tell: (text: string) => void): Promise<Tally> {
  const random = randomFrom(seed);
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-kills-"));
  mkdirSync(path.join(root, ".git"));
  write(root, ...config);
  const stages = { "staged a part": 0, "placed a part": 0, "placed all": 0 };
  const losses: string[] = [];
  try {
    let pages = somePages(60, random);
    await mend(root, pages);
    write(root, `generated/${mine.file}`, mine.text);
    for (let done = 0; done < kills; ) {
      const killed = editedPages(pages, random);
      const stage = await killedRun(root, killed, random);
      if (stage === undefined) continue;
      stages[stage] += 1;
      done += 1;
      pages = nextPages(pages, killed, random);
      losses.push(...(await mended(root, pages)).map((loss) => `kill ${done}, ${stage}: ${loss}`));
      if (done % 25 === 0) tell(`${done} of ${kills}, ${losses.length} losses`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { stages, losses };
}

/** Often the next run sees the same pages, at times those of before, or others. */
function nextPages(before: PageSet, killed: PageSet, random: Random): PageSet {
  const chance = random();
  if (chance < 0.5) return killed;
  return chance < 0.75 ? before : editedPages(killed, random);
}

/** Runs `generate` and kills it a random time after its first change; nothing where it ended before that. */
async function killedRun(root: string, pages: PageSet, random: Random): Promise<Stage | undefined> {
  setPages(root, pages);
  const out = path.join(root, "generated");
  const before = existsSync(path.join(out, "manifest.json"))
    ? readFileSync(path.join(out, "manifest.json"), "utf8")
    : "";
  const child = spawn(process.execPath, ["--import", slowDisk, main], {
    cwd: root,
    env: { ...process.env, SLOW_FOLDER: out, SLOW_MILLISECONDS: "2" },
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const writing = 2 * 4 * pages.size;
  const delay = random() * writing;
  child.stdio[3]?.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
  const signal = await new Promise((resolve) => child.once("exit", (_code, by) => resolve(by)));
  if (signal !== "SIGKILL") return undefined;
  if (readFileSync(path.join(out, "manifest.json"), "utf8") !== before) return "placed all";
  const folder = readdirSync(out).find((name) => name.startsWith(".modelmark-")) ?? "";
  return existsSync(path.join(out, folder, "journal.json")) ? "placed a part" : "staged a part";
}

async function mended(root: string, pages: PageSet): Promise<readonly string[]> {
  setPages(root, pages);
  const losses: string[] = [];
  const checked = await runHere(root, ["check"]);
  if (checked.text.includes("edited by hand")) losses.push(`check says: ${checked.text}`);
  const { code, text } = await runHere(root, ["generate"]);
  if (code !== 0 || text.includes("warning")) losses.push(`generate says: ${text}`);
  const found = treeOf(path.join(root, "generated"));
  const expected = new Map([...(await cleanOutputs(pages)), [mine.file, mine.text]]);
  for (const file of new Set([...found.keys(), ...expected.keys()])) {
    if (found.get(file) !== expected.get(file)) losses.push(`${file} differs from that of a clean run`);
  }
  return losses;
}

async function mend(root: string, pages: PageSet): Promise<void> {
  setPages(root, pages);
  await runHere(root, ["generate"]);
}

async function cleanOutputs(pages: PageSet): Promise<ReadonlyMap<string, string>> {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-clean-"));
  try {
    mkdirSync(path.join(root, ".git"));
    write(root, ...config);
    await mend(root, pages);
    return treeOf(path.join(root, "generated"));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface Finished {
  readonly code: number;
  readonly text: string;
}

/** What the pipeline made of the last pages, which three runs of a round have in common. */
let compiled: { readonly key: string; readonly output: Output } | undefined;

const compileOnce: typeof compile = (pages, options) => {
  const key = JSON.stringify([pages.map((page) => [page.path, String(page.value)]), options]);
  const output = compiled?.key === key ? compiled.output : compile(pages, options);
  compiled = { key, output };
  return output;
};

/** In this process, which has loaded the pipeline already. */
async function runHere(root: string, argv: readonly string[]): Promise<Finished> {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) };
  const code = await run(argv, { cwd: root, env: {}, stdout: stream, stderr: stream, compile: compileOnce });
  return { code, text: texts.join("") };
}

function setPages(root: string, pages: PageSet): void {
  rmSync(path.join(root, "models-docs"), { recursive: true, force: true });
  for (const [file, text] of pages) write(root, `models-docs/${file}`, text);
}

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** Path → text; folders that are empty are listed too. */
function treeOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    names.flatMap((name): (readonly [string, string])[] => {
      const place = path.join(folder, name);
      if (!statSync(place).isDirectory()) return [[name.replaceAll(path.sep, "/"), readFileSync(place, "utf8")]];
      return readdirSync(place).length === 0 ? [[`${name}/`, ""]] : [];
    }),
  );
}
