import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OutputError } from "../../../src/cli/exit-code.js";
import { type CopyChange, updateWorkingCopies } from "../../../src/cli/staged/working-copies.js";
import { type Call, type Fault, withFaults } from "../faulty-disk.js";
import { repository } from "./temporary-repository.js";
import { gitEnv, type TestRepository } from "./test-repository.js";

/** A repository where `out/a.ts` is staged with another text than its working copy has. */
interface Outdated extends TestRepository {
  /** The change that brings the copy along. */
  readonly change: CopyChange;
}

function outdated(file = "out/a.ts"): Outdated {
  const made = repository({ [file]: "old" });
  made.git("add", ".");
  const former = idOf(made, file);
  made.write(file, "new");
  made.git("add", ".");
  made.write(file, "old");
  return { ...made, change: { path: file, id: idOf(made, file), former: [former] } };
}

function idOf({ git }: TestRepository, file: string): string {
  return git("rev-parse", `:0:${file}`).trim();
}

function update({ root, at }: TestRepository, ...changes: readonly CopyChange[]): readonly string[] {
  const repository = { folder: root, gitFolder: at(".git"), index: at(".git/index"), env: gitEnv };
  return updateWorkingCopies(repository, "out/", changes);
}

async function updateWithFault(made: Outdated, change: CopyChange, fault: Fault): Promise<readonly Call[]> {
  return await withFaults(made.root, fault, async () => {
    expect(update(made, change)).toEqual([]);
  });
}

describe("a working copy that nobody has changed", () => {
  it("is made what the index holds, whichever former text it has", () => {
    const made = outdated();
    expect(update(made, { ...made.change, former: ["1", ...made.change.former] })).toEqual([]);
    expect(made.read("out/a.ts")).toBe("new");
    expect(made.git("diff", "--name-only")).toBe("");
  });

  it("is made where there was none, with its folders", () => {
    const made = outdated("out/b/c/a.ts");
    made.remove("out");
    expect(update(made, { ...made.change, former: [undefined] })).toEqual([]);
    expect(made.read("out/b/c/a.ts")).toBe("new");
  });

  it("is removed where the index holds none, with the folders that it leaves empty", () => {
    const made = outdated("out/b/c/a.ts");
    made.write("out/kept.ts", "");
    expect(update(made, { ...made.change, id: undefined })).toEqual([]);
    expect([made.has("out/b"), made.has("out/kept.ts")]).toEqual([false, true]);
  });

  it("is left where it is right already, be it that none is", () => {
    const made = outdated();
    made.write("out/a.ts", "new");
    expect(update(made, made.change, { path: "out/gone.ts", id: undefined, former: ["1"] })).toEqual([]);
    expect(made.read("out/a.ts")).toBe("new");
    made.write(".git/index.lock", "");
    expect(update(made, made.change)).toEqual([]);
  });

  it("may have any name", () => {
    const files = ['a"b', "a\\b", "a\\\nb", "a\nb", '"a"', "a b", "ünï"].map((name) => `out/${name}`);
    const made = repository(Object.fromEntries(files.map((file) => [file, "new"])));
    made.git("add", ".");
    const id = idOf(made, "out/a b");
    for (const file of files) made.write(file, "old");
    const former = [made.git("hash-object", "out/a b").trim()];
    expect(update(made, ...files.map((file) => ({ path: file, id, former })))).toEqual([]);
    expect(files.map((file) => made.read(file))).toEqual(files.map(() => "new"));
  });

  it.skipIf(process.platform === "win32")("keeps its mode, which is not set where it is right", async () => {
    const made = outdated();
    const calls = await updateWithFault(made, made.change, () => undefined);
    expect(calls.map(({ name }) => name)).not.toContain("chmodSync");
    made.write("out/a.ts", "old");
    chmodSync(made.at("out/a.ts"), 0o600);
    expect(update(made, made.change)).toEqual([]);
    expect(made.read("out/a.ts")).toBe("new");
    expect(statSync(made.at("out/a.ts")).mode & 0o777).toBe(0o600);
  });
});

describe("a working copy with changes of its own", () => {
  it("is left and named, beside others that are written", () => {
    const made = outdated();
    made.write("out/b.ts", "b");
    made.git("add", "out/b.ts");
    const b = { path: "out/b.ts", id: idOf(made, "out/b.ts"), former: [undefined] };
    made.write("out/b.ts", "mine");
    expect(update(made, b, made.change)).toEqual(["out/b.ts"]);
    expect([made.read("out/a.ts"), made.read("out/b.ts")]).toEqual(["new", "mine"]);
    expect(update(made, { ...b, id: undefined, former: [b.id] })).toEqual(["out/b.ts"]);
    expect(made.read("out/b.ts")).toBe("mine");
  });

  it("is left where it was removed, or was none and is one now", () => {
    const made = outdated();
    expect(update(made, { ...made.change, former: [undefined] })).toEqual(["out/a.ts"]);
    expect(made.read("out/a.ts")).toBe("old");
    made.remove("out/a.ts");
    expect(update(made, made.change)).toEqual(["out/a.ts"]);
    expect(made.has("out/a.ts")).toBe(false);
  });

  it.each([
    ["a folder", (place: string) => mkdirSync(place)],
    ["a link", (place: string) => symlinkSync("elsewhere", place)],
  ])("is left where it is %s", (_what, make) => {
    const made = outdated();
    made.remove("out/a.ts");
    make(made.at("out/a.ts"));
    const kept = statusesOf(made);
    expect(update(made, { ...made.change, former: [undefined, ...made.change.former] })).toEqual(["out/a.ts"]);
    expect(update(made, { ...made.change, id: undefined })).toEqual(["out/a.ts"]);
    expect(statusesOf(made)).toBe(kept);
  });

  it.each([
    [
      "a link",
      ({ at, write }: TestRepository) => {
        write("elsewhere/b/a.ts", "old");
        symlinkSync("elsewhere", at("out"));
      },
    ],
    ["a file", ({ write }: TestRepository) => write("out", "mine")],
  ])("is left where a folder of it is %s", (_what, make) => {
    const made = outdated("out/b/a.ts");
    made.remove("out");
    make(made);
    expect(update(made, { ...made.change, former: [undefined, ...made.change.former] })).toEqual(["out/b/a.ts"]);
    expect(update(made, { ...made.change, id: undefined })).toEqual(["out/b/a.ts"]);
    if (made.has("elsewhere")) expect(made.read("elsewhere/b/a.ts")).toBe("old");
    else expect(made.read("out")).toBe("mine");
  });
});

describe("a working copy that the system refuses", () => {
  it("to remove is an error, unless another process has removed it", async () => {
    const made = outdated();
    const removal = { ...made.change, id: undefined };
    const fault: Fault = ({ name }) => (name === "unlinkSync" ? "EACCES" : undefined);
    await expect(updateWithFault(made, removal, fault)).rejects.toThrow("EACCES");
    expect(made.read("out/a.ts")).toBe("old");
    await updateWithFault(made, removal, ({ name }) => {
      if (name !== "unlinkSync") return undefined;
      rmSync(made.at("out/a.ts"));
      return "ENOENT";
    });
  });

  it("to write is an error that says that outputs are staged", () => {
    const made = outdated();
    made.write(".gitattributes", "*.ts filter=broken\n");
    const filter = { clean: "cat", smudge: "false", required: "true" };
    for (const [key, value] of Object.entries(filter)) made.git("config", `filter.broken.${key}`, value);
    const change = () => update(made, made.change);
    expect(change).toThrow(OutputError);
    made.write("out/a.ts", "old");
    expect(change).toThrow(/^Cannot write the working copies of outputs: external filter 'false' failed/);
  });
});

function statusesOf({ git }: TestRepository): string {
  return git("status", "--short", "-uall");
}
