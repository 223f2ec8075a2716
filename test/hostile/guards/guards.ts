/** A module that guards outputs, files or logs, and the tests that must notice where it does not. */
export interface Guard {
  readonly file: string;
  /** The quickest first: the first that fails ends the run. */
  readonly tests: readonly string[];
}

const emitTests = ["test/emit", "test/compile.test.ts", "test/properties/hostile-text.test.ts", "test/hostile/outputs"];
const trials = ["test/hostile/hostile.test.ts"];

/** Every such module of emit, link and the command line. */
export const guards: readonly Guard[] = [
  { file: "src/emit/code.ts", tests: [...emitTests, ...trials] },
  { file: "src/emit/doc-character.ts", tests: [...emitTests, ...trials] },
  { file: "src/emit/doc-text.ts", tests: [...emitTests, ...trials] },
  { file: "src/emit/doc-comment.ts", tests: [...emitTests, ...trials] },
  { file: "src/emit/verify.ts", tests: ["test/emit", "test/hostile/outputs", ...trials] },
  { file: "src/link/link-path.ts", tests: ["test/link", "test/compile.test.ts", ...trials] },
  { file: "src/link/safe-name.ts", tests: ["test/link", ...trials] },
  {
    file: "src/model/path.ts",
    tests: ["test/link", "test/compile.test.ts", "test/cli/output-folder.test.ts", ...trials],
  },
  { file: "src/cli/disk.ts", tests: ["test/cli/output-folder.test.ts", "test/cli/plan.test.ts", ...trials] },
  { file: "src/cli/regular-file.ts", tests: ["test/cli/pages.test.ts", ...trials] },
  { file: "src/cli/printable.ts", tests: ["test/cli/reporters.test.ts", ...trials] },
];
