import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { rules } from "../../src/diagnostics/rules.js";
import { draft } from "../../src/draft.js";
import { project } from "../cli/project.js";
import { exampleFolders, messagesOn, ruleExamples } from "./rule-examples.js";
import { rulesPage } from "./rules-page.js";

describe("the examples of the rules", () => {
  it("are there for each rule and for no other", () => {
    expect(exampleFolders.toSorted()).toEqual(Object.keys(rules).sort());
  });

  it.each(ruleExamples)("$id has nothing to say of ok.md", (example) => {
    expect(messagesOn(example.ok, example).map(String)).toEqual([]);
  });

  const onPages = ruleExamples.flatMap((example) => (example.notOk ? [{ ...example, notOk: example.notOk }] : []));

  it.each(onPages)("$id is reported of not-ok.md, with its severity", (example) => {
    const found = messagesOn(example.notOk, example).filter(({ ruleId }) => ruleId === example.id);
    expect(found).not.toEqual([]);
    const { severity } = rules[example.id];
    const fatal = { error: true, warning: false, info: undefined, off: false }[severity];
    for (const message of found) expect(message.fatal).toBe(fatal);
  });

  const byScript = ruleExamples.flatMap(({ id, script }) => (script === undefined ? [] : [{ id, script }]));

  it.skipIf(process.platform === "win32").each(byScript)("$id is reported where not-ok.sh has run", async (example) => {
    const { root, at, run } = project();
    mkdirSync(at("models-docs"));
    execFileSync("sh", ["-ec", example.script], { cwd: root });
    const against = rules[example.id].compared ? ["check", "--against", "types=src/models"] : [];
    const { stdout, code } = await run([...against, "--reporter", "json", "--max-warnings", "0"], { compile });
    const overrides = example.id.endsWith("-override") ? "../modelmark.overrides.json" : "pet.md";
    const page = against.length > 0 ? "." : overrides;
    expect(JSON.parse(stdout).messages).toEqual([expect.objectContaining({ rule: example.id, page })]);
    expect(code).toBe(1);
  });

  it("unsafe-output, which no page may bring about, is reported of a text that is not what its model predicts", () => {
    const [example] = ruleExamples.filter(({ id }) => id === "unsafe-output");
    const { finish } = draft(example ? [example.ok] : []);
    const { files, messages } = finish([{ path: "ok.ts", page: "ok.md", difference: "another statement" }]);
    expect(messages.map(({ ruleId, file }) => ({ ruleId, file }))).toEqual([
      { ruleId: "unsafe-output", file: "ok.md" },
    ]);
    expect(files.map(({ path }) => path)).not.toContain("ok.ts");
  });

  it("are what docs/rules.md shows, which `npm run docs:rules` writes", () => {
    const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
    expect(page).toBe(rulesPage());
  });

  it("leave no rule without one that is reported", () => {
    const shown = new Set([...onPages, ...byScript].map(({ id }) => id));
    expect(Object.keys(rules).filter((id) => !shown.has(id as keyof typeof rules))).toEqual(["unsafe-output"]);
  });
});
