import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { repository, temporaryFolder } from "../staged/temporary-repository.js";
import { initRepository, type TestRepository } from "../staged/test-repository.js";
import { init, sdk } from "./person.js";

const command = "npx --no-install modelmark generate --staged";

describe("where init writes", () => {
  it.each([
    ["a folder", ".husky", "out of the repository: a symbolic link leads there"],
    ["a file", ".husky/pre-commit", "Unexpected symbolic link"],
  ])("is never behind a link in place of %s", async (_what, link, words) => {
    const elsewhere = temporaryFolder();
    const { root, at, status } = repository(sdk);
    mkdirSync(path.dirname(at(link)), { recursive: true });
    mkdirSync(path.join(elsewhere, "target"));
    const target = link === ".husky" ? path.join(elsewhere, "target") : path.join(elsewhere, "script");
    symlinkSync(target, at(link));
    const before = status();
    const { code, stderr } = await init(["--yes", "--hook", "husky"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(existsSync(path.join(elsewhere, "script"))).toBe(false);
    expect(status()).toEqual(before);
  });

  it("is the folder of the hooks of a linked working tree and of a submodule", async () => {
    const folder = temporaryFolder();
    const main = initRepository(path.join(folder, "main"), sdk);
    main.git("add", ".");
    main.git("commit", "-qm", "first");
    main.git("worktree", "add", "-q", "../tree");
    expect((await init(["--yes"], { cwd: path.join(folder, "tree") })).code).toBe(0);
    expect(hookOf(main)).toContain(command);
    const outer = initRepository(path.join(folder, "outer"));
    outer.git("submodule", "--quiet", "add", main.root, "inner");
    expect((await init(["--yes"], { cwd: path.join(folder, "outer/inner") })).code).toBe(0);
    expect(readFileSync(path.join(folder, "outer/.git/modules/inner/hooks/pre-commit"), "utf8")).toContain(command);
  });

  it("is no folder of hooks that all repositories share", async () => {
    const elsewhere = temporaryFolder();
    const { root, git } = repository(sdk);
    git("config", "core.hooksPath", elsewhere);
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain("core.hooksPath leads out of the repository");
    expect(existsSync(path.join(elsewhere, "pre-commit"))).toBe(false);
  });
});

describe("git's hook", () => {
  it("is not put among those that husky writes", async () => {
    const { root, git, has } = repository({ ...sdk, ".husky/_/h": "" });
    git("config", "core.hooksPath", ".husky/_");
    expect((await init(["--yes", "--hook", "git"], { cwd: root })).stderr).toContain("take `--hook husky`");
    expect(has(".husky/_/pre-commit")).toBe(false);
  });

  it("is run behind what a hook has already, and only where that went well", async () => {
    const { root, git, write, read, at } = repository(sdk);
    git("config", "core.hooksPath", ".githooks");
    write(".githooks/pre-commit", "#!/bin/sh\nnpm test");
    chmodSync(at(".githooks/pre-commit"), 0o755);
    await init(["--yes"], { cwd: root });
    expect(read(".githooks/pre-commit")).toBe(`#!/bin/sh\nnpm test\n[ $? -eq 0 ] || exit 1\n${command} || exit 1\n`);
  });

  it.each([
    ["#!/bin/sh\nexec npm test\n", 0o755, "it ends with `exec npm test`"],
    ["#!/usr/bin/env python3\nprint()\n", 0o755, "it is no shell script"],
    ["#!/bin/sh\nnpm test\n", 0o644, "git does not run it: it is not executable"],
  ])("leaves %j to the user", async (text, mode, words) => {
    const { root, write, read, at } = repository(sdk);
    write(".git/hooks/pre-commit", text);
    chmodSync(at(".git/hooks/pre-commit"), mode);
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain(words);
    expect(stderr).toContain(`           ${command}\n`);
    expect(read(".git/hooks/pre-commit")).toBe(text);
  });
});

function hookOf({ read }: TestRepository): string {
  return read(".git/hooks/pre-commit");
}
