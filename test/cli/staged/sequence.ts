import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { banner } from "../fake-compile.js";
import { lineFeedCompile } from "./line-feed-compile.js";
import type { Sequence, Step } from "./steps.js";
import { hookWith, initRepository, makeFolder, repositoryIn, type TestRepository } from "./test-repository.js";

/**
 * Does what a sequence says in a new repository, whose hook is `generate --staged`, and gives what differs from the promise:
 * staged outputs are those of a clean checkout, no byte that is not staged is lost, and commits leave nothing behind.
 */
export async function differencesOf({ lineEnds, steps }: Sequence, program: string): Promise<readonly string[]> {
  const folder = makeFolder();
  try {
    const repository = initRepository(path.join(folder, "repository"), {
      ...Object.fromEntries(["foo", "x/foo"].map((name) => [pageOf(name), textOf(name, 0)])),
      ...(lineEnds === "attributes" ? { ".gitattributes": "* text=auto eol=crlf\n" } : {}),
    });
    if (lineEnds === "autocrlf") repository.git("config", "core.autocrlf", "true");
    repository.git("add", ".");
    hookWith(repository, program, "generate --staged");
    repository.git("commit", "-qm", "first");
    const differences: string[] = [];
    for (const [at, step] of steps.entries()) {
      const found = await take(step, repository, path.join(folder, `checkout-${at}`));
      differences.push(...found.map((difference) => `step ${at} (${step.kind}): ${difference}`));
    }
    return differences;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pageOf = (name: string): string => `models-docs/${name}.md`;
const outputOf = (name: string): string => `generated/${name}.ts`;

function textOf(name: string, version: number): string {
  return `# ${name.replace(/\W/g, "_")}\n\nversion ${version}\n`;
}

const nothing: readonly string[] = [];

async function take(step: Step, repository: TestRepository, folder: string): Promise<readonly string[]> {
  const { git, write, has, remove, staged } = repository;
  switch (step.kind) {
    case "write page":
      write(pageOf(step.name), textOf(step.name, step.version));
      return nothing;
    case "stage a part":
      write(pageOf(step.name), textOf(step.name, step.version));
      git("add", pageOf(step.name));
      write(pageOf(step.name), textOf(step.name, step.after));
      return nothing;
    case "stage page":
      if (has(pageOf(step.name)) || staged(pageOf(step.name)) !== undefined) git("add", "-A", pageOf(step.name));
      return nothing;
    case "stage pages":
      mkdirSync(repository.at("models-docs"), { recursive: true });
      git("add", "-A", "models-docs");
      return nothing;
    case "delete page":
      remove(pageOf(step.name));
      return nothing;
    case "unstage page":
      git("rm", "-q", "--cached", "--ignore-unmatch", pageOf(step.name));
      return nothing;
    case "rename page":
      if (staged(pageOf(step.name)) === undefined || !has(pageOf(step.name))) return nothing;
      mkdirSync(path.dirname(repository.at(pageOf(step.to))), { recursive: true });
      if (step.name !== step.to) git("mv", "-f", pageOf(step.name), pageOf(step.to));
      return nothing;
    case "edit output":
      write(outputOf(step.name), `${step.banner ? banner : ""}edited ${step.version}\n`);
      return nothing;
    case "stage edited output":
      write(outputOf(step.name), `${banner}edited ${step.version}\n`);
      git("add", outputOf(step.name));
      return nothing;
    case "delete output":
      remove(outputOf(step.name));
      return nothing;
    case "generate":
      mkdirSync(repository.at("models-docs"), { recursive: true });
      await repository.run(["generate"], { compile: lineFeedCompile });
      return nothing;
    case "generate --staged":
      return await generateStaged(repository, folder);
    case "commit":
      return await commit(repository, folder, []);
    case "commit -a":
      return await commit(repository, folder, ["-a"]);
    case "commit page":
      if (git("ls-files", pageOf(step.name)) === "") return nothing;
      return await commit(repository, folder, [pageOf(step.name)]);
  }
}

async function generateStaged(repository: TestRepository, folder: string): Promise<readonly string[]> {
  mkdirSync(repository.at("models-docs"), { recursive: true });
  const before = unstagedIn(repository);
  const { code, stderr } = await repository.run(["generate", "--staged"], { compile: lineFeedCompile });
  if (code !== 0) return [`generate --staged ended with ${code}: ${stderr}`];
  return [...lostIn(repository, before), ...(await wrongIn(repository, folder))];
}

async function commit(repository: TestRepository, folder: string, args: readonly string[]): Promise<readonly string[]> {
  mkdirSync(repository.at("models-docs"), { recursive: true });
  const isAll = args[0] === "-a";
  const before = unstagedIn(repository);
  const stagedBefore = stagedIn(repository);
  repository.git("commit", "-q", "--allow-empty", "-m", "step", ...args);
  // With -a every change of a tracked file is staged, and what is staged is no longer the user's alone.
  const own = isAll ? new Map([...before].filter(([file]) => !before.tracked.has(file))) : before;
  const kept = new Map([...own].filter(([file]) => !args.includes(file)));
  const unstaged = [...unstagedIn(repository).keys()].filter((file) => !own.has(file));
  const isPart = args.length > 0 && !isAll;
  const staged = stagedIn(repository).filter((file) => !isPart || !stagedBefore.includes(file));
  return [
    ...lostIn(repository, kept),
    ...unstaged.map((file) => `${file} has changes after the commit that the user did not make`),
    ...staged.map((file) => `${file} is still staged after the commit`),
    ...(isPart ? [] : await wrongIn(repository, folder)),
  ];
}

/** Files of the working tree that are not as they are staged, with their bytes; nothing stands for a deleted file. */
interface Unstaged extends Map<string, string | undefined> {
  readonly tracked: ReadonlySet<string>;
}

function unstagedIn(repository: TestRepository): Unstaged {
  const lines = statusOf(repository).filter((line) => line.charAt(1) !== " ");
  const files = lines.map((line) => line.slice(3));
  const bytes = files.map((file) => [file, repository.has(file) ? repository.read(file) : undefined] as const);
  const tracked = new Set(lines.filter((line) => !line.startsWith("??")).map((line) => line.slice(3)));
  return Object.assign(new Map(bytes), { tracked });
}

function stagedIn(repository: TestRepository): readonly string[] {
  const lines = statusOf(repository).filter((line) => line.charAt(0) !== " " && line.charAt(0) !== "?");
  return lines.map((line) => line.slice(3));
}

function statusOf({ git }: TestRepository): readonly string[] {
  return git("status", "--porcelain", "-z", "-uall", "--no-renames").split("\0").filter(Boolean);
}

function lostIn(repository: TestRepository, before: ReadonlyMap<string, string | undefined>): readonly string[] {
  return [...before].flatMap(([file, bytes]) => {
    const now = repository.has(file) ? repository.read(file) : undefined;
    return now === bytes ? [] : [`${file} was ${JSON.stringify(bytes)} and is ${JSON.stringify(now)}`];
  });
}

/** Compares the staged outputs with those that plain `generate` makes of a clean checkout of the index. */
async function wrongIn(repository: TestRepository, folder: string): Promise<readonly string[]> {
  repository.git("checkout-index", "-a", `--prefix=${folder}/`);
  const checkout = repositoryIn(folder);
  mkdirSync(checkout.at(".git"), { recursive: true });
  mkdirSync(checkout.at("models-docs"), { recursive: true });
  const before = outputsIn(folder);
  await checkout.run(["generate"], { compile: lineFeedCompile });
  const after = outputsIn(folder);
  const files = new Set([...before.keys(), ...after.keys()]);
  const wrong = [...files].filter((file) => before.get(file) !== after.get(file));
  const { code } = await checkout.run(["check"], { compile: lineFeedCompile });
  const judged = await repository.run(["check", "--staged"], { compile: lineFeedCompile });
  rmSync(folder, { recursive: true, force: true });
  return [
    ...wrong.map(
      (file) => `${file} is staged as ${JSON.stringify(before.get(file))}, not ${JSON.stringify(after.get(file))}`,
    ),
    ...(judged.code === code ? [] : [`check --staged ended with ${judged.code}, not ${code}: ${judged.stderr}`]),
  ];
}

/** The outputs of a checkout, with the line ends that git stores. */
function outputsIn(folder: string): ReadonlyMap<string, string> {
  const out = path.join(folder, "generated");
  mkdirSync(out, { recursive: true });
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(out, file), readFileSync(file, "utf8").replaceAll("\r\n", "\n")];
    }),
  );
}
