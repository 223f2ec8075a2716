import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import os from "node:os";
import { describe, expect, it } from "vitest";
import { OutputError } from "../../../src/cli/exit-code.js";
import { type IndexEntry, isFileEntry, listEntries } from "../../../src/cli/git/index-entries.js";
import type { Repository } from "../../../src/cli/git/repository.js";
import { project } from "../project.js";
import { repository } from "../staged/temporary-repository.js";
import { gitEnv, type TestRepository } from "../staged/test-repository.js";

function around({ root, at }: TestRepository): Repository {
  return { folder: root, gitFolder: at(".git"), index: at(".git/index"), env: gitEnv };
}

function pathsOf(entries: readonly IndexEntry[]): readonly string[] {
  return entries.map(({ path }) => path);
}

/** Leaves a file as a merge does that both sides have changed. */
function conflict({ root }: TestRepository, file: string): void {
  const git = (args: readonly string[], input: string): string =>
    execFileSync("git", args, { cwd: root, env: gitEnv, input, encoding: "utf8" });
  const ids = ["1", "2", "3"].map((text) => git(["hash-object", "-w", "--stdin"], text).trim());
  const lines = ids.map((id, at) => `100644 ${id} ${at + 1}\t${file}\n`);
  git(["update-index", "--index-info"], lines.join(""));
}

describe("what is staged", () => {
  it("is listed with its mode and the name of its blob, at and below the paths that are asked for", () => {
    const made = repository({ "docs/a.md": "a", "docs/b/run.md": "b", "other/c.md": "c", d: "d" });
    chmodSync(made.at("docs/b/run.md"), 0o755);
    symlinkSync("a.md", made.at("docs/link.md"));
    made.git("add", ".");
    const entries = listEntries(around(made), ["docs", "d"]);
    expect(entries.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      "100644 d",
      "100644 docs/a.md",
      "100755 docs/b/run.md",
      "120000 docs/link.md",
    ]);
    expect(entries[0]?.id).toBe(made.git("rev-parse", ":0:d").trim());
    expect(entries.map(isFileEntry)).toEqual([true, true, true, false]);
  });

  it("has the flags that say how git is to take its working copy", () => {
    const made = repository({ a: "a", b: "b", c: "c", d: "d" });
    made.git("add", ".");
    made.git("update-index", "--skip-worktree", "b", "d");
    made.git("update-index", "--assume-unchanged", "c", "d");
    const flags = listEntries(around(made), ["."]).map(({ flag }) => flag);
    expect(flags).toEqual([undefined, "skip-worktree", "assume-unchanged", "skip-worktree"]);
  });

  it("does not hold what is only intended to be added, whatever its flags are", () => {
    const made = repository({ a: "a", empty: "", intended: "c", marked: "d", skipped: "" });
    made.git("add", "a", "empty", "skipped");
    made.git("update-index", "--skip-worktree", "--assume-unchanged", "skipped");
    made.git("add", "--intent-to-add", "intended", "marked");
    made.git("update-index", "--assume-unchanged", "marked");
    expect(pathsOf(listEntries(around(made), ["."]))).toEqual(["a", "empty", "skipped"]);
  });

  it("is refused where a merge left conflicts, whose number is told", () => {
    const made = repository({ a: "a" });
    made.git("add", ".");
    conflict(made, "docs/b");
    expect(() => listEntries(around(made), ["docs"])).toThrow(OutputError);
    expect(() => listEntries(around(made), ["docs"])).toThrow(
      "Unexpected merge conflict of `docs/b`, expected files that are resolved",
    );
    expect(pathsOf(listEntries(around(made), ["a"]))).toEqual(["a"]);
    conflict(made, "docs/c");
    conflict(made, "docs/d");
    expect(() => listEntries(around(made), ["."])).toThrow(
      "Unexpected merge conflict of `docs/b` and 2 more, expected",
    );
  });

  it("is all taken where git has come to list more meanwhile, and no flag can be told to be whose", () => {
    const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
    const flags = "  size: 0\\tflags: 20004000\\n  size: 0\\tflags: 0\\n";
    const listed = `H 100644 ${empty} 0\\tb\\0`;
    const { at } = project({
      "bin/git": `#!/bin/sh\ncase "$*" in *--debug*) printf '${flags}' ;; *) printf '${listed}' ;; esac\n`,
    });
    chmodSync(at("bin/git"), 0o755);
    const place = { folder: os.tmpdir(), gitFolder: at(".git"), index: at(".git/index"), env: { PATH: at("bin") } };
    expect(pathsOf(listEntries(place, ["."]))).toEqual(["b"]);
  });
});
