#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import type { Environment } from "./environment.js";
import { run } from "./program.js";
import { codeOf } from "./system-error.js";

// Node 20's V8 compiles a function for speed once it has run through so many bytes of its code. A run is over in a second or two:
// six times as many as by default save a quarter of its time, since fewer functions are compiled that are hardly used
// again. Later ones wait by themselves, and do not know the flag.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString("--interrupt-budget=400000");

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
