import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../../../src/cli/program.js";
import { compile } from "../../../src/compile.js";
import { git } from "../file-system/project.js";
import { pageOf } from "../sandbox/pages.js";

/** A configuration that is a program, where it stands, and the command that would read it. */
export interface ProgramCase {
  readonly extension: string;
  readonly place: Place;
  readonly argv: readonly string[];
}

/** What puts a program into a repository; `write` writes below its top. */
type Place =
  | "in the folder"
  | "in a folder above"
  | "beside data that is read later"
  | "behind a link"
  | "staged and gone"
  | "not staged"
  | "named by --config";

const places: Readonly<Record<Place, (write: Write, file: string, text: string, root: string) => void>> = {
  "in the folder": (write, file, text) => write(`sdk/${file}`, text),
  "in a folder above": (write, file, text) => write(file, text),
  "beside data that is read later": (write, file, text) => {
    write(`sdk/${file}`, text);
    write("sdk/package.json", '{ "modelmark": {} }');
  },
  "behind a link": (write, file, text, root) => {
    write(`programs/${file}`, text);
    symlinkSync(`../programs/${file}`, path.join(root, "sdk", file));
  },
  "staged and gone": (write, file, text, root) => {
    write(`sdk/${file}`, text);
    git(root, ["add", "-A"]);
    rmSync(path.join(root, "sdk", file));
  },
  "not staged": (write, file, text, root) => {
    git(root, ["add", "-A"]);
    write(`sdk/${file}`, text);
  },
  "named by --config": (write, file, text) => write(`sdk/other/named${path.extname(file)}`, text),
};

type Write = (file: string, text: string) => void;

const commands: readonly (readonly string[])[] = [
  ["generate"],
  ["generate", "--dry-run"],
  ["check"],
  ["generate", "--staged"],
  ["check", "--staged"],
  ["watch"],
  ["inspect"],
  ["inspect", "--inputs"],
  ["inspect", "--outputs"],
  ["init", "--yes", "--hook", "none"],
];

/** All of them. */
export const programCases: readonly ProgramCase[] = ["ts", "mts", "js", "mjs"].flatMap((extension) =>
  objectKeys(places).flatMap((place) =>
    commands
      .filter((argv) => place !== "named by --config" || argv[0] !== "init")
      .map((argv) => ({ extension, place, argv })),
  ),
);

/** What went wrong: a program that ran, or a run that went on without the configuration that was meant. */
export async function failuresOfProgram({ extension, place, argv }: ProgramCase): Promise<readonly string[]> {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "modelmark-config-")));
  const witness = path.join(root, "ran");
  try {
    const file = `modelmark.config.${extension}`;
    prepare(root);
    places[place](writeIn(root), file, programText(extension, witness), root);
    if (place !== "staged and gone" && place !== "not staged") git(root, ["add", "-A"]);
    const named = place === "named by --config" ? ["--config", `other/named.${extension}`] : [];
    const refused = await runIn(path.join(root, "sdk"), [...argv, ...named, "--no-config-code"]);
    const isMeant = isRead(place, argv);
    const says = place === "named by --config" ? `named.${extension}` : file;
    return [
      ...(existsSync(witness) ? ["the program ran"] : []),
      ...(isMeant && refused.code !== 2 ? [`it ended with ${refused.code}`] : []),
      ...(isMeant && !refused.text.includes(says) ? [`it did not name the file: ${refused.text}`] : []),
      ...(isMeant && existsSync(path.join(root, "sdk", "generated")) ? ["it wrote outputs"] : []),
      ...(isMeant || refused.code !== 3 ? [] : [refused.text]),
    ].map((line) => `modelmark ${argv.join(" ")} --no-config-code with a .${extension} ${place}: ${line}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Whether a run of the command would read the program: what is staged counts with --staged alone. */
function isRead(place: ProgramCase["place"], argv: readonly string[]): boolean {
  if (argv[0] === "init") return false;
  const isStaged = argv.includes("--staged");
  if (place === "staged and gone") return isStaged;
  return place !== "not staged" || !isStaged;
}

function prepare(root: string): void {
  git(root, ["init", "-q"]);
  writeIn(root)("sdk/models-docs/pet.md", pageOf("Pet"));
}

function writeIn(root: string): Write {
  return (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
}

function programText(extension: string, witness: string): string {
  const path = JSON.stringify(witness);
  if (extension === "js") return `require("node:fs").writeFileSync(${path}, "ran");\nmodule.exports = {};\n`;
  return `import { writeFileSync } from "node:fs";\nwriteFileSync(${path}, "ran");\nexport default {};\n`;
}

/** A run without the flag, which shows that the same program runs there. */
export async function runsWithout(extension: string): Promise<boolean> {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-config-"));
  try {
    prepare(root);
    writeIn(root)(`sdk/modelmark.config.${extension}`, programText(extension, path.join(root, "ran")));
    await runIn(path.join(root, "sdk"), ["generate"]);
    return existsSync(path.join(root, "ran"));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function runIn(cwd: string, argv: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const texts: string[] = [];
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), 1500);
  const stream = { write: (text: string) => texts.push(text) };
  const code = await run(argv, {
    cwd,
    env: process.env,
    stdout: stream,
    stderr: stream,
    signal: ending.signal,
    compile,
  });
  clearTimeout(timer);
  return { code, text: texts.join("") };
}

function objectKeys<Key extends string>(value: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(value).filter((key): key is Key => key in value);
}
