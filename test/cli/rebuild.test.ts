import { rmSync, writeFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Compile } from "../../src/cli/environment.js";
import { compile } from "../../src/compile.js";
import { deed, followDeeds, textsBelow } from "../recompile/deeds.js";
import { ownPages } from "../recompile/page-sets.js";
import { type Project, project } from "./project.js";

const edited = "models-docs/operations/extendedpayloads.md";

/** A project of the repository's own pages with a cache, which was generated, and how often all of them were compiled. */
async function generatedProject(): Promise<Project & { readonly compiled: () => number }> {
  const pages = [...ownPages.pages].map(([page, text]) => [`models-docs/${page}`, text] as const);
  const made = project({ ...Object.fromEntries(pages), "node_modules/.keep": "" });
  let compiled = 0;
  const counted: Compile = (...args) => {
    compiled += 1;
    return compile(...args);
  };
  const run: Project["run"] = (argv, circumstances = {}) =>
    made.run(argv, { compile: counted, generator: "real", ...circumstances });
  await run([]);
  return { ...made, run, compiled: () => compiled };
}

function addField({ write, read }: Project): void {
  const row = "| `added` | *string* | :heavy_minus_sign: | Added | |";
  write(edited, read(edited).replace(/^(\| *`.*)$/m, `$1\n${row}`));
}

function outputs({ at }: Project, folder = "generated"): ReadonlyMap<string, string> {
  return new Map(textsBelow(at(folder)));
}

describe("a run after an edit", () => {
  it("makes the output of the edited page alone", async () => {
    const made = await generatedProject();
    const before = outputs(made);
    addField(made);
    const { stderr } = await made.run([]);
    const after = outputs(made);
    expect(stderr).toContain("2 written");
    expect(made.compiled()).toBe(1);
    const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
    expect(changed).toEqual(["manifest.json", "operations/extendedpayloads.ts"]);
    await made.run(["--no-cache", "--out", "clean"]);
    expect(after).toEqual(outputs(made, "clean"));
  });

  it("follows one edit after another", async () => {
    const made = await generatedProject();
    addField(made);
    await made.run([]);
    made.write(edited, made.read(edited).replace("Added", "Added again"));
    await made.run([]);
    expect(made.compiled()).toBe(1);
    expect(made.read("generated/operations/extendedpayloads.ts")).toContain("Added again");
  });

  it("says again what is wrong with pages that were not edited", async () => {
    const made = await generatedProject();
    made.write("models-docs/shared/status.md", "# Status\n\n## Fields\n\nNothing.\n");
    const whole = await made.run([]);
    addField(made);
    const sparing = await made.run([]);
    expect(whole.stderr).toContain("missing-table");
    expect(sparing.stderr.replace(/✖ 21 pages.*/, "")).toBe(whole.stderr.replace(/✖ 21 pages.*/, ""));
    expect(made.compiled()).toBe(2);
  });

  it("is foreseen by `check`, after which it has no more to do than before", async () => {
    const made = await generatedProject();
    addField(made);
    const codes = [await made.run(["check"]), await made.run([]), await made.run(["check"])].map(({ code }) => code);
    expect(codes).toEqual([1, 0, 0]);
    expect(made.compiled()).toBe(1);
  });

  it.each<[string, (made: Project) => void]>([
    ["an output was edited too", ({ write }) => write("generated/index.ts", "edited")],
    ["a page was added too", ({ write }) => write("models-docs/shared/new.md", "# New\n")],
    ["a page was removed too", ({ at }) => rmSync(at("models-docs/shared/status.md"))],
    ["notes are lost", ({ at }) => rmSync(at("node_modules/.cache/modelmark/notes"), { recursive: true })],
    ["notes are damaged", damageNotes],
    ["the configuration was edited too", ({ write }) => write("modelmark.config.json", '{ "dates": "string" }')],
  ])("compiles all pages where %s", async (_what, change) => {
    const made = await generatedProject();
    addField(made);
    change(made);
    await made.run([]);
    expect(made.compiled()).toBe(2);
    await made.run(["--no-cache", "--out", "clean"]);
    expect(made.read("generated/manifest.json")).toBe(made.read("clean/manifest.json"));
  });
});

function damageNotes({ at }: Project): void {
  const folder = at("node_modules/.cache/modelmark/notes");
  for (const [file, text] of textsBelow(folder)) {
    writeFileSync(`${folder}/${file}`, text.replace('"references":[', '"references":[9999,'));
  }
}

describe("runs with a cache", () => {
  it("leave what clean runs leave, whatever was done in between", async () => {
    let sparing = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
        const runs = await followDeeds(ownPages.pages, deeds);
        sparing += runs.sparing;
        expect(runs.difference).toBeUndefined();
      }),
      { numRuns: 20 },
    );
    expect(sparing).toBeGreaterThan(0);
  });
});
