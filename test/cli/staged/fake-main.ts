import { run } from "../../../src/cli/program.js";
import { lineFeedCompile } from "./line-feed-compile.js";

// Stands for the command line in hooks of tests: the pipeline takes seconds to load from its sources.
const { stdout, stderr, env } = process;
const cwd = process.cwd();
void run(process.argv.slice(2), { cwd, env, stdout, stderr, compile: lineFeedCompile, generator: "fake" }).then(
  (code) => {
    process.exitCode = code;
  },
);
