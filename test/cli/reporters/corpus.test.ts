import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { obeyedCommands } from "../../hostile/terminal/workflow-commands.js";
import { type Finished, project } from "../project.js";

const corpus = process.env["MODELMARK_CORPUS"] ?? fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
const docs = path.join(corpus, "clerk-ruby/docs/models");

it.skipIf(!existsSync(docs))(
  "says 651 wrong links of one cause in a page of text, and all of them to programs",
  async () => {
    const made = project({ "node_modules/.keep": "" });
    const run = async (reporter: string): Promise<Finished> =>
      await made.run(["--docs", docs, "--reporter", reporter], { compile, generator: "one" });
    const pretty = await run("pretty");
    expect(pretty.stderr.split("\n").length).toBeLessThan(60);
    expect(pretty.stderr).toMatch(
      /⚠ 641 more warnings of misplaced-link on \d+ pages, all to `\.\.\/\.\.\/models\/shared\/…`/,
    );
    const report = JSON.parse((await run("json")).stdout);
    const severities: readonly string[] = report.messages.map((message: { severity: string }) => message.severity);
    expect(severities.filter((severity) => severity === "warning")).toHaveLength(report.summary.warnings);
    const log = JSON.parse((await run("sarif")).stdout);
    expect(log.runs[0].results).toHaveLength(report.messages.length);
    const rulesOf = (results: readonly { readonly ruleId: string }[]): unknown =>
      new Set(results.map(({ ruleId }) => ruleId));
    expect(rulesOf(log.runs[0].results)).toEqual(
      new Set(["misplaced-link", "bare-page", "silent-deprecation", "merged-union"]),
    );
    const annotations = obeyedCommands((await run("github")).stdout);
    const titlesOf = (command: string): unknown =>
      new Set(annotations.filter(({ name }) => name === command).map(({ properties }) => properties["title"]));
    expect(annotations).toHaveLength(20);
    expect(titlesOf("warning")).toEqual(new Set(["modelmark: misplaced-link", "modelmark: bare-page"]));
    expect(titlesOf("notice")).toEqual(new Set(["modelmark: silent-deprecation", "modelmark: merged-union"]));
  },
);
