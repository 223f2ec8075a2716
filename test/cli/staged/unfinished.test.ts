import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Repository } from "../../../src/cli/git/repository.js";
import { beginCopies, endCopies, unfinishedCopies } from "../../../src/cli/staged/unfinished.js";
import type { CopyChange } from "../../../src/cli/staged/working-copies.js";
import { banner } from "../fake-compile.js";
import { type Project, project } from "../project.js";

function repositoryOf({ at }: Project): Repository {
  return { folder: at("."), gitFolder: at(".git"), index: at(".git/index"), env: {} };
}

/** What is unfinished of outputs in `generated`, by a note with the text. */
function noted(made: Project, text: string, out = "generated/"): readonly CopyChange[] {
  made.write(".git/modelmark/unfinished.json", text);
  return unfinishedCopies(repositoryOf(made), out, (file) => `now of ${file}`);
}

function pathsNoted(made: Project, paths: readonly string[]): readonly string[] {
  const note = JSON.stringify(Object.fromEntries(paths.map((file) => [file, ["1"]])));
  return noted(made, note).map((change) => change.path);
}

describe("the working copies that a run is about to write", () => {
  it("are kept with the blobs that they may hold, until they are written", () => {
    const made = project();
    const repository = repositoryOf(made);
    const idNow = () => "3";
    expect(unfinishedCopies(repository, "generated/", idNow)).toEqual([]);
    beginCopies(repository, [
      { path: "generated/a.ts", id: "2", former: ["1", undefined] },
      { path: "generated/b.ts", id: undefined, former: ["1"] },
    ]);
    expect(unfinishedCopies(repository, "generated/", idNow)).toEqual([
      { path: "generated/a.ts", id: "3", former: ["2", "1", undefined] },
      { path: "generated/b.ts", id: "3", former: [undefined, "1"] },
    ]);
    endCopies(repository);
    expect(unfinishedCopies(repository, "generated/", idNow)).toEqual([]);
    endCopies(repository);
  });

  it("are none of a note that is damaged, or no record", () => {
    const made = project();
    for (const text of ["{", "null", "1", '"ab"', "[]", '["a"]']) expect(noted(made, text)).toEqual([]);
  });

  it("are those alone whose blobs are a list of names", () => {
    const made = project();
    const note = { a: "1", b: 1, c: null, d: [1], e: [["1"]], f: ["1", null], g: ["1", 2], h: [null], i: ["1"] };
    const paths = noted(made, JSON.stringify(note), "").map((change) => change.path);
    expect(paths).toEqual(["f", "h", "i"]);
  });

  it("are those alone that stay below the output folder", () => {
    const made = project();
    const paths = ["generated/a/b.ts", "elsewhere/a.ts", "generated/../a.ts", "generated//a.ts", "generated/", "a"];
    expect(pathsNoted(made, paths)).toEqual(["generated/a/b.ts"]);
  });

  it("are those alone that are outputs, or not there, and the manifest", () => {
    const made = project({
      "generated/ours.ts": `${banner}a\n`,
      "generated/theirs.ts": "a\n",
      "generated/manifest.json": "{}",
    });
    mkdirSync(made.at("generated/folder.ts"));
    const paths = ["ours.ts", "theirs.ts", "folder.ts", "gone.ts", "manifest.json"].map((name) => `generated/${name}`);
    expect(pathsNoted(made, paths)).toEqual(["generated/ours.ts", "generated/gone.ts", "generated/manifest.json"]);
  });
});
