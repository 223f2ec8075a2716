import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Guard } from "./guards.js";
import type { TestRequest, TestVerdict } from "./test-server.js";

/** The repository that is copied. */
export const root: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Tests of a file or folder, all or by name. */
export type Chosen = Omit<TestRequest, "changed">;

/** A copy of the repository in which sources may be changed and tests run. */
export interface RepositoryCopy {
  readonly write: (file: string, source: string) => void;
  /** Puts the file back as it stands in the repository. */
  readonly restore: (file: string) => void;
  /** What is wrong with the first of what is chosen that does not pass; nothing where all passes. */
  readonly findFailure: (chosen: readonly Chosen[]) => Promise<string | undefined>;
  readonly remove: () => void;
}

/** Copies the files that git knows and what was built, and links the packages that are installed here. */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-mutants-"));
  const files = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "")) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  execFileSync("cp", ["-r", join(root, "dist"), join(folder, "dist")]);
  const server = serverIn(folder);
  const changed = new Set<string>();
  const change = (file: string, write: (place: string) => void): void => {
    const place = join(folder, file);
    write(place);
    changed.add(place);
  };
  const ask: Ask = (chosen) => {
    const request = { ...chosen, changed: [...changed] };
    changed.clear();
    return server.ask(request);
  };
  return {
    write: (file, source) => change(file, (place) => writeFileSync(place, source)),
    restore: (file) => change(file, (place) => copyFileSync(join(root, file), place)),
    findFailure: (chosen) => findFailure(folder, chosen, ask),
    remove: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The tests of a guard, then its trials. */
export function chosenBy({ tests, trials }: Guard): readonly Chosen[] {
  const named = trials.map((name) => ({ path: "test/hostile/hostile.test.ts", name: ` ${name}: ` }));
  return [...tests.map((path) => ({ path })), ...named];
}

async function findFailure(folder: string, chosen: readonly Chosen[], ask: Ask): Promise<string | undefined> {
  let isBuilt = false;
  for (const each of chosen) {
    if (each.name !== undefined && !isBuilt) {
      if (!builds(folder)) return "the command line cannot be bundled";
      isBuilt = true;
    }
    const failure = await ask(each);
    if (failure !== undefined) return `${each.path}: ${failure}`;
  }
  return undefined;
}

/** Some trials start the command as it is built. */
function builds(folder: string): boolean {
  try {
    execFileSync(process.execPath, ["src/cli/bundle.mjs"], { cwd: folder, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs tests and says what fails; what takes longer than fifteen minutes does. */
type Ask = (chosen: Chosen) => Promise<string | undefined>;

interface TestServer {
  readonly ask: (request: TestRequest) => Promise<string | undefined>;
  readonly stop: () => void;
}

/** A process that runs tests, started when it is asked first, and anew where it does not answer. */
function serverIn(folder: string): TestServer {
  let running: ChildProcess | undefined;
  const stop = (): void => {
    // Its workers are processes of its group.
    if (running?.pid !== undefined && running.exitCode === null) process.kill(-running.pid, "SIGKILL");
    running = undefined;
  };
  const ask = async (request: TestRequest): Promise<string | undefined> => {
    running ??= await startServer(folder);
    running.send(request);
    const verdict = await answerOf(running, 900_000);
    if (!isVerdict(verdict)) {
      stop();
      return "the tests do not end";
    }
    if (verdict.passed === 0 && verdict.failed.length === 0) throw new Error(`No test ran of ${request.path}`);
    return verdict.failed[0];
  };
  return { ask, stop };
}

async function startServer(folder: string): Promise<ChildProcess> {
  const server = fork(join(folder, "test/hostile/guards/test-server.ts"), {
    cwd: folder,
    execArgv: ["--import", "jiti/register"],
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  if ((await answerOf(server, 60_000)) !== "ready") throw new Error("The tests could not be started");
  return server;
}

function isVerdict(answer: unknown): answer is TestVerdict {
  return typeof answer === "object" && answer !== null && "passed" in answer && "failed" in answer;
}

/** The next message, or nothing where none comes in so many milliseconds. */
function answerOf(server: ChildProcess, patience: number): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(settle, patience, undefined);
    function settle(answer: unknown): void {
      clearTimeout(timer);
      server.off("message", settle).off("exit", settleWithout);
      resolve(answer);
    }
    function settleWithout(): void {
      settle(undefined);
    }
    server.once("message", settle).once("exit", settleWithout);
  });
}
