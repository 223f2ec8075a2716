import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Environment } from "../../../src/cli/environment.js";
import { UsageError } from "../../../src/cli/exit-code.js";
import { belongsTo, keptIndex, type Repository, repositoryAround, withIndex } from "../../../src/cli/git/repository.js";
import { withFaults } from "../faulty-disk.js";
import { repository, temporaryFolder } from "../staged/temporary-repository.js";
import { gitEnv, initRepository } from "../staged/test-repository.js";

/** What git says to programs that it starts, of the repository and for all of its runs. */
const settings = { GIT_CONFIG_PARAMETERS: "'a.b'='c'" };

function around(folder: string, cwd: string, env: Environment["env"] = {}): Repository {
  const stream = { write: () => undefined };
  return repositoryAround(folder, { cwd, env: { ...gitEnv, ...env }, stdout: stream, stderr: stream });
}

describe("the repository around a folder", () => {
  it("is that of the nearest folder upwards, with its own index", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const found = { folder: root, gitFolder: at(".git"), index: at(".git/index"), env: gitEnv };
    expect(around(at("docs"), root)).toEqual(found);
    expect(around(at("docs/gone/far"), at("docs"))).toEqual(found);
  });

  it("is found through links", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const elsewhere = temporaryFolder();
    symlinkSync(root, path.join(elsewhere, "link"));
    expect(around(path.join(elsewhere, "link/docs"), elsewhere)).toMatchObject({ folder: root, gitFolder: at(".git") });
  });

  it("is found where names of folders hold line breaks", () => {
    const { root } = initRepository(path.join(temporaryFolder(), "a\nb"));
    expect(around(root, root)).toMatchObject({ folder: root, gitFolder: path.join(root, ".git") });
  });

  it("has the index and the settings that the environment names, in it and where GIT_DIR names it", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const env = { GIT_INDEX_FILE: "other", GIT_PREFIX: "docs/", ...settings };
    const own = { folder: root, gitFolder: at(".git"), index: at("other") };
    const ownEnv = { ...gitEnv, ...settings, GIT_INDEX_FILE: at("other") };
    expect(around(root, at("docs"), env)).toEqual({ ...own, env: ownEnv });
    expect(around(root, root, { ...env, GIT_DIR: ".git" })).toEqual({ ...own, env: ownEnv });
    expect(around(root, temporaryFolder(), { ...env, GIT_DIR: at(".git") })).toEqual({ ...own, env: ownEnv });
  });

  it("has nothing of what the environment says of another", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const other = repository({ "docs/a.md": "" });
    const env = { GIT_INDEX_FILE: other.at(".git/next"), GIT_CONFIG_COUNT: "0", ...settings };
    const { GIT_CONFIG_COUNT: _count, ...ownEnv } = gitEnv;
    const found = { folder: root, gitFolder: at(".git"), index: at(".git/index"), env: ownEnv };
    expect(around(root, other.root, env)).toEqual(found);
    expect(around(root, other.root, { ...env, GIT_DIR: other.at(".git") })).toEqual(found);
    expect(around(root, root, { ...env, GIT_DIR: "/nowhere" })).toEqual(found);
  });

  it("may have its git folder elsewhere, which GIT_DIR names", () => {
    const tree = temporaryFolder();
    const { at } = repository();
    mkdirSync(path.join(tree, "docs"));
    const env = { GIT_DIR: at(".git"), GIT_WORK_TREE: tree, GIT_PREFIX: "docs/", ...settings };
    const placed = { ...gitEnv, ...env, GIT_PREFIX: undefined };
    const docs = path.join(tree, "docs");
    const found = { folder: tree, gitFolder: at(".git"), index: at(".git/index"), env: placed };
    expect(around(docs, tree, env)).toEqual(found);
    expect(around(docs, tree, { ...env, GIT_INDEX_FILE: "next" })).toEqual({
      ...found,
      index: path.join(tree, "next"),
      env: { ...placed, GIT_INDEX_FILE: path.join(tree, "next") },
    });
  });

  it("must be there", () => {
    const folder = temporaryFolder();
    expect(() => around(folder, folder)).toThrow(UsageError);
    expect(() => around(folder, folder)).toThrow("finds no repository with a working tree: not a git repository");
    const { at } = repository();
    expect(() => around(folder, folder, { GIT_DIR: "/nowhere" })).toThrow(UsageError);
    expect(() => around(folder, at("."), { GIT_DIR: at(".git") })).toThrow(UsageError);
  });
});

describe("a folder", () => {
  it("belongs to the repository that it is in, be it there or not", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const found = around(root, root);
    for (const folder of [root, at("docs"), at("docs/gone/far")]) expect(belongsTo(found, folder)).toBe(true);
    for (const folder of [path.dirname(root), temporaryFolder(), `${root}-too`])
      expect(belongsTo(found, folder)).toBe(false);
  });

  it("does not belong to one that holds another that it is in", () => {
    const { root, at } = repository({ "docs/a.md": "" });
    initRepository(at("inner"), { "docs/a.md": "" });
    expect(belongsTo(around(root, root), at("inner/docs"))).toBe(false);
    expect(belongsTo(around(at("inner"), root), at("inner/docs"))).toBe(true);
    expect(belongsTo(around(at("inner"), root), at("docs"))).toBe(false);
  });

  it("belongs to a working tree without a git folder, be it in another repository or in none", () => {
    const { at } = repository({ "tree/docs/a.md": "" });
    const tree = { gitFolder: "/nowhere", index: "/nowhere/index", env: {} };
    expect(belongsTo({ folder: at("tree"), ...tree }, at("tree/docs"))).toBe(true);
    expect(belongsTo({ folder: at("tree"), ...tree }, at("."))).toBe(false);
    const folder = temporaryFolder();
    expect(belongsTo({ folder, ...tree }, path.join(folder, "docs"))).toBe(true);
  });

  it("belongs to none where the system lets nothing be looked at", async () => {
    const { root, at } = repository({ "docs/a.md": "" });
    const found = around(root, root);
    await withFaults(
      "/",
      ({ name }) => (name === "realpathSync" ? "EACCES" : undefined),
      async () => {
        expect(belongsTo(found, at("docs"))).toBe(false);
      },
    );
  });
});

describe("the index that git keeps after a commit", () => {
  function keptOf(index: string, locks: readonly string[]): string | undefined {
    const gitFolder = temporaryFolder();
    for (const lock of locks) writeFileSync(path.join(gitFolder, lock), "");
    const found = { folder: "/nowhere", gitFolder, index: path.join(gitFolder, "index"), env: {} };
    const kept = keptIndex(withIndex(found, path.resolve(gitFolder, index)));
    expect(kept?.env["GIT_INDEX_FILE"]).toBe(kept?.index);
    return kept && path.relative(gitFolder, kept.index);
  }

  it("is in the lock file where some paths alone are committed", () => {
    expect(keptOf("next-index-12.lock", ["index.lock"])).toBe("index.lock");
  });

  it("is the one that is committed elsewhere", () => {
    expect(keptOf("next-index-12.lock", [])).toBeUndefined();
    for (const index of ["index", "index.lock", "next-index-.lock", "../next-index-12.lock", "a/next-index-12.lock"])
      expect(keptOf(index, ["index.lock"])).toBeUndefined();
  });
});
