#!/usr/bin/env node
import type { Environment } from "./environment.js";
import { run } from "./program.js";
import { codeOf } from "./system-error.js";

const interruption = new AbortController();
process.on("SIGINT", interrupt);

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    // The reader of a pipe may go before the end, as `head` does.
    if (codeOf(error) !== "EPIPE") throw error;
  });
}

const { stdout, stderr, env } = process;
const environment: Environment = {
  ...{ cwd: process.cwd(), env, stdout, stderr, signal: interruption.signal },
  // Few runs ask, and it takes a while to open.
  get stdin() {
    return process.stdin;
  },
};
void run(process.argv.slice(2), environment).then((code) => {
  process.exitCode = code;
});

/** Ends the run where it can be ended; a second signal ends the process at once. */
function interrupt(): void {
  interruption.abort();
  setImmediate(() => process.off("SIGINT", interrupt));
}
