/** A module that guards outputs, files or logs, and what must notice where it does not. */
export interface Guard {
  readonly file: string;
  /** The quickest first: the first that fails ends the run. */
  readonly tests: readonly string[];
  /** Names of trials, which run where all tests pass. */
  readonly trials: readonly string[];
}

const emitTests = ["test/emit", "test/compile.test.ts", "test/properties/hostile-text.test.ts", "test/hostile/outputs"];

/** Such modules of emit, link and the command line. */
export const guards: readonly Guard[] = [
  { file: "src/emit/code.ts", tests: emitTests, trials: ["injection"] },
  { file: "src/emit/doc-character.ts", tests: emitTests, trials: ["injection"] },
  { file: "src/emit/doc-text.ts", tests: emitTests, trials: ["injection"] },
  { file: "src/emit/doc-comment.ts", tests: emitTests, trials: ["injection"] },
  { file: "src/emit/verify.ts", tests: ["test/emit", "test/hostile/outputs"], trials: ["injection"] },
  { file: "src/link/link-path.ts", tests: ["test/link", "test/compile.test.ts"], trials: ["file-names"] },
  { file: "src/link/safe-name.ts", tests: ["test/link"], trials: ["file-names"] },
  {
    file: "src/model/path.ts",
    tests: ["test/link", "test/cli/output-folder.test.ts"],
    trials: ["file-names", "file-system"],
  },
  {
    file: "src/cli/disk.ts",
    tests: ["test/cli/output-folder.test.ts", "test/cli/plan.test.ts"],
    trials: ["file-system"],
  },
  { file: "src/cli/regular-file.ts", tests: ["test/cli/pages.test.ts"], trials: ["file-system"] },
  { file: "src/cli/printable.ts", tests: ["test/cli/reporters/reporters.test.ts"], trials: ["terminal"] },
  { file: "src/cli/workflow-command.ts", tests: ["test/cli/reporters/github.test.ts"], trials: ["terminal"] },
];
