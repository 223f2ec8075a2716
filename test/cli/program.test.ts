import { describe, expect, it } from "vitest";
import { rules } from "../../src/diagnostics/rules.js";
import { fakeCompile } from "./fake-compile.js";
import { project } from "./project.js";

const fine = { "models-docs/a/foo.md": "# Foo\n" };

describe("the exit code", () => {
  it("is 0 where all is fine, warnings too", async () => {
    const { run } = project({ "models-docs/foo.md": "# Foo\nWARNING\nNOTE\n" });
    expect((await run([])).code).toBe(0);
    expect((await run(["check"])).code).toBe(0);
    expect((await run(["generate", "--max-warnings", "1"])).code).toBe(0);
  });

  it("is 1 where a page is wrong, and the others are written", async () => {
    const { run, read } = project({ ...fine, "models-docs/bad.md": "# Bad\nERROR\n" });
    expect((await run([])).code).toBe(1);
    expect(read("generated/a/foo.ts")).toContain("Foo");
  });

  it("is 1 where there are more warnings than allowed", async () => {
    const { run } = project({ "models-docs/foo.md": "# Foo\nWARNING\nWARNING\n" });
    const { code, stderr } = await run(["--max-warnings", "1"]);
    expect(code).toBe(1);
    expect(stderr).toContain("⚠ 2 warnings, more than --max-warnings 1");
  });

  it.each([["generate"], ["generate", "--dry-run"], ["check"], ["inspect"]])(
    "is 1 for %s %s where there are more warnings than allowed, and 0 where there are not",
    async (...argv) => {
      const { run } = project({ "models-docs/foo.md": "# Foo\nWARNING\nWARNING\n" });
      await run([]);
      const sayings = argv.filter((word) => word !== undefined);
      expect((await run([...sayings, "--max-warnings", "1"])).code).toBe(1);
      expect((await run([...sayings, "--max-warnings", "2"])).code).toBe(0);
    },
  );

  it("is 1 where check finds a difference", async () => {
    expect((await project(fine).run(["check"])).code).toBe(1);
  });

  it("is 3 for a bug of ours, with a stack only where DEBUG asks for it", async () => {
    const { run } = project(fine);
    const compile = (): never => {
      throw new Error("the sky fell");
    };
    const plain = await run([], { compile });
    expect(plain).toMatchObject({ code: 3, stdout: "" });
    expect(plain.stderr).toMatch(/^✖ the sky fell\n {2}This is a bug of modelmark: please report it/);
    expect(plain.stderr).not.toContain("program.test");
    expect((await run([], { compile, env: { DEBUG: "1" } })).stderr).toContain("program.test");
  });

  it("is 130 where the run is interrupted, and nothing is written", async () => {
    const { run, read } = project(fine);
    const interruption = new AbortController();
    const compile: typeof fakeCompile = (...input) => {
      interruption.abort();
      return fakeCompile(...input);
    };
    expect(await run([], { compile, signal: interruption.signal })).toEqual({ code: 130, stdout: "", stderr: "" });
    expect(() => read("generated/manifest.json")).toThrow("ENOENT");
  });

  it.each([
    [["--doc", "x"], "Unknown option '--doc'", "Did you mean --docs?"],
    [["check", "--quite"], "Unknown option '--quite'", "Did you mean --quiet?"],
    [["chek"], "Unexpected argument `chek`", "Did you mean `check`?"],
    [["generate", "x"], "Unexpected argument `x`", "Known: `generate`"],
    [["check", "x"], "Too many arguments for 'check'", "See `modelmark --help`"],
    [["--docs"], "Option '--docs <dir>' argument missing", "See"],
    [["--docs", ""], "Expected a folder", "See"],
    [["--max-warnings", "-1"], "Expected a whole number", "See"],
    [["--max-warnings", "many"], "Expected a whole number", "See"],
    [["--concurrency", "0"], "Expected a whole number from 1 on", "See"],
    [["--concurrency", "all"], "Expected a whole number from 1 on", "See"],
    [["--reporter", "xml"], "Allowed choices are pretty, json", "See"],
    [["explain"], "Missing required argument 'rule'", "See"],
    [["explain", "unknow-type"], "Unknown rule `unknow-type`", "Did you mean `unknown-type`?"],
    [["explain", "constructor"], "Unknown rule `constructor`", "Known: "],
    [["init", "--reporter", "json"], "Unexpected flag --reporter json for `init`, expected pretty", "It reports how"],
    [
      ["inspect", "--reporter", "sarif"],
      "Unexpected flag --reporter sarif for `inspect`, expected pretty or json",
      "It",
    ],
    [["explain", "bare-page", "--reporter", "github"], "Unexpected flag --reporter github for `explain`", "It reports"],
    [["inspect", "a/fo.md"], "Unknown page `a/fo.md`", "Did you mean `a/foo.md`?"],
    [["inspect", "--inputs", "--outputs"], "Option '--inputs' cannot be used with option '--outputs'", "See"],
    [["inspect", "--inputs", "a/foo.md"], "Unexpected page `a/foo.md` beside --inputs", "a whole run"],
    [["inspect", "a/foo.md", "--outputs"], "Unexpected page `a/foo.md` beside --outputs", "a whole run"],
    [["check", "--inputs"], "Unknown option '--inputs'", "See"],
    [["--docs", "nowhere"], "Missing docs folder `nowhere`", "--docs"],
    [["--docs", "models-docs/a/foo.md"], "Unexpected file `models-docs/a/foo.md`, expected a folder", "--docs"],
    [["--docs", "models-docs/a/foo.md/x"], "Cannot read the docs folder", "--docs"],
    [["--docs", "\u001b[2Jx"], "Missing docs folder `\\u001b[2Jx`", "--docs"],
  ])("is 2 for %j, with one sentence and a hint", async (argv, sentence, hint) => {
    const { code, stdout, stderr } = await project(fine).run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n")).toEqual([expect.stringContaining(sentence), expect.stringContaining(hint), ""]);
  });
});

describe("the commands", () => {
  it.each([["--help"], ["-h"], ["help"]])("are listed by %s", async (flag) => {
    const { code, stdout, stderr } = await project().run([flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const word of ["generate", "check", "inspect", "explain", "--docs", "--no-color"])
      expect(stdout).toContain(word);
  });

  it("need no docs folder to explain every rule", async () => {
    const { run } = project();
    for (const [id, rule] of Object.entries(rules)) {
      const { code, stdout } = await run(["explain", id]);
      expect(code).toBe(0);
      for (const words of [id, rule.severity, rule.summary, rule.cause, rule.mend]) expect(stdout).toContain(words);
      expect(stdout.includes("No comment of a page can silence it")).toBe(rule.guarded === true);
    }
  });

  it("explain what is said of outputs", async () => {
    const { code, stdout } = await project().run(["explain", "outdated-output"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Run `modelmark generate`");
  });

  it("explain a rule as JSON", async () => {
    const { stdout } = await project().run(["explain", "bare-page", "--reporter", "json"]);
    expect(JSON.parse(stdout)).toEqual({ id: "bare-page", ...rules["bare-page"] });
  });

  it("take flags before and after their name", async () => {
    const { run, read } = project({ "pages/foo.md": "# Foo\n" });
    expect(await run(["--docs", "pages", "generate", "--out", "made"])).toMatchObject({ code: 0 });
    expect(read("made/foo.ts")).toContain("Foo");
  });

  it("include the version", async () => {
    expect(await project().run(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("inspect", () => {
  const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/b.md": "# B\nWARNING\n", "models-docs/c.md": "none" };

  it("prints the models and the skipped pages as JSON on stdout", async () => {
    const { run } = project(pages);
    const { code, stdout, stderr } = await run(["inspect"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      models: [
        { id: "a/foo.md", name: "Foo", output: { file: "a/foo.ts", type: "Foo" }, recursive: false },
        { id: "b.md", name: "B" },
      ],
      skipped: [{ page: "c.md" }],
    });
    expect(stderr).toContain("WARNING");
    expect((await run(["inspect"])).stdout).toBe(stdout);
  });

  it.each(["a/foo.md", "./a/foo.md", "models-docs/a/foo.md"])("prints one page alone, named %s", async (name) => {
    const { stdout, stderr } = await project(pages).run(["inspect", name, "--reporter", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ models: [{ id: "a/foo.md" }], skipped: [] });
    expect(stderr).toBe("");
  });

  it("turns maps and sets into lists", async () => {
    const compile: typeof fakeCompile = (...input) => {
      const output = fakeCompile(...input);
      const models = new Map(
        [...output.schema.models].map(([id, model]) => [id, { ...model, extra: new Map([[1, "x"]]) }]),
      );
      return { ...output, schema: { ...output.schema, models } };
    };
    const { stdout } = await project(fine).run(["inspect"], { compile });
    expect(JSON.parse(stdout)).toMatchObject({ models: [{ extra: [{ key: 1, value: "x" }] }] });
  });

  it("writes nothing", async () => {
    const { run, read } = project(pages);
    await run(["inspect"]);
    expect(() => read("generated/manifest.json")).toThrow("ENOENT");
  });
});
