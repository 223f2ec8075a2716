import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Compile } from "../../src/cli/environment.js";
import { compile } from "../../src/compile.js";
import { type Circumstances, type Finished, type Project, project } from "./project.js";

const pet = [
  "# Pet",
  "",
  "## Fields",
  "",
  "| Field | Type | Required | Description |",
  "| --- | --- | --- | --- |",
  "| `id` | *string* | :heavy_check_mark: | N/A |",
  "",
].join("\n");
const nullable = '{ "at": "pet.md#id", "fact": "nullable", "value": true, "source": "types pet.ts:3" }';
const gone = '{ "at": "pet.md#idd", "fact": "nullable", "value": true }';

function fileOf(...items: readonly string[]): string {
  return `{\n  "version": 1,\n  "overrides": [\n    ${items.join(",\n    ")}\n  ]\n}\n`;
}

/** A project whose pages are compiled in earnest, with a cache, and how often they were. */
function overridden(files: Readonly<Record<string, string>> = {}): Project & { readonly compiled: () => number } {
  const made = project({ "models-docs/pet.md": pet, "node_modules/.keep": "", ...files });
  let compiled = 0;
  const counted: Compile = (...args) => {
    compiled += 1;
    return compile(...args);
  };
  const run = (argv: readonly string[], circumstances: Circumstances = {}): Promise<Finished> =>
    made.run(argv, { compile: counted, generator: "one", ...circumstances });
  return { ...made, run, compiled: () => compiled };
}

const file = "modelmark.overrides.json";

describe("the file of overrides", () => {
  it("stands beside the configuration, or where that says", async () => {
    const beside = overridden({ [file]: fileOf(nullable) });
    expect((await beside.run([])).code).toBe(0);
    expect(beside.read("generated/pet.ts")).toContain("id: string | null;");
    const named = overridden({
      "in/modelmark.config.json": '{ "docs": "../models-docs", "out": "../generated", "overrides": "facts/o.json" }',
      "in/facts/o.json": fileOf(nullable),
    });
    expect((await named.run(["--config", "in/modelmark.config.json"])).code).toBe(0);
    expect(named.read("generated/pet.ts")).toContain("id: string | null;");
  });

  it("is in the folder of the run where there is no configuration", async () => {
    const { run, write, read } = overridden();
    await run([]);
    expect(read("generated/pet.ts")).toContain("id: string;");
    write(file, fileOf(nullable));
    expect((await run(["check"])).code).toBe(1);
    await run([]);
    expect(read("generated/pet.ts")).toContain("id: string | null;");
    expect(read("generated/pet.ts")).toContain("An override says that it may be null: `types pet.ts:3`.");
  });

  it.each([
    [
      "is no JSON",
      "{",
      "modelmark.overrides.json:1:2: Unexpected end of the file, expected a key in double quotes or `}`",
    ],
    [
      "has a misspelt fact",
      fileOf(nullable.replace("nullable", "nulable")),
      'modelmark.overrides.json:4:5: Unexpected `fact` "nulable"\n  Did you mean `nullable`?',
    ],
    ["has text that a terminal obeys", fileOf('{ "at\\u001b[2J": "" }'), "Unexpected key `at\\u001b[2J`"],
  ])("ends the run as a wrong configuration does where it %s", async (_what, text, message) => {
    const { run } = overridden({ [file]: text });
    for (const argv of [[], ["check"], ["inspect"]]) {
      const { code, stderr } = await run(argv);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
  });

  it("must be there where the configuration names it", async () => {
    const { run } = overridden({ "modelmark.config.json": '{ "overrides": "o.json" }' });
    const { code, stderr } = await run([]);
    expect(stderr).toContain("Missing overrides file `o.json`\n");
    expect(code).toBe(2);
  });

  it("needs no repository", async () => {
    const made = overridden({ [file]: fileOf(nullable) });
    rmSync(made.at(".git"), { recursive: true });
    expect((await made.run([])).code).toBe(0);
    expect(made.read("generated/pet.ts")).toContain("id: string | null;");
  });

  it("may stand out of the repository where a configuration that was read says so", async () => {
    const elsewhere = project({ "o.json": fileOf(nullable) });
    const made = overridden({ "modelmark.config.json": JSON.stringify({ overrides: elsewhere.at("o.json") }) });
    expect((await made.run([])).code).toBe(0);
    expect(made.read("generated/pet.ts")).toContain("id: string | null;");
  });

  it("is a file of the repository, and no larger than the limit", async () => {
    const { run, at, write } = overridden({ "modelmark.config.json": '{ "limits": { "overridesBytes": 40 } }' });
    symlinkSync("/etc/hostname", at(file));
    expect((await run([])).stderr).toContain(`✖ Unexpected symbolic link \`${file}\` out of the repository`);
    rmSync(at(file));
    mkdirSync(at(file));
    expect((await run([])).stderr).toContain(`Cannot read \`${file}\``);
    rmSync(at(file), { recursive: true });
    write(file, fileOf(nullable));
    expect((await run([])).stderr).toMatch(/of \d+ bytes, expected at most 40/);
    const named = overridden({ "modelmark.config.json": '{ "overrides": "../o.json" }' });
    expect((await named.run(["--no-config-code"])).stderr).toContain("out of the repository, expected a file in it");
  });

  it("is an input", async () => {
    const { run } = overridden({ [file]: fileOf(nullable), "modelmark.config.json": "{}" });
    expect((await run(["inspect", "--inputs"])).stdout.split("\n")).toEqual([
      "modelmark.config.json",
      file,
      "models-docs/pet.md",
      "",
    ]);
  });
});

describe("what is told of overrides", () => {
  it("is told at the line of the file, with a frame", async () => {
    const { run } = overridden({ [file]: fileOf(nullable, gone) });
    const { code, stderr } = await run([]);
    expect(code).toBe(0);
    expect(stderr).toContain("modelmark.overrides.json\n  5:5-5:62  warning  Unexpected `nullable` of `pet.md#idd`");
    expect(stderr).toContain('    > 5 |  { "at": "pet.md#idd", "fact": "nullable", "value": true }');
    expect(stderr).toContain("models-docs/pet.md:1:3  the page has no such field");
    expect((await run(["--max-warnings", "0"])).code).toBe(1);
  });

  it("is told to programs", async () => {
    const { run } = overridden({ [file]: fileOf(gone) });
    const json: unknown = JSON.parse((await run(["--reporter", "json"])).stdout);
    expect(json).toMatchObject({ messages: [{ page: `../${file}`, line: 4, rule: "stale-override" }] });
    const sarif = (await run(["--reporter", "sarif"])).stdout;
    expect(sarif).toContain(`"uri": "${file}"`);
    const github = await run(["--reporter", "github"]);
    expect(github.stdout).toContain(`::warning file=${file},line=4,`);
  });

  it("is told by `inspect` of a page, with where facts come from", async () => {
    const { run } = overridden({ [file]: fileOf(nullable, gone) });
    const { stdout, stderr } = await run(["inspect", "pet.md"]);
    expect(JSON.parse(stdout)).toMatchObject({
      models: [
        { fields: [{ nullability: { value: "yes", source: { origin: "override", learned: "types pet.ts:3" } } }] },
      ],
    });
    expect(stderr).toContain("stale-override");
  });
});

describe("a run after a run with overrides", () => {
  it("compiles where they changed, and not where they are as they were", async () => {
    const { run, compiled, write, at, read } = overridden({ [file]: fileOf(nullable) });
    await run([]);
    await run([]);
    expect(compiled()).toBe(1);
    for (const each of ["models-docs/pet.md", file, "generated/pet.ts"]) utimesSync(at(each), 1000, 1000);
    await run([]);
    await run([]);
    expect(compiled()).toBe(1);
    write(file, fileOf(nullable.replace("true", "false")));
    await run([]);
    expect(compiled()).toBe(2);
    expect(read("generated/pet.ts")).toContain("id: string;");
    rmSync(at(file));
    await run([]);
    expect(compiled()).toBe(3);
    write(file, fileOf(nullable));
    expect((await run(["check"])).code).toBe(1);
    await run([]);
    expect(read("generated/pet.ts")).toContain("id: string | null;");
  });

  it("follows an edit of a page with its overrides", async () => {
    const { run, compiled, write, read } = overridden({ [file]: fileOf(nullable) });
    await run([]);
    write("models-docs/pet.md", pet.replace("*string*", "*boolean*"));
    await run([]);
    expect(read("generated/pet.ts")).toContain("id: boolean | null;");
    expect(compiled()).toBe(1);
    write("models-docs/pet.md", pet.replace("`id`", "`key`"));
    const { stderr } = await run([]);
    expect(stderr).toContain("stale-override");
    expect(compiled()).toBe(2);
  });
});
