import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Compile } from "../../../src/cli/environment.js";
import { compile } from "../../../src/compile.js";
import { repository } from "./temporary-repository.js";
import type { TestRepository } from "./test-repository.js";

const pet = "# Pet\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n| `id` | *string* |\n";
const file = "modelmark.overrides.json";
const pages = { "models-docs/pet.md": pet };

function factsOf(value: boolean, field = "id"): string {
  const item = `{ "at": "pet.md#${field}", "fact": "required", "value": ${value} }`;
  return `{\n  "version": 1,\n  "overrides": [\n    ${item}\n  ]\n}\n`;
}

function overridden(files: Readonly<Record<string, string>>): TestRepository & { readonly compiled: () => number } {
  const made = repository(files);
  let compiled = 0;
  const counted: Compile = (...args) => {
    compiled += 1;
    return compile(...args);
  };
  const run: TestRepository["run"] = (argv, circumstances) =>
    made.run(argv, { compile: counted, generator: "one", ...circumstances });
  return { ...made, run, compiled: () => compiled };
}

describe("the overrides of a run over the index", () => {
  it("are the staged ones, not those of the working tree", async () => {
    const made = overridden({ ...pages, [file]: factsOf(true) });
    made.git("add", ".");
    made.write(file, "{");
    expect((await made.run(["generate", "--staged"])).code).toBe(0);
    expect(made.staged("generated/pet.ts")).toContain("id: string;");
    made.remove(file);
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    expect(made.compiled()).toBe(1);
  });

  it("are none where they are not staged", async () => {
    const made = overridden(pages);
    made.git("add", ".");
    made.write(file, factsOf(true));
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/pet.ts")).toContain("id?: string");
  });

  it("lead to another run where others are staged", async () => {
    const made = overridden({ ...pages, [file]: factsOf(false) });
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    made.write(file, factsOf(true));
    made.git("add", file);
    expect((await made.run(["check", "--staged"])).code).toBe(1);
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/pet.ts")).toContain("id: string;");
    expect((await made.run(["check"])).code).toBe(0);
  });

  it("stand where the staged configuration says, and are told of at their staged lines", async () => {
    const made = overridden({
      ...pages,
      "modelmark.config.json": '{ "overrides": "facts/o.json" }',
      "facts/o.json": factsOf(true, "idd"),
    });
    made.git("add", ".");
    made.write("modelmark.config.json", "{}");
    made.write("facts/o.json", "{}");
    const { stderr } = await made.run(["check", "--staged"]);
    expect(stderr).toContain("facts/o.json\n  4:5-");
    expect(stderr).toContain('> 4 |  { "at": "pet.md#idd"');
  });

  it("end it where they are too large", async () => {
    const config = '{ "limits": { "overridesBytes": 40 } }';
    const made = overridden({ ...pages, "modelmark.config.json": config, [file]: factsOf(true) });
    made.git("add", ".");
    const { code, stderr } = await made.run(["check", "--staged"]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/of \d+ bytes, expected at most 40/),
    });
  });

  it("end it where they are wrong, or named and not staged", async () => {
    const made = overridden({ ...pages, [file]: "{" });
    made.git("add", ".");
    const { code, stderr } = await made.run(["check", "--staged"]);
    expect({ code, isNamed: stderr.includes(`${file}:1:2`) }).toEqual({ code: 2, isNamed: true });
    const named = overridden({ ...pages, "modelmark.config.json": '{ "overrides": "o.json" }' });
    named.git("add", ".");
    named.write("o.json", factsOf(true));
    expect((await named.run(["check", "--staged"])).stderr).toContain("which is not staged");
  });

  it("are those that are staged where a link leads", async () => {
    const made = overridden({ ...pages, "facts.json": factsOf(true) });
    symlinkSync("facts.json", made.at(file));
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/pet.ts")).toContain("id: string;");
    made.write("facts.json", factsOf(false));
    expect((await made.run(["check", "--staged"])).code).toBe(0);
    made.git("add", ".");
    expect((await made.run(["check", "--staged"])).code).toBe(1);
  });

  it("are read from the disk where they stand out of the repository, and lead to another run where they change", async () => {
    const elsewhere = overridden({ "o.json": factsOf(true) });
    const config = JSON.stringify({ overrides: elsewhere.at("o.json") });
    const made = overridden({ ...pages, "modelmark.config.json": config });
    made.git("add", ".");
    await made.run(["generate", "--staged"]);
    expect(made.staged("generated/pet.ts")).toContain("id: string;");
    elsewhere.write("o.json", factsOf(false));
    expect((await made.run(["check", "--staged"])).code).toBe(1);
  });

  it("are read from the disk where the index has no file of theirs", async () => {
    const made = overridden(pages);
    made.git("add", ".");
    made.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},${file}`);
    made.write(file, factsOf(true));
    expect((await made.run(["generate", "--staged"])).code).toBe(0);
    expect(made.staged("generated/pet.ts")).toContain("id: string;");
  });
});
