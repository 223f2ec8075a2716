import { chmodSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/exit-code.js";
import { GitError, type GitPlace, runGit, tryGit } from "../../../src/cli/git/git.js";
import { project } from "../project.js";

/** A place where git is a shell script. */
function placeWith(script: string): GitPlace {
  const { at, write } = project({ "bin/git": `#!/bin/sh\n${script}\n` });
  chmodSync(at("bin/git"), 0o755);
  write("cwd/.keep", "");
  return { folder: at("cwd"), env: { PATH: at("bin") } };
}

describe("a run of git", () => {
  it("gives what git says", () => {
    const place = placeWith("echo said");
    expect(tryGit(place, [])).toEqual({ kind: "done", stdout: Buffer.from("said\n") });
    expect(runGit(place, []).toString()).toBe("said\n");
  });

  it("gives the first line of why git fails", () => {
    const place = placeWith("echo said; echo 'fatal: no such thing' >&2; echo 'fatal: more' >&2; exit 128");
    expect(tryGit(place, ["look"])).toEqual({ kind: "failed", reason: "no such thing" });
    expect(() => runGit(place, ["look"])).toThrow(new GitError("git look: no such thing"));
  });

  it.each([
    ["error: no such thing", "no such thing"],
    ["no such thing", "no such thing"],
    ["not fatal: at all", "not fatal: at all"],
    ["", "it said nothing of why"],
    ["fatal: ", "it said nothing of why"],
  ])("tells %j as %j", (said, reason) => {
    expect(tryGit(placeWith(`echo '${said}' >&2; exit 1`), [])).toEqual({ kind: "failed", reason });
  });

  it("fails where git is killed", () => {
    expect(tryGit(placeWith("kill -9 $$"), [])).toEqual({ kind: "failed", reason: "it said nothing of why" });
  });

  it("fails by git's own words where git ends before it has read all", () => {
    const place = placeWith("echo 'fatal: enough' >&2; exit 1");
    expect(tryGit(place, [], "x".repeat(10_000_000))).toEqual({ kind: "failed", reason: "enough" });
  });

  it("is refused where there is no git", () => {
    const place = { ...placeWith(""), env: { PATH: "/nowhere" } };
    expect(() => tryGit(place, [])).toThrow(UsageError);
    expect(() => tryGit(place, [])).toThrow(/^Cannot start git: .*ENOENT/);
  });

  it("takes paths as they are, in one language, whatever the variables say", () => {
    const others = { GIT_GLOB_PATHSPECS: "1", GIT_NOGLOB_PATHSPECS: "1", GIT_ICASE_PATHSPECS: "1", LC_ALL: "de_DE" };
    const { env, folder } = placeWith(
      'echo "$1 $2 $3|$GIT_GLOB_PATHSPECS$GIT_NOGLOB_PATHSPECS$GIT_ICASE_PATHSPECS|$LC_ALL"',
    );
    expect(runGit({ folder, env: { ...env, ...others } }, ["look"]).toString()).toBe(
      "-c safe.bareRepository=explicit --literal-pathspecs||C\n",
    );
  });
});
