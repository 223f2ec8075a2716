import { describe, expect, it } from "vitest";
import { workflowCommand } from "../../../src/cli/workflow-command.js";
import { obeyedCommands } from "../../hostile/terminal/workflow-commands.js";
import { type Project, project } from "../project.js";

const github = ["--reporter", "github"];

/** A package below the root of a repository. */
function packageWith(pages: Readonly<Record<string, string>>): Pick<Project, "run" | "write" | "at"> {
  const files = Object.entries(pages).map(([page, text]) => [`packages/sdk/models-docs/${page}`, text]);
  const { run, at, write } = project(Object.fromEntries(files));
  return { at, write, run: (argv, circumstances) => run(argv, { cwd: at("packages/sdk"), ...circumstances }) };
}

describe("the github reporter", () => {
  it("annotates pages by their paths in the repository, with places and how to mend them", async () => {
    const { run } = packageWith({ "a b,c.md": "# Foo\n\n| x | ERROR | BESIDE\n", "b.md": "# B\nWARNING\nNOTE\n" });
    const { code, stdout } = await run(github);
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "::error file=packages/sdk/models-docs/a b%2Cc.md,line=3,endLine=3,col=7,endColumn=12,title=modelmark%3A unknown-type" +
        "::Unexpected ERROR | BESIDE%0Apackages/sdk/models-docs/a b,c.md:1:1: the title" +
        "%0AMend the cell, or pin the page's notation in the configuration.",
      "::warning file=packages/sdk/models-docs/b.md,line=2,endLine=2,col=1,endColumn=8,title=modelmark%3A unresolved-link" +
        "::Unexpected WARNING%0ARegenerate or remove the page, or name the type in `externals`.",
      "::notice file=packages/sdk/models-docs/b.md,line=3,endLine=3,col=1,endColumn=5,title=modelmark%3A unread-page" +
        "::Unexpected NOTE%0ANothing to mend.",
      "",
    ]);
  });

  it("says the same to the log as the pretty reporter", async () => {
    const { run } = packageWith({ "b.md": "# B\nERROR\nWARNING\n" });
    const withoutTime = (text: string): string => text.replace(/in \d+ ms/, "");
    const pretty = await run(["--dry-run"]);
    expect(withoutTime((await run([...github, "--dry-run"])).stderr)).toBe(withoutTime(pretty.stderr));
  });

  it("annotates with 10 of each kind, some of each rule, and counts the others", async () => {
    const { run } = packageWith({
      "a.md": `# A\n${"ERROR\n".repeat(12)}${"WARNING\n".repeat(11)}${"NOTE\n".repeat(10)}`,
      "generated.md": "# Z\n",
    });
    const { stdout, stderr } = await run([...github, "check"]);
    const commands = obeyedCommands(stdout);
    const kinds = commands.map(({ name }) => name);
    expect(kinds).toEqual([...Array(10).fill("error"), ...Array(10).fill("warning"), ...Array(10).fill("notice")]);
    // Three outputs are missing.
    expect(commands.filter(({ properties }) => properties["title"] === "modelmark: outdated-output")).toHaveLength(3);
    expect(stderr).toContain("… 5 more errors without an annotation: GitHub shows 10 of a kind in a step\n");
    expect(stderr).toContain("… 1 more warning without an annotation: GitHub shows 10 of a kind in a step\n");
    expect(stderr).not.toContain("more note");
  });

  it("annotates outputs that differ, and files in the way", async () => {
    const { run, write } = packageWith({ "b.md": "# B\n" });
    await run([]);
    write("packages/sdk/models-docs/b.md", "# C\n");
    write("packages/sdk/generated/index.ts", "mine");
    const shown = obeyedCommands((await run(["check", ...github])).stdout).map(({ name, properties, data }) => [
      name,
      properties["file"],
      data.split("\n")[0],
    ]);
    expect(shown).toContainEqual(["error", "packages/sdk/generated/b.ts", "Unexpected output: changed"]);
  });

  it("annotates errors alone with --quiet", async () => {
    const { run } = packageWith({ "b.md": "# B\nERROR\nWARNING\nNOTE\n" });
    const commands = obeyedCommands((await run([...github, "--quiet"])).stdout);
    expect(commands.map(({ name }) => name)).toEqual(["error"]);
  });

  it("names files from the checkout of the workflow where pages stand in a submodule of it", async () => {
    const { run, write, at } = packageWith({ "b.md": "# B\nERROR\n" });
    write("packages/sdk/.git", "gitdir: ../../.git/modules/sdk\n");
    const fileOf = async (env: Readonly<Record<string, string>>): Promise<unknown> =>
      obeyedCommands((await run(github, { env })).stdout)[0]?.properties["file"];
    expect(await fileOf({})).toBe("models-docs/b.md");
    expect(await fileOf({ GITHUB_WORKSPACE: at("") })).toBe("packages/sdk/models-docs/b.md");
    expect(await fileOf({ GITHUB_WORKSPACE: at("packages/other") })).toBe("models-docs/b.md");
  });

  it("keeps the exit code of --max-warnings", async () => {
    const { run } = packageWith({ "b.md": "# B\nWARNING\n" });
    expect((await run(github)).code).toBe(0);
    expect((await run([...github, "--max-warnings", "0"])).code).toBe(1);
  });

  it.each(["pretty", "json", "sarif"])("is the only one whose stdout is obeyed: %s", async (reporter) => {
    const { run } = packageWith({ "::error::a.md": "# B\nERROR ::error::b ##[error]c\n" });
    const { stdout, stderr } = await run(["--reporter", reporter]);
    expect([...obeyedCommands(stdout), ...obeyedCommands(stderr)]).toEqual([]);
  });
});

describe("a workflow command", () => {
  it("comes back from the runner's parser as it was meant", () => {
    const line = workflowCommand("error", { file: "a,b:c%0A.md", line: 1, title: "modelmark: x" }, "50%25, a: b\nc");
    expect(obeyedCommands(line)).toEqual([
      {
        name: "error",
        properties: { file: "a,b:c%0A.md", line: "1", title: "modelmark: x" },
        data: "50%25, a: b\nc",
      },
    ]);
  });

  it("leaves out what it does not know", () => {
    expect(workflowCommand("notice", { file: undefined, title: "" }, "a")).toBe("::notice::a");
  });

  it("makes no command of its message or its properties, before and after it is read", () => {
    const evil = "::error::a\n::stop-commands::b\r##[error]c\u001b[2J";
    const [command, ...others] = obeyedCommands(workflowCommand("error", { file: evil, title: evil }, evil));
    expect(others).toEqual([]);
    for (const text of [command?.data ?? "", ...Object.values(command?.properties ?? {})]) {
      expect(obeyedCommands(text)).toEqual([]);
      expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });
});
