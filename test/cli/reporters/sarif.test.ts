import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import { describe, expect, it } from "vitest";
import { rules } from "../../../src/diagnostics/rules.js";
import type { Circumstances, Project } from "../project.js";
import { project } from "../project.js";

const require = createRequire(import.meta.url);
const schemaFile = require.resolve("@microsoft/jest-sarif").replace(/index\.js$/, "schemas/sarif-2.1.0-rtm.5.json");
const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

/** Runs with the reporter, holds the log against the official schema, and gives its run. */
async function runOf(
  { run }: Pick<Project, "run">,
  argv: readonly string[] = [],
  circumstances: Circumstances = {},
): Promise<Run> {
  const { stdout, stderr } = await run([...argv, "--reporter", "sarif"], circumstances);
  expect(stderr).toBe("");
  const log: Log = JSON.parse(stdout);
  validate(log);
  expect(validate.errors).toBeNull();
  expect(log).toMatchObject({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0" });
  const [first, ...others] = log.runs;
  expect(others).toEqual([]);
  return first ?? expect.unreachable();
}

function resultsOf(run: Run): readonly Result[] {
  return run.results ?? [];
}

describe("the sarif reporter", () => {
  it("is held against a schema that refuses what is wrong", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "a", rulez: [] } } }] })).toBe(false);
    expect(validate({ version: "2.0.0", runs: [] })).toBe(false);
  });

  it("says rule, level, place and other places of each message", async () => {
    const made = project({
      "models-docs/a/foo.md": "# Foo\n\n| x | ERROR | BESIDE\n",
      "models-docs/b.md": "# B\nWARNING\nNOTE\n",
    });
    const run = await runOf(made);
    expect(resultsOf(run).map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["unknown-type", "error"],
      ["unresolved-link", "warning"],
      ["unread-page", "note"],
    ]);
    const artifactLocation = { uri: "models-docs/a/foo.md", uriBaseId: "%SRCROOT%" };
    expect(resultsOf(run)[0]).toEqual({
      ruleId: "unknown-type",
      ruleIndex: 0,
      level: "error",
      message: {
        text: "Unexpected ERROR | BESIDE. Expected: peace. Mend the cell, or pin the page's notation in the configuration.",
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: "the title." },
          physicalLocation: {
            artifactLocation,
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
          },
        },
      ],
      partialFingerprints: { "modelmarkFinding/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(run.originalUriBaseIds?.["%SRCROOT%"]?.uri).toBe(`${pathToFileURL(made.root).href}/`);
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.automationDetails?.id).toBe("modelmark/models-docs/");
  });

  it("describes each rule that it names: what it means, its cause, how to mend it, its level", async () => {
    const { tool, results } = await runOf(project({ "models-docs/b.md": "# B\nWARNING\nERROR\nNOTE\n" }), ["check"]);
    const descriptors = tool.driver.rules ?? [];
    expect(descriptors.map(({ id }) => id)).toEqual([
      "outdated-output",
      "unknown-type",
      "unread-page",
      "unresolved-link",
    ]);
    expect(descriptors[1]).toMatchObject({
      name: "UnknownType",
      shortDescription: { text: `${rules["unknown-type"].summary}.` },
      fullDescription: { text: rules["unknown-type"].cause },
      help: { text: expect.stringContaining(rules["unknown-type"].mend) },
      defaultConfiguration: { level: "error" },
    });
    expect(descriptors.map((each) => each.defaultConfiguration?.level)).toEqual(["error", "error", "note", "warning"]);
    for (const { ruleId, ruleIndex = -1 } of results ?? []) expect(descriptors[ruleIndex]?.id).toBe(ruleId);
    expect(tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("has what code scanning needs of each result, also where a file is wrong as a whole", async () => {
    const made = project({ "models-docs/b.md": "# B\nERROR\n", "models-docs/c.md/d": "", "generated/b.ts": "mine" });
    for (const { message, locations, partialFingerprints } of resultsOf(await runOf(made, ["check"]))) {
      const [location] = locations ?? [];
      expect(message.text).toBeTruthy();
      expect(location?.physicalLocation?.artifactLocation?.uri).toMatch(/^[a-z]+(-docs)?\//);
      expect(location?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
      expect(partialFingerprints).toBeDefined();
    }
  });

  it("percent-encodes paths, which lead back to the files", async () => {
    const made = project({ "models-docs/a b/100%#?[ü]{}.md": "# B\nERROR\n", "models-docs/c:d.md": "# C\nERROR\n" });
    const run = await runOf(made);
    const base = run.originalUriBaseIds?.["%SRCROOT%"]?.uri;
    const pages = resultsOf(run).filter(({ ruleId }) => ruleId === "unknown-type");
    const texts = pages.map(({ locations }) => {
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
      expect(uri).toMatch(/^[\w%./-]+$/);
      return readFileSync(new URL(uri, base), "utf8");
    });
    expect(texts).toEqual(["# B\nERROR\n", "# C\nERROR\n"]);
  });

  it("keeps fingerprints where lines move, and gives each result its own", async () => {
    const made = project({ "models-docs/b.md": "# B\nERROR\nERROR\nWARNING\n" });
    const prints = async (): Promise<readonly unknown[]> =>
      resultsOf(await runOf(made)).map(({ partialFingerprints }) => partialFingerprints?.["modelmarkFinding/v1"]);
    const before = await prints();
    expect(new Set(before).size).toBe(3);
    made.write("models-docs/b.md", "# B\n\nA line more.\n\nERROR\n\n  ERROR\nWARNING\n");
    expect(await prints()).toEqual(before);
    made.write("models-docs/b.md", "# B\nNOTE\n");
    expect(before).not.toContain((await prints())[0]);
  });

  it("says which outputs differ, and keeps the exit code", async () => {
    const made = project({ "models-docs/b.md": "# B\n" });
    const run = await runOf(made, ["check"]);
    expect(resultsOf(run).map(({ ruleId, message }) => [ruleId, message.text])).toContainEqual([
      "outdated-output",
      "Unexpected output: missing. Run `modelmark generate` and commit what it writes.",
    ]);
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
    await made.run([]);
    const after = await runOf(made, ["check"]);
    expect(after.results).toEqual([]);
    expect(after.invocations).toEqual([{ executionSuccessful: true, exitCode: 0 }]);
  });

  it("makes no link of a page's text", async () => {
    const run = await runOf(project({ "models-docs/b.md": "# B\nERROR [a](http://b.c) and [d][e](1)\n" }));
    expect(resultsOf(run)[0]?.message.text).toContain(String.raw`\[a](http://b.c) and [d]\[e](1)`);
  });

  it("says errors alone with --quiet", async () => {
    const run = await runOf(project({ "models-docs/b.md": "# B\nERROR\nWARNING\nNOTE\n" }), ["--quiet"]);
    expect(resultsOf(run).map(({ level }) => level)).toEqual(["error"]);
  });

  it("leaves out what code scanning does not take, errors last, and says so", async () => {
    const made = project({
      "models-docs/a.md": `# A\n${"WARNING\n".repeat(25_000)}`,
      "models-docs/b.md": "# B\nERROR\n",
    });
    const run = await runOf(made);
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.[0]?.level).toBe("error");
    expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([
      { level: "warning", message: { text: "GitHub takes 25000 results: 1 more of this run left out." } },
    ]);
  });
});
