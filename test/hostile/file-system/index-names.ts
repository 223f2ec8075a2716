import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../../../src/cli/program.js";
import { compile } from "../../../src/compile.js";
import { differencesOf, listingOf } from "../sandbox/listing.js";
import { pageOf } from "../sandbox/pages.js";
import { chosenOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { git } from "./project.js";

/** What an index may name that git itself would never add: it is a file that anybody can write. */
const names: readonly string[] = [
  ...["models-docs", "generated"].flatMap((folder) =>
    [
      ...[
        "../evil",
        "../../evil",
        "../../canary/pet",
        "../canary",
        "./evil",
        "/evil",
        "components/../../evil",
        "components//evil",
      ],
      ...[
        "con",
        "aux.x",
        "a.",
        "a ",
        ".git/hooks/post-commit",
        ".git/config",
        ".GIT/config",
        "git~1/config",
        "C:/evil",
        "C:evil",
      ],
      ...[
        "a\\..\\..\\evil",
        "a\nb",
        'a"b',
        "a\tb",
        "a\u0001b",
        "\u202eb",
        "::error::b",
        "##[error]b",
        "-rf",
        "--help",
        "$(id)",
      ],
      ...[
        "%2e%2e/evil",
        "é",
        "e\u0301",
        "PET",
        "x".repeat(256),
        "x/".repeat(1000),
        "__proto__",
        "constructor",
        "index",
        "manifest",
      ],
    ].map((name) => `${folder}/${name}`),
  ),
  ...["/evil", "../evil", "../canary/pet", "models-docs", "generated", "models-docs.md", "generated.ts"],
];

/** Endings that a name may have for its folder to count. */
function endingsAt(name: string): readonly string[] {
  if (name.startsWith("models-docs/")) return [".md"];
  return name.startsWith("generated/") ? [".ts", ".json"] : [".md", ".ts", ".json", ""];
}

const kinds = { file: 0o100644, link: 0o120000, submodule: 0o160000 } as const;

interface Case {
  readonly name: string;
  readonly kind: keyof typeof kinds;
  readonly argv: readonly string[];
}

const cases: readonly Case[] = names.flatMap((name) =>
  endingsAt(name).flatMap((ending) =>
    (["file", "link", "submodule"] as const).flatMap((kind) =>
      [
        ["generate", "--staged"],
        ["check", "--staged"],
      ].map((argv) => ({ name: name + ending, kind, argv })),
    ),
  ),
);

/** Names of index entries, through `--staged`. */
export const indexNames: Trial = {
  name: "index-names",
  promise:
    "climbing, absolute, reserved and misleading names of files, links and submodules in git's index: --staged stages and writes " +
    "nothing but outputs, or refuses",
  cases: { command: cases.length, suite: 40 },
  run: tryCases,
};

async function tryCases({ cases: most, seed, tell }: TrialRequest): Promise<Outcome> {
  const failures: string[] = [];
  const chosen = chosenOf(cases, most, seed);
  for (const [number, each] of chosen.entries()) {
    failures.push(...(await failuresOf(each)));
    if (number % 250 === 249) tell(`${number + 1} of ${chosen.length}, ${failures.length} failures`);
  }
  return { cases: chosen.length, failures };
}

async function failuresOf({ name, kind, argv }: Case): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-index-"));
  try {
    const repository = path.join(root, "repository");
    for (const file of ["canary/pet.md", "canary/pet.ts", "repository/models-docs/top.md", "evil.md"]) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), pageOf("Top"));
    }
    git(repository, ["init", "-q"]);
    const page = blobOf(repository, pageOf("Evil"));
    const link = blobOf(repository, "../../canary");
    const own = { path: "models-docs/top.md", mode: kinds.file, id: blobOf(repository, pageOf("Top")) };
    const evil = { path: name, mode: kinds[kind], id: kind === "file" ? page : link };
    writeFileSync(path.join(repository, ".git/index"), indexOf([own, evil]));
    const before = listingOf(root, isOurs);
    const { code, text } = await runIn(repository, argv);
    const lines = [
      ...differencesOf(before, listingOf(root, isOurs)),
      ...strangeIn(repository, name),
      ...(code === 3 ? [`it was taken for a bug: ${text}`] : []),
    ];
    return lines.map(
      (line) => `modelmark ${argv.join(" ")} with a ${kind} ${JSON.stringify(name.slice(0, 100))}: ${line}`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function isOurs(file: string): boolean {
  return file === "repository/generated" || /^repository\/\.git\/(?:index$|objects$|modelmark$)/.test(file);
}

/** Entries that are neither outputs nor were there. */
function strangeIn(repository: string, name: string): readonly string[] {
  const staged = git(repository, ["ls-files", "-z"])
    .split("\0")
    .filter((file) => file !== "");
  const isKnown = (file: string): boolean => file === name || file === "models-docs/top.md";
  const isOutput = (file: string): boolean =>
    /^generated\/(?:(?!\.|con\b|aux\b)[^\\:*?"<>|/\p{Cc}]+\/)*[^\\:*?"<>|/\p{Cc}]+\.(?:ts|json)$/u.test(file);
  return staged.filter((file) => !isKnown(file) && !isOutput(file)).map((file) => `staged ${JSON.stringify(file)}`);
}

function blobOf(repository: string, text: string): string {
  return git(repository, ["hash-object", "-w", "--stdin"], text).trim();
}

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly id: string;
}

/** An index of version 2, as git's documentation describes it. */
function indexOf(entries: readonly Entry[]): Buffer {
  const sorted = entries.toSorted((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
  const head = Buffer.alloc(12);
  head.write("DIRC", "latin1");
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(entries.length, 8);
  const body = Buffer.concat([head, ...sorted.map(entryOf)]);
  return Buffer.concat([body, createHash("sha1").update(body).digest()]);
}

function entryOf({ path: name, mode, id }: Entry): Buffer {
  const bytes = Buffer.from(name);
  const entry = Buffer.alloc(Math.floor((62 + bytes.length + 8) / 8) * 8);
  entry.writeUInt32BE(mode, 24);
  Buffer.from(id, "hex").copy(entry, 40);
  entry.writeUInt16BE(Math.min(bytes.length, 0xfff), 60);
  bytes.copy(entry, 62);
  return entry;
}

async function runIn(cwd: string, argv: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) };
  const code = await run(argv, { cwd, env: process.env, stdout: stream, stderr: stream, compile, generator: "trial" });
  return { code, text: texts.join("") };
}
