import { execFile } from "node:child_process";
import { rmSync, unlinkSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { type Project, project } from "./project.js";
import { startWatching } from "./watching.js";

const pageNames = Array.from({ length: 500 }, (_, index) => `models-docs/part${index % 7}/page${index}.md`);

describe("watch, in a storm of changes", () => {
  it("runs once where git checks out another branch of 500 pages", async () => {
    const each = await repository({ ".gitignore": "generated\n" });
    writePages(each, pageNames.slice(0, 400), "one");
    await commit(each, "one");
    await git(each, "switch", "--create", "two");
    for (const name of pageNames.slice(0, 100)) unlinkSync(each.at(name));
    writePages(each, pageNames.slice(100), "two");
    await commit(each, "two");
    const { until, cycles } = await startWatching(each);
    for (const [index, branch] of ["main", "two", "main"].entries()) {
      await git(each, "switch", branch);
      await until(() => expect(cycles()).toHaveLength(index + 1));
      expect(await each.run(["check"])).toMatchObject({ code: 0 });
    }
    expect(cycles()).toHaveLength(3);
  });

  it("deletes no output where pages are deleted and written again, one by one", async () => {
    const each = project();
    writePages(each, pageNames, "one");
    const { until, cycles, said } = await startWatching(each);
    rmSync(each.at("models-docs"), { recursive: true });
    for (const name of pageNames) {
      writePages(each, [name], "two");
      await setImmediate();
    }
    await until(() => expect(cycles()).toHaveLength(1));
    expect(cycles()[0]).toContain("501 written, 0 unchanged, 0 deleted");
    expect(said()).not.toContain("Missing docs folder");
  });

  it("keeps out of a rebase: what is between two commits is never generated", { timeout: 120_000 }, async () => {
    const each = await repository({ "models-docs/page.md": "# Page\n" });
    await each.run([]);
    await commit(each, "start");
    // Each page is committed before its outputs: a run between the two would be in the way of the second.
    for (const text of ["one", "two", "three"]) {
      writePages(each, ["models-docs/page.md", `models-docs/${text}.md`], text);
      await commit(each, `pages ${text}`);
      await each.run([]);
      await commit(each, `outputs ${text}`);
    }
    await git(each, "switch", "--create", "base", "main~6");
    each.write("README.md", "base\n");
    await commit(each, "base");
    await git(each, "switch", "main");
    const { until, cycles } = await startWatching(each);
    await git(each, "rebase", "--exec", "sleep 0.3", "base");
    expect(await git(each, "log", "--format=%s", "base..main")).toBe(
      "outputs three\npages three\noutputs two\npages two\noutputs one\npages one\n",
    );
    await until(() => expect(cycles()).toHaveLength(1));
    expect(cycles()[0]).toContain("0 written");
    expect(await git(each, "status", "--porcelain")).toBe("");
  });
});

function writePages({ write }: Project, names: readonly string[], text: string): void {
  for (const name of names) write(name, `# Page${name.replace(/\D/g, "")}\n${text}\n`);
}

async function repository(files: Readonly<Record<string, string>>): Promise<Project> {
  const each = project(files);
  rmSync(each.at(".git"), { recursive: true });
  await git(each, "init", "--quiet", "--initial-branch", "main");
  return each;
}

async function commit(each: Project, message: string): Promise<void> {
  await git(each, "add", "--all");
  await git(each, "commit", "--quiet", "--message", message);
}

const identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false"];

async function git({ root }: Project, ...argv: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", [...identity, ...argv], { cwd: root });
  return stdout;
}
