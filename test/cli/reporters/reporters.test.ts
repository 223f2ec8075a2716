import { describe, expect, it } from "vitest";
import type { Compile } from "../../../src/cli/environment.js";
import { fakeCompile } from "../fake-compile.js";
import { project } from "../project.js";

const colorStart = "\u001b[";

describe("the pretty reporter", () => {
  it("lists messages under their page with a frame, what was expected, and how to mend an error", async () => {
    const { run } = project({
      "models-docs/a/foo.md": "# Foo\n\n| x | ERROR |\n",
      "models-docs/b.md": "# B\nWARNING\n",
    });
    const { stdout, stderr } = await run([]);
    expect(stdout).toBe("");
    expect(stderr.replace(/in \d+ ms/, "in 1 ms")).toBe(
      [
        "models-docs/a/foo.md",
        "  3:7-3:12  error    Unexpected ERROR |  unknown-type",
        "    > 3 | | x | ERROR |",
        "        |       ^^^^^",
        "    expected peace",
        "    Mend the cell, or pin the page's notation in the configuration.",
        "",
        "models-docs/b.md",
        "  2:1-2:8  warning  Unexpected WARNING  unresolved-link",
        "    > 2 | WARNING",
        "        | ^^^^^^^",
        "    expected peace",
        "    Regenerate or remove the page, or name the type in `externals`.",
        "",
        "✖ 1 error",
        "⚠ 1 warning",
        "✖ 2 pages, 2 models: 3 written, 0 unchanged, 0 deleted in 1 ms",
        "",
      ].join("\n"),
    );
  });

  it("counts notes and lists none", async () => {
    const { stderr } = await project({ "models-docs/b.md": "# B\nNOTE\nNOTE\n" }).run([]);
    expect(stderr).toContain("ℹ 2 notes");
    expect(stderr).not.toContain("unread-page");
  });

  it("shows long padded lines around the place alone, with the caret where it belongs", async () => {
    const line = `| ${"x".repeat(20_000)} |${" ".repeat(20_000)}ERROR${" ".repeat(10_000)}| ${"y".repeat(500)} |`;
    const { stderr } = await project({ "models-docs/b.md": `# B\n${line}\n` }).run([]);
    const [code = "", marker = ""] = stderr.split("\n").filter((each) => each.includes(" | "));
    expect(code.length).toBeLessThanOrEqual(130);
    expect(code).toMatch(/> 2 \| …x+ \| ERROR \| y+…$/);
    expect(code.slice(marker.indexOf("^"), marker.lastIndexOf("^") + 1)).toBe("ERROR");
  });

  it("shows a long place cut", async () => {
    const { stderr } = await project({ "models-docs/b.md": `# B\n${"ERROR ".repeat(2000)}\n` }).run([]);
    expect(Math.max(...stderr.split("\n").map((line) => line.length))).toBeLessThan(400);
  });

  it("lets no control character of a page, a path or a diff through to the terminal", async () => {
    const evil = "\u001b[2J\u009b31m\u202e\u2066\u200f\u2028\u0007\u007f\ud800";
    const { run, write } = project({
      "models-docs/b.md": `# B\n${evil}ERROR ${evil}\n`,
      "models-docs/\u001b[2J.md": "# X\nERROR\n",
    });
    for (const argv of [[], ["--reporter", "json"], ["inspect"], ["inspect", evil], [evil], ["--dry-run"]]) {
      const { stdout, stderr } = await run(argv);
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Cs}]/u);
    }
    write("generated/b.ts", evil);
    expect((await run(["check"])).stderr).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Cs}]/u);
  });

  it("shows 10 messages of a rule, 5 of them with a frame, and counts the rest", async () => {
    const pages = { "models-docs/b.md": `# B\n${"ERROR\n".repeat(50)}`, "models-docs/c.md": "# C\nERROR\nWARNING\n" };
    const { stderr } = await project(pages).run([]);
    expect(stderr.match(/ error {4}/g)).toHaveLength(10);
    expect(stderr.match(/^ {4}> +\d+ \| ERROR/gm)).toHaveLength(5);
    expect(stderr.match(/Mend the cell/g)).toHaveLength(1);
    expect(stderr).toContain(" warning  Unexpected WARNING");
    expect(stderr).toContain(
      "✖ 41 more errors of unknown-type on 2 pages, most often `ERROR` 51 times (--all shows them)\n",
    );
    expect(stderr).toContain("✖ 51 errors\n");
  });

  it("names the folder that all links of a rule lead to", async () => {
    const compile: Compile = (pages, options) => {
      const output = fakeCompile(pages, options);
      for (const message of output.messages) message.actual = `../shared/${message.line}.md`;
      return output;
    };
    const { run } = project({ "models-docs/b.md": `# B\n${"WARNING\n".repeat(12)}` });
    expect((await run([], { compile })).stderr).toContain(
      "⚠ 2 more warnings of unresolved-link on 1 page, all to `../shared/…` (--all shows them)\n",
    );
  });

  it("shows all messages with their frames with --all", async () => {
    const { stderr } = await project({ "models-docs/b.md": `# B\n${"ERROR\n".repeat(50)}` }).run(["--all"]);
    expect(stderr.match(/ error {4}/g)).toHaveLength(50);
    expect(stderr.match(/^ {4}> +\d+ \| ERROR/gm)).toHaveLength(50);
    expect(stderr).not.toContain("more errors");
  });

  it("shows the other places that a message is about, from the cache too", async () => {
    const { run } = project({ "models-docs/b.md": "# B\nERROR BESIDE\n", "node_modules/.keep": "" });
    const shown = ["    models-docs/b.md:1:1  the title", "    > 1 | # B", "        | ^^^"].join("\n");
    expect((await run(["--no-cache"])).stderr).toContain(shown);
    await run([], { generator: "a" });
    const again = await run([], { generator: "a", compile: () => expect.unreachable() });
    expect(again.stderr).toContain(shown);
  });

  it("says errors only with --quiet, and nothing where all is fine", async () => {
    const { run, write } = project({ "models-docs/b.md": "# B\nWARNING\nNOTE\n" });
    expect(await run(["--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    write("models-docs/b.md", "# B\nWARNING\nNOTE\nERROR\n");
    const { code, stderr } = await run(["--quiet"]);
    expect(code).toBe(1);
    expect(stderr).toContain("unknown-type");
    expect(stderr).not.toMatch(/unresolved-link|note/);
  });

  it("says with --quiet why too many warnings fail", async () => {
    const { run } = project({ "models-docs/b.md": "# B\nWARNING\n" });
    const { code, stderr } = await run(["--quiet", "--max-warnings", "0"]);
    expect(code).toBe(1);
    expect(stderr).toContain("more than --max-warnings 0");
  });
});

describe("colours", () => {
  it.each([
    ["a terminal", [], {}, true, true],
    ["no terminal", [], {}, false, false],
    ["CI without a terminal", [], { CI: "true" }, false, false],
    ["NO_COLOR", [], { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR", [], { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, false, true],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, true, false],
    ["a dumb terminal", [], { TERM: "dumb" }, true, false],
    ["--color over NO_COLOR", ["--color"], { NO_COLOR: "1" }, false, true],
    ["--no-color over FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, true, false],
  ])("honour %s", async (_what, flags, env, isTTY, colored) => {
    const { run } = project({ "models-docs/b.md": "# B\nERROR\n" });
    expect((await run(flags, { env, isTTY })).stderr.includes(colorStart)).toBe(colored);
    expect((await run([...flags, "--docs", "nowhere"], { env, isTTY })).stderr.includes(colorStart)).toBe(colored);
    expect((await run([...flags, "explain", "bare-page"], { env, isTTY })).stdout.includes(colorStart)).toBe(colored);
  });
});

describe("the json reporter", () => {
  it("writes one document on stdout and nothing else", async () => {
    const { run } = project({ "models-docs/a.md": "# A\n| ERROR |\nWARNING\nNOTE\n" });
    const { code, stdout, stderr } = await run(["--reporter", "json", "--color"], { isTTY: true });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const document = JSON.parse(stdout);
    expect(document.summary).toEqual({
      pages: 1,
      models: 1,
      written: 2,
      unchanged: 0,
      deleted: 0,
      errors: 1,
      warnings: 1,
      milliseconds: expect.any(Number),
    });
    expect(document.messages[0]).toEqual({
      page: "a.md",
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 8,
      rule: "unknown-type",
      severity: "error",
      reason: "Unexpected ERROR |",
      actual: "ERROR",
      expected: ["peace"],
      mend: "Mend the cell, or pin the page's notation in the configuration.",
      related: [],
    });
    expect(document.messages.map((message: { readonly severity: string }) => message.severity)).toEqual([
      "error",
      "warning",
      "info",
    ]);
  });

  it("keeps text as it is, though it escapes controls", async () => {
    const { run } = project({ "models-docs/a.md": "# A\nERROR \u202e\u009b\u{e0001}\n" });
    const { stdout } = await run(["--reporter", "json"]);
    expect(stdout).toContain("\\u202e\\u009b\\udb40\\udc01");
    expect(JSON.parse(stdout).messages[0].reason).toBe("Unexpected ERROR \u202e\u009b\u{e0001}");
  });

  it("leaves stdout empty where the configuration is wrong", async () => {
    const { run } = project({ "modelmark.config.json": "[]" });
    expect(await run(["--reporter", "json"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("lists the plan of --dry-run", async () => {
    const { run } = project({ "models-docs/a.md": "# A\n" });
    const { stdout } = await run(["--reporter", "json", "--dry-run"]);
    expect(JSON.parse(stdout).outputs).toMatchObject([
      { file: "a.ts", change: "create" },
      { file: "manifest.json", change: "create" },
    ]);
  });
});
