import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A process of Node that is measured whole. */
export interface Run {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Brings about what the process starts from; not timed. */
  readonly before?: () => void;
  /** Throws where the process did not do what it is measured for; not timed. */
  readonly after?: () => void;
}

/** What one process took. */
export interface Sample {
  /** From its start to its end. */
  readonly milliseconds: number;
  /** The most memory (resident set, 1,048,576 bytes each) that it or a process of its own held, where that was watched. */
  readonly megabytes?: number;
}

/** How memory is watched. */
export interface Watch {
  /** The module that writes down the peak when a process ends. */
  readonly program: string;
  /** Where files may lie. */
  readonly folder: string;
}

const timeout = 15 * 60_000;

/** Runs a process to its end; throws an `Error` with what it complained of where it fails. */
export function sampleOf(run: Run, watch?: Watch): Sample {
  run.before?.();
  const peaks = watch && join(watch.folder, "peaks");
  const env = { ...process.env, ...run.env, ...(watch && peaks ? watching(watch.program, peaks) : {}) };
  const start = performance.now();
  const child = spawnSync(process.execPath, run.args, {
    cwd: run.cwd,
    env,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout,
  });
  const milliseconds = performance.now() - start;
  if (child.status !== 0) throw new Error(complaint(child.stderr ?? "", child.status, child.error));
  run.after?.();
  return { milliseconds, ...(peaks && existsSync(peaks) ? { megabytes: takePeak(peaks) } : {}) };
}

/** The environment in which every process of Node writes down its peak. */
function watching(program: string, peaks: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${pathToFileURL(program).href}`, MODELMARK_BENCH_PEAKS: peaks };
}

function takePeak(peaks: string): number {
  const kibibytes = readFileSync(peaks, "utf8").trim().split("\n").map(Number);
  rmSync(peaks);
  return Math.max(...kibibytes) / 1024;
}

function complaint(stderr: string, status: number | null, error: Error | undefined): string {
  const last = stderr.trim().split("\n").slice(-3).join(" / ").slice(0, 300);
  return error ? error.message : `exit code ${status}: ${last}`;
}
