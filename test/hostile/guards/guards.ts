/** A module that guards outputs, files or logs, and what must notice where it does not. */
export interface Guard {
  readonly file: string;
  /** The quickest first: the first that fails ends the run. */
  readonly tests: readonly string[];
  /** Names of trials, which run where all tests pass. */
  readonly trials: readonly string[];
  /** Removals that take no guard away, each with its reason. */
  readonly spare?: readonly Spare[];
}

/** Removals after which every output, file and log is as before. */
export interface Spare {
  /** A part of the words of each. */
  readonly told: string;
  readonly because: string;
}

const emitTests = [
  "test/emit/hidden-text.test.ts",
  "test/emit/doc-comment.test.ts",
  "test/emit/doc-property.test.ts",
  "test/compile.test.ts",
  "test/hostile/outputs",
  "test/properties/hostile-text.test.ts",
];
const lineTests = ["test/emit/doc-lines.test.ts", ...emitTests.slice(1)];
const outputTests = ["test/cli/output-folder.test.ts", "test/cli/plan.test.ts", "test/cli/generate.test.ts"];
const stagedTests = ["test/cli/staged/staged.test.ts", "test/cli/staged/index-content.test.ts", "test/cli/staged"];

/** Such modules of emit, link, the command line and what they read by. */
export const guards: readonly Guard[] = [
  {
    file: "src/emit/code.ts",
    tests: emitTests,
    trials: ["injection"],
    spare: [
      {
        told: "/^[ !#-[\\]-~]*$/",
        because: "ordinary text is told from other text to spare time, and the other way writes it alike",
      },
    ],
  },
  {
    file: "src/emit/doc-character.ts",
    tests: emitTests,
    trials: ["injection"],
    spare: [
      { told: "ordinaryText.test(text) → false", because: "spares time: ordinary text has nothing to escape" },
      { told: "/^[ -[\\]-~]*$/", because: "spares time: ordinary text has nothing to escape" },
    ],
  },
  {
    file: "src/emit/doc-text.ts",
    tests: ["test/emit/doc-directives.test.ts", ...emitTests.slice(1), "test/emit/doc-corpus.test.ts"],
    trials: ["injection"],
    spare: [
      { told: "i.test(prose) → false", because: "spares time: such a text has nothing to escape" },
      { told: "i.test(code) → false", because: "spares time: such a text has nothing to escape" },
      { told: 'escaped.includes("```") ?', because: "spares time: a line without backticks is left as it is" },
    ],
  },
  { file: "src/emit/doc-comment.ts", tests: emitTests.slice(1), trials: ["injection"] },
  { file: "src/emit/doc-fence.ts", tests: lineTests, trials: ["injection"] },
  {
    file: "src/emit/doc-line.ts",
    tests: lineTests,
    trials: ["injection"],
    spare: [
      { told: "!/<br/i.test(line) → false", because: "spares time: such a line has no break" },
      { told: "→ (/\\r?\\n/)", because: "spares time: a text without CR is split alike" },
    ],
  },
  { file: "src/emit/doc-span.ts", tests: lineTests, trials: ["injection"] },
  {
    file: "src/emit/verify.ts",
    tests: ["test/emit/verify.test.ts", "test/hostile/outputs"],
    trials: ["injection"],
    spare: [
      { told: "→ (describe(statement))", because: "narrows a type: there are as many statements as predicted" },
      {
        told: "hasParseErrors(file) ? file.parseDiagnostics : [] → (file",
        because: "narrows a type: each file has them",
      },
      { told: '"parseDiagnostics" in file && Array', because: "narrows a type: each file has a list of them" },
      { told: "→ (name.text)", because: "narrows a type: a pattern has no text, and so differs as `?` does" },
      { told: "!ts.canHaveModifiers(statement) → false", because: "narrows a type: what can have none has none" },
    ],
  },
  {
    file: "src/model/type-name.ts",
    tests: ["test/model/type-name.test.ts", "test/link", "test/compile.test.ts"],
    trials: ["injection"],
  },
  {
    file: "src/model/path.ts",
    tests: ["test/model/path.test.ts", "test/link", ...outputTests],
    trials: ["file-names", "file-system"],
  },
  {
    file: "src/link/link-path.ts",
    tests: ["test/link/link-path.test.ts", "test/link", "test/compile.test.ts"],
    trials: ["file-names"],
  },
  { file: "src/link/safe-name.ts", tests: ["test/link/safe-name.test.ts", "test/link"], trials: ["file-names"] },
  { file: "src/diagnostics/limits.ts", tests: ["test/diagnostics/limits.test.ts"], trials: ["limits"] },
  { file: "src/markdown/read-source.ts", tests: ["test/markdown/read-source.test.ts"], trials: ["limits"] },
  {
    file: "src/markdown/yaml-nesting.ts",
    tests: ["test/markdown/yaml-nesting.test.ts"],
    trials: ["slow-pages"],
    spare: [
      { told: "→ (CST.tokenType(token))", because: "no text of a scalar is spelled like a mark that nests" },
      {
        told: '=== "scalar" → (type === "doc-mode" || type === "flow-error-end")',
        because: "the mark before a scalar begins the block that its text begins",
      },
      { told: 'type === "flow-error-end" → (type === "doc-mode")', because: "a mark without text nests nothing" },
    ],
  },
  { file: "src/markdown/heavy-line.ts", tests: ["test/markdown/heavy-line.test.ts"], trials: ["slow-pages"] },
  { file: "src/notation/type-size.ts", tests: ["test/notation/type-size.test.ts"], trials: ["limits"] },
  {
    file: "src/cli/disk.ts",
    tests: ["test/cli/disk.test.ts", ...outputTests],
    trials: ["file-system", "tampered-state"],
  },
  {
    file: "src/cli/regular-file.ts",
    tests: ["test/cli/disk.test.ts", "test/cli/pages.test.ts"],
    trials: ["file-system"],
  },
  {
    file: "src/cli/pages.ts",
    spare: [
      {
        told: '→ (relative !== ".." && ',
        because: "Windows has more than one root",
      },
    ],
    tests: ["test/cli/pages.test.ts", "test/cli/list-files.test.ts"],
    trials: ["file-system"],
  },
  {
    file: "src/cli/list-files.ts",
    tests: ["test/cli/list-files.test.ts", "test/cli/pages.test.ts"],
    trials: ["file-system"],
  },
  {
    file: "src/cli/manifest.ts",
    tests: ["test/cli/manifest-text.test.ts", "test/cli/manifest.test.ts", ...outputTests],
    trials: ["tampered-state"],
  },
  {
    file: "src/cli/plan.ts",
    tests: ["test/cli/plan-kinds.test.ts", "test/cli/plan.test.ts", "test/cli/journal.test.ts", ...outputTests],
    trials: ["tampered-state", "file-system"],
  },
  {
    file: "src/cli/leftovers.ts",
    tests: ["test/cli/leftovers.test.ts", "test/cli/generate.test.ts", "test/cli/journal.test.ts"],
    trials: ["tampered-state"],
    spare: [
      { told: "others.length === 0 → false", because: "spares time: among no files there is nothing to find" },
      { told: '=== manifestPath) → (folder !== "")', because: "spares time: a manifest that is not there is none" },
    ],
  },
  {
    file: "src/cli/commit.ts",
    spare: [
      {
        told: "now.uid === before.uid && now.gid === before.gid → false",
        because: "spares a call: to give a file to its owner changes nothing",
      },
    ],
    tests: ["test/cli/commit.test.ts", "test/cli/journal.test.ts", "test/cli/faults.test.ts"],
    trials: ["kills", "full-disk", "closed-folders"],
  },
  {
    file: "src/cli/write.ts",
    tests: ["test/cli/commit.test.ts", "test/cli/journal.test.ts", "test/cli/faults.test.ts"],
    trials: ["kills"],
  },
  {
    file: "src/cli/runs.ts",
    tests: ["test/cli/runs.test.ts", "test/cli/turn.test.ts", "test/cli/faults.test.ts"],
    trials: ["runs-at-once", "kills"],
  },
  {
    file: "src/cli/printable.ts",
    tests: ["test/cli/printable.test.ts", "test/cli/reporters/reporters.test.ts"],
    trials: ["terminal"],
  },
  {
    file: "src/cli/config-file.ts",
    tests: ["test/cli/load-config.test.ts", "test/cli/config-file.test.ts", "test/cli/config.test.ts"],
    trials: ["config"],
  },
  {
    file: "src/cli/overrides-file.ts",
    tests: ["test/cli/overrides.test.ts", "test/cli/staged/staged-overrides.test.ts"],
    trials: ["file-system"],
  },
  {
    file: "src/cli/cache/cached-file.ts",
    tests: ["test/cli/cached-file.test.ts", "test/cli/cache.test.ts"],
    trials: ["tampered-state", "file-system"],
  },
  {
    file: "src/cli/cache/cache-folder.ts",
    tests: ["test/cli/cached-file.test.ts", "test/cli/cache.test.ts"],
    trials: ["tampered-state", "file-system"],
  },
  {
    file: "src/cli/cache/cache.ts",
    tests: ["test/cli/cached-file.test.ts", "test/cli/cache.test.ts"],
    trials: ["tampered-state", "file-system"],
    spare: [
      {
        told: "→ (environment.generator)",
        because: "spares time: a run without a cache ends as one with it, but later",
      },
    ],
  },
  { file: "src/cli/git/git.ts", tests: ["test/cli/git/git.test.ts", ...stagedTests], trials: ["index-names"] },
  {
    file: "src/cli/git/repository.ts",
    tests: ["test/cli/git/repository.test.ts", ...stagedTests],
    trials: ["index-names"],
    spare: [
      {
        told: '→ ([one("--absolute-git-dir")',
        because: "spares time: asking twice gives the same names",
      },
    ],
  },
  {
    file: "src/cli/git/index-entries.ts",
    tests: ["test/cli/git/index-entries.test.ts", ...stagedTests],
    trials: ["index-names"],
    spare: [
      {
        told: "→ (withoutIntended(repository, entries, paths))",
        because: "spares time: an entry that is only intended is always empty",
      },
    ],
  },
  {
    file: "src/cli/staged/follow-link.ts",
    tests: ["test/cli/staged/follow-link.test.ts", ...stagedTests],
    trials: ["index-names"],
  },
  {
    file: "src/cli/staged/working-copies.ts",
    tests: ["test/cli/staged/working-copies.test.ts", ...stagedTests],
    trials: ["index-names"],
    spare: [
      {
        told: '→ (runGit(repository, ["hash-object"',
        because: "spares time: git says nothing of no files",
      },
    ],
  },
  {
    file: "src/cli/staged/staged-pages.ts",
    tests: ["test/cli/staged/staged-pages.test.ts", ...stagedTests],
    trials: ["index-names"],
  },
  {
    file: "src/cli/staged/staging.ts",
    tests: ["test/cli/staged/staging.test.ts", ...stagedTests],
    trials: ["index-names"],
    spare: [
      {
        told: "→ (stagingOf(settings, flags, environment, repository))",
        because: "spares time: the same folders are listed alike",
      },
    ],
  },
  {
    file: "src/cli/staged/staged-overrides.ts",
    tests: ["test/cli/staged/staged-overrides.test.ts"],
    trials: [],
  },
  {
    file: "src/cli/staged/unfinished.ts",
    tests: ["test/cli/staged/unfinished.test.ts", ...stagedTests],
    trials: ["index-names"],
  },
  { file: "src/cli/workflow-command.ts", tests: ["test/cli/reporters/github.test.ts"], trials: ["terminal"] },
];
