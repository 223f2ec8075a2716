import { spawnSync } from "node:child_process";
import { existsSync, utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ownPages } from "../recompile/page-sets.js";
import { type Project, project } from "./project.js";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A project of the repository's own pages with a cache, in which the built command has generated twice. */
function generatedProject(): Project {
  const pages = [...ownPages.pages].map(([page, text]) => [`models-docs/${page}`, text] as const);
  const made = project({ ...Object.fromEntries(pages), "node_modules/.keep": "" });
  for (const [page] of pages) utimesSync(made.at(page), 1000, 1000);
  run(made);
  run(made);
  return made;
}

/** Runs the built command, which may take half a minute, and gives its exit code; nothing where it did not end. */
function run({ root }: Project, ...argv: readonly string[]): number | null {
  return spawnSync(process.execPath, [main, ...argv], { cwd: root, timeout: 30_000 }).status;
}

// The suite builds the command first; a test that is run by itself may find none.
describe.skipIf(!existsSync(main))("the built command ends", { timeout: 120_000 }, () => {
  it.each<[string, (made: Project) => void]>([
    ["where nothing has changed", () => undefined],
    ["where a page was written again with the same bytes", ({ at }) => utimesSync(at(page), 2000, 2000)],
    ["where a page was edited", ({ write, read }) => write(page, `${read(page)}\nMore.\n`)],
    ["where a page was added", ({ write }) => write("models-docs/shared/new.md", "# New\n")],
    ["where a page is wrong", ({ write }) => write(page, "# Status\n\n## Values\n\nNone.\n")],
  ])("%s", (_what, change) => {
    const made = generatedProject();
    change(made);
    expect(run(made)).not.toBeNull();
    expect(run(made, "check")).not.toBeNull();
    expect(run(made, "--concurrency", "1", "--no-cache")).not.toBeNull();
  });

  it("where it inspects pages, or lists outputs", () => {
    const made = generatedProject();
    expect([run(made, "inspect"), run(made, "inspect", "--outputs")]).toEqual([0, 0]);
  });
});

const page = "models-docs/shared/status.md";
