import { rmSync, utimesSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gitActivityAround } from "../../../src/cli/watch/git-activity.js";
import { project } from "../project.js";

describe("the activity of git", () => {
  it("is that of the repository around a folder, whether the folder is there or not", () => {
    const { at, write } = project();
    const isBusy = gitActivityAround(at("deep/docs"));
    expect(isBusy()).toBe(false);
    write(".git/index.lock", "");
    expect(isBusy()).toBe(true);
    rmSync(at(".git/index.lock"));
    expect(isBusy()).toBe(false);
  });

  it("is not a lock that a killed git left", () => {
    const { at, write } = project({ ".git/index.lock": "" });
    age(at(".git/index.lock"), 61);
    expect(gitActivityAround(at("docs"))()).toBe(false);
    write(".git/index.lock", "again");
    expect(gitActivityAround(at("docs"))()).toBe(true);
  });

  it.each(["rebase-merge", "rebase-apply", "sequencer"])(
    "goes on between the commits of %s, until it waits",
    (name) => {
      const { at } = project({ [`.git/${name}/step`]: "" });
      const isBusy = gitActivityAround(at("docs"));
      expect(isBusy()).toBe(true);
      age(at(`.git/${name}`), 3);
      expect(isBusy()).toBe(false);
    },
  );

  it("is that of the worktree where `.git` is a file", () => {
    const { at, write } = project({ "tree/.git": "gitdir: ../.git/worktrees/tree\n", ".git/index.lock": "" });
    const isBusy = gitActivityAround(at("tree/docs"));
    expect(isBusy()).toBe(false);
    write(".git/worktrees/tree/index.lock", "");
    expect(isBusy()).toBe(true);
  });
});

function age(file: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(file, time, time);
}
