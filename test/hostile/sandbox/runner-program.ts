import { run } from "../../../src/cli/program.js";
import { compile } from "../../../src/compile.js";

// Runs one command line after another in one process, as its parent asks, since to start one takes longer than a run.
process.on("message", (request: { readonly argv: readonly string[]; readonly cwd: string }) => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const environment = {
    cwd: request.cwd,
    env: process.env,
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    patience: 1000,
    compile,
    generator: "trial",
  };
  void run(request.argv, environment).then((code) => {
    process.send?.({ code, stdout: stdout.join(""), stderr: stderr.join("") });
  });
});
