import type { OnProgress } from "../compile.js";
import type { Environment, TextStream } from "./environment.js";

interface Progress {
  readonly show: OnProgress;
  readonly clear: () => void;
}

/** How long a run lasts before the line appears, and how often it is drawn. */
const delays = { first: 300, next: 80 };

const width = 24;

/** Does a work with a line that shows how far it is: on a terminal that a person looks at, else without. */
export async function withProgress<Value>(
  { stderr, env }: Environment,
  quiet: boolean,
  work: (show: OnProgress) => Promise<Value>,
): Promise<Value> {
  if (!stderr.isTTY || quiet || env["CI"] || env["TERM"] === "dumb") return await work(() => undefined);
  const progress = progressOn(stderr);
  try {
    return await work(progress.show);
  } finally {
    progress.clear();
  }
}

function progressOn(stream: TextStream): Progress {
  let due = performance.now() + delays.first;
  let shown = false;
  return {
    show: (done, total, stage) => {
      if (performance.now() < due) return;
      due = performance.now() + delays.next;
      shown = true;
      stream.write(`\r\u001b[K${lineOf(done, total, stage).slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}

function lineOf(done: number, total: number, stage: string): string {
  const filled = total > 0 ? Math.round((Math.min(done, total) / total) * width) : 0;
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${stage} ${done}/${total}`;
}
