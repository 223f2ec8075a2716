import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { type Call, withFaults } from "../faulty-disk.js";
import { type Finished, type Project, project } from "../project.js";

const pet = `# Pet

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| \`id\` | *string* | :heavy_check_mark: | N/A |
| \`bornAt\` | *string* | :heavy_minus_sign: | N/A |
`;

const types = `export type Pet = {
  id: string;
  bornAt?: string | null | undefined;
};

export const Pet$inboundSchema = z.object({
  id: z.string(),
  born_at: z.nullable(z.string()).optional(),
}).transform((v) => remap$(v, { "born_at": "bornAt" }));
`;

const openapi = `openapi: 3.1.0
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string, format: uuid }
        born_at: { type: [string, "null"] }
`;

const nullable =
  '{ "at": "pet.md#bornAt", "fact": "nullable", "value": true, "source": "types pet.ts:3", "confidence": "stated" }';
const wireName =
  '{ "at": "pet.md#bornAt", "fact": "wireName", "value": "born_at", "source": "types pet.ts:8", "confidence": "stated" }';

const file = "modelmark.overrides.json";

function fileOf(...items: readonly string[]): string {
  return `{\n  "version": 1,\n  "overrides": [\n    ${items.join(",\n    ")}\n  ]\n}\n`;
}

/** A project whose pages are compiled in earnest. */
function learning(files: Readonly<Record<string, string>> = {}): Project {
  const made = project({ "models-docs/pet.md": pet, "src/models/pet.ts": types, ...files });
  return { ...made, run: (argv): Promise<Finished> => made.run(argv, { compile }) };
}

const fromTypes = ["learn", "--types", "src/models"];

describe("learn", () => {
  it("writes what the SDK's types say, a fact a line, and tells how much that is", async () => {
    const { run, read } = learning();
    const { code, stdout, stderr } = await run(fromTypes);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(read(file)).toBe(fileOf(nullable, wireName));
    expect(stderr).toBe(
      "types: 2 facts: 1 nullable, 1 wireName\n" +
        "✔ modelmark.overrides.json: 2 overrides (2 new, 0 changed, 0 dropped, 0 as before), written\n",
    );
  });

  it("puts a whole file in the place of the former one, with its mode, or leaves that", async () => {
    const { run, read, at } = learning({ [file]: fileOf(wireName) });
    chmodSync(at(file), 0o600);
    const refuse = ({ name }: Call): string | undefined => (name === "renameSync" ? "ENOSPC" : undefined);
    await withFaults(at("."), refuse, async () => {
      expect((await run(fromTypes)).code).toBe(1);
    });
    expect(read(file)).toBe(fileOf(wireName));
    expect(readdirSync(at(".")).sort()).toEqual([".git", file, "models-docs", "src"]);
    expect((await run(fromTypes)).code).toBe(0);
    expect(read(file)).toBe(fileOf(nullable, wireName));
    expect(lstatSync(at(file)).mode & 0o777).toBe(0o600);
  });

  it("writes nothing where nothing is new", async () => {
    const { run, at } = learning({ [file]: fileOf(nullable, wireName) });
    const { mtimeMs } = lstatSync(at(file));
    const { stderr } = await run(fromTypes);
    expect(stderr).toContain("2 overrides (0 new, 0 changed, 0 dropped, 2 as before)\n");
    expect(lstatSync(at(file)).mtimeMs).toBe(mtimeMs);
  });

  it("writes no file where there is nothing to say", async () => {
    const { run, at } = learning({ "src/models/pet.ts": "export type Pet = { id: string; bornAt?: string };" });
    expect((await run(fromTypes)).code).toBe(0);
    expect(lstatSync(at(file), { throwIfNoEntry: false })).toBeUndefined();
  });

  it("keeps what people wrote, and tells where a source says otherwise", async () => {
    const byHand = '{ "at": "pet.md#bornAt", "fact": "nullable", "value": false }';
    const { run, read } = learning({ [file]: fileOf(byHand) });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(0);
    expect(read(file)).toBe(fileOf(byHand, wireName));
    expect(stderr).toContain("⚠ pet.md#bornAt: nullable false (by hand) stays, not true (types pet.ts:3)");
  });

  it("renews what the same source said, and drops what it no longer says", async () => {
    const old = wireName.replace("born_at", "bornOn");
    const gone = nullable.replace("bornAt", "id");
    const { run, read } = learning({ [file]: fileOf(nullable, old, gone) });
    const { stderr } = await run(fromTypes);
    expect(read(file)).toBe(fileOf(nullable, wireName));
    expect(stderr).toContain("(0 new, 1 changed, 1 dropped, 1 as before)");
  });

  it("leaves what another source said, and names the schema that the file names", async () => {
    const { run, read } = learning({
      "api.yaml": openapi,
      [file]: `{ "$schema": "./overrides.schema.json", "version": 1, "overrides": [${nullable}, ${wireName}] }`,
    });
    await run(["learn", "--openapi", "api.yaml"]);
    const lines = read(file).split("\n");
    expect(lines[1]).toBe('  "$schema": "./overrides.schema.json",');
    expect(lines.slice(4, 6)).toEqual([`    ${nullable},`, `    ${wireName},`]);
    expect(lines[6]).toContain('"at": "pet.md#id", "fact": "format", "value": "uuid", "source": "openapi api.yaml#');
  });

  it("learns from several sources at once, the surer ones first", async () => {
    const { run, read } = learning({ "samples/Pet.json": '[{ "id": "1", "born_at": null }, { "id": null }]' });
    const { stderr } = await run([...fromTypes, "--samples", "samples"]);
    expect(stderr).toContain("samples: ");
    expect(read(file)).toContain(nullable);
    expect(read(file)).toMatch(/"pet.md#id", "fact": "nullable".*"observed"/);
  });

  it("takes --docs for the pages of another language, and --pages for its own", async () => {
    const python = pet
      .replace("| `bornAt` | *string* |", "| `born_at` | *Nullable[str]* |")
      .replace("*string*", "*str*");
    const { run, read } = learning({ "python/pet.md": python, "own/pet.md": pet });
    const { code } = await run(["learn", "--docs", "python", "--pages", "own"]);
    expect(code).toBe(0);
    expect(read(file)).toContain('"at": "pet.md#bornAt", "fact": "nullable", "value": true, "source": "docs pet.md:');
  });

  it("prints a difference and writes nothing in a dry run", async () => {
    const { run, read } = learning({ [file]: fileOf(nullable) });
    const { code, stdout, stderr } = await run([...fromTypes, "--dry-run", "--no-color"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`--- ${file}\n+++ ${file}\n`);
    expect(stdout).toContain(`+    ${wireName}\n`);
    expect(stderr).not.toContain("written");
    expect((await learning().run([...fromTypes, "--dry-run", "--no-color"])).stdout).toContain("@@ -0,0 +1,7 @@\n");
    expect(read(file)).toBe(fileOf(nullable));
  });

  it("tells of types that cannot be read, and learns from the others", async () => {
    const { run, read } = learning({ "src/models/broken.ts": "export type Broken = {\n  a: ;\n" });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ types broken.ts: Unexpected syntax in line 2:");
    expect(read(file)).toBe(fileOf(nullable, wireName));
  });

  it("keeps what a file said that cannot be read any more", async () => {
    const { run, read, write } = learning({ [file]: fileOf(nullable, wireName) });
    write("src/models/pet.ts", "export type Pet = {");
    expect((await run(fromTypes)).code).toBe(1);
    expect(read(file)).toBe(fileOf(nullable, wireName));
  });

  it("tells of payloads that cannot be read, and keeps what they said before", async () => {
    const said = nullable.replace("types pet.ts:3", "samples Pet/1.json:1:14").replace("stated", "observed");
    const { run, read } = learning({
      [file]: fileOf(said),
      "samples/Pet/1.json": '{ "id": ',
      "samples/Pet/2.json": '{ "id": "1", "born_at": "x" }',
    });
    const { code, stderr } = await run(["learn", "--samples", "samples"]);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ samples Pet/1.json: Unexpected text at 1:9, expected a value");
    expect(read(file)).toContain(said);
    expect(read(file)).toContain('"fact": "wireName", "value": "born_at"');
  });

  it("tells of a payload that is too large", async () => {
    const { run } = learning({ "Pet.json": " ".repeat(33_554_433) });
    const { code, stderr } = await run(["learn", "--samples", "Pet.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ samples Pet.json: Unexpected size, expected at most 33554432 bytes");
  });

  it("follows a link to a payload that is named, and none that is found", async () => {
    const { run, at } = learning({ "recorded.json": '{ "id": null }', "samples/Pet/1.json": '{ "id": "1" }' });
    symlinkSync("../recorded.json", at("samples/Pet.json"));
    expect((await run(["learn", "--samples", "samples"])).stderr).toContain("samples: no fact that the pages lack");
    expect((await run(["learn", "--samples", "samples/Pet.json"])).stderr).toContain("samples: 1 fact: 1 nullable");
  });

  it("refuses a model of samples that is none, and keeps what former ones said", async () => {
    const said = nullable.replace("types pet.ts:3", "samples Pet.json:1:14").replace("stated", "observed");
    const { run, read } = learning({
      [file]: fileOf(said),
      "a.json": "{}",
      "models-docs/b/cat.md": pet.replace("Pet", "Cat"),
      "models-docs/a/cat.md": pet.replace("Pet", "Cat"),
    });
    const none = await run(["learn", "--samples", "a.json", "--model", "Pets"]);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean `Pet`?") });
    const two = await run(["learn", "--samples", "a.json", "--model", "Cat"]);
    expect(two).toMatchObject({ code: 2, stderr: expect.stringContaining("Name a page: `a/cat.md`, `b/cat.md`.") });
    const nameless = await run(["learn", "--samples", "a.json"]);
    expect(nameless).toMatchObject({ code: 2, stderr: expect.stringContaining("of which none is called as a model") });
    expect(read(file)).toBe(fileOf(said));
  });

  it("tells of pages with errors, and keeps what was said of them", async () => {
    const { run, read } = learning({
      [file]: fileOf(nullable, wireName),
      "models-docs/cat.md": pet.replace("# Pet", "# Cat"),
      "src/models/cat.ts": types.replaceAll("Pet", "Cat"),
      "models-docs/pet.md": pet.replace("| Type |", "| Kind of |"),
    });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ pet.md: errors, which `modelmark check` lists");
    expect(read(file)).toContain(`${nullable},\n    ${wireName}`);
    expect(read(file)).toContain('"at": "cat.md#bornAt"');
  });

  it("refuses a folder without pages, and keeps what was said of them", async () => {
    const { run, read } = learning({ [file]: fileOf(nullable) });
    const { code, stderr } = await run([...fromTypes, "--pages", "src"]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Missing model pages in `src`"),
    });
    expect(read(file)).toBe(fileOf(nullable));
  });

  it("writes nothing out of the repository", async () => {
    const { run } = learning({ "modelmark.config.json": '{ "overrides": "../elsewhere.json" }' });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(2);
    expect(stderr).toContain("elsewhere.json` is out of the repository\n");
  });

  it("tells of types without a page, and of pages without a type", async () => {
    const { run } = learning({
      "src/models/cat.ts": "export type Cat = { a: string };",
      "models-docs/pett.md": pet.replace("# Pet", "# Pett"),
    });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(0);
    expect(stderr).toContain("ℹ 2 things could not be matched:\n");
    expect(stderr).toContain("types cat.ts:1: `Cat` has no page");
    expect(stderr).toContain("No type is called `Pett`: Did you mean `Pet`? (pett.md)");
  });

  it.each([
    [["learn"], "Missing a source to learn from"],
    [["learn", "--types", "nowhere"], "Missing `nowhere`"],
    [["learn", "--types", "models-docs"], "Missing TypeScript in `models-docs`"],
    [["learn", "--openapi", "src/models/pet.ts"], "expected JSON or YAML"],
    [["learn", "--samples", "src"], "Missing payloads in `src`"],
    [["learn", "--openapi", ""], "Expected a file."],
    [["learn", "--docs", "nowhere"], "Name the docs folder of an SDK in another language."],
    [["learn", "--docs", "src"], "Missing model pages in `src`"],
    [["learn", "--types", "src/models", "--model", "Pet"], "Unexpected flag --model without --samples"],
    [["learn", "--types", "src/models", "--reporter", "json"], "Unexpected flag --reporter json for `learn`"],
    [["learn", "--types", "src/models", "--staged"], "Unexpected flag --staged for `learn`"],
  ])("refuses %j", async (argv, complaint) => {
    const { code, stderr } = await learning().run(argv);
    expect(stderr).toContain(complaint);
    expect(code).toBe(2);
  });

  it("refuses to read or to write a file that is wrong, or a link", async () => {
    const wrong = learning({ [file]: "{" });
    expect((await wrong.run(fromTypes)).code).toBe(2);
    expect(wrong.read(file)).toBe("{");
    const linked = learning({ "elsewhere.json": fileOf(nullable) });
    symlinkSync("elsewhere.json", linked.at(file));
    const { code, stderr } = await linked.run(fromTypes);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("symbolic link") });
    expect(linked.read("elsewhere.json")).toBe(fileOf(nullable));
  });

  it("refuses to write anew what is not UTF-8", async () => {
    const made = learning();
    const bytes = Buffer.from(fileOf(wireName).replace("wireName", "wireName\u00ff"), "latin1");
    writeFileSync(made.at(file), bytes);
    const { code, stderr } = await made.run(fromTypes);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("it is not UTF-8") });
    expect(readFileSync(made.at(file)).equals(bytes)).toBe(true);
  });

  it("leaves what another document said, and what payloads of other models proved", async () => {
    const owner = pet.replaceAll("Pet", "Owner");
    const made = learning({ "a.yaml": openapi, "models-docs/owner.md": owner, "one/1.json": '{ "id": null }' });
    const factsOf = (): readonly string[] => made.read(file).match(/"source": "[^"]*"/g) ?? [];
    await made.run(["learn", "--openapi", "a.yaml"]);
    const said = factsOf();
    expect(said.length).toBeGreaterThan(0);
    made.write("b.yaml", "openapi: 3.0.0\ninfo: { title: B, version: '1' }\npaths: {}\n");
    await made.run(["learn", "--openapi", "b.yaml"]);
    expect(factsOf()).toEqual(said);
    for (const model of ["Owner", "Pet"]) await made.run(["learn", "--samples", "one", "--model", model]);
    expect(factsOf().join()).toMatch(/samples Owner\/1\.json.*samples Pet\/1\.json/);
  });

  it("leaves what a document said that is called alike in another folder", async () => {
    const others = openapi.replace("format: uuid", "format: email");
    const made = learning({ "v1/api.yaml": openapi, "v2/api.yaml": others, "out/api.yaml": "openapi: 3.1.0\n" });
    await made.run(["learn", "--openapi", "v1/api.yaml"]);
    const said = made.read(file);
    expect(said).toContain('"source": "openapi v1/api.yaml#/');
    const { stderr } = await made.run(["learn", "--openapi", "./v2/api.yaml"]);
    expect(stderr).toContain("(0 new, 0 changed, 0 dropped");
    expect(stderr).toContain("openapi v2/api.yaml#/");
    expect(made.read(file)).toBe(said);
    await made.run(["learn", "--openapi", "out/../v1/api.yaml"]);
    expect(made.read(file)).toBe(said);
  });

  it("drops what a payload proved that is gone, wherever the payloads of its model lie", async () => {
    const made = learning({ "all/old/Pet/1.json": '{ "id": "1" }', "all/old/Pet/2.json": '{ "id": null }' });
    await made.run(["learn", "--samples", "all"]);
    expect(made.read(file)).toContain("samples old/Pet/2.json");
    rmSync(made.at("all/old/Pet/2.json"));
    await made.run(["learn", "--samples", "all"]);
    expect(made.read(file)).not.toContain("samples old/Pet/2.json");
  });

  it("reads no overrides of more bytes than the configuration allows", async () => {
    const config = { "modelmark.config.json": '{ "limits": { "overridesBytes": 100 } }' };
    const overrides = `${fileOf(nullable, wireName)}${" ".repeat(100)}`;
    const { run, read } = learning({ ...config, [file]: overrides });
    const { code, stderr } = await run(fromTypes);
    expect(code).toBe(2);
    expect(stderr).toContain("expected at most 100");
    expect(read(file)).toBe(overrides);
  });
});

describe("check --against", () => {
  const against = ["check", "--against", "types=src/models"];

  async function checked(made: Project, ...more: readonly string[]): Promise<Finished> {
    await made.run(["generate"]);
    return await made.run([...against, ...more]);
  }

  it("tells of what the pages leave out, at its cell", async () => {
    const { code, stdout } = await checked(learning(), "--reporter", "json");
    const { messages } = JSON.parse(stdout);
    expect(messages.map(({ rule, line }: { rule: string; line: number }) => [rule, line])).toEqual([
      ["unsaid-fact", 8],
      ["unsaid-fact", 8],
    ]);
    expect(messages[1]).toMatchObject({ page: "pet.md", severity: "warning", expected: ["one that may be null"] });
    expect(code).toBe(0);
  });

  it("tells nothing of what people decided otherwise by hand", async () => {
    const decided = '{ "at": "pet.md#bornAt", "fact": "nullable", "value": false }';
    const { stdout } = await checked(learning({ [file]: fileOf(decided) }), "--reporter", "json");
    const { messages } = JSON.parse(stdout);
    expect(messages.map(({ rule }: { rule: string }) => rule)).toEqual(["unsaid-fact"]);
    expect(stdout).toContain("born_at");
  });

  it("has nothing to tell once it was learned", async () => {
    const made = learning();
    await made.run(fromTypes);
    const { code, stderr } = await checked(made);
    expect(stderr).toMatch(/^✔ 1 page, 1 model: \d outputs up to date/);
    expect(code).toBe(0);
  });

  it("fails where the pages say otherwise, in every report", async () => {
    const files = { "src/models/pet.ts": "export type Pet = { id: number; bornAt?: string };" };
    for (const reporter of ["pretty", "json", "github", "sarif"]) {
      const { code, stdout, stderr } = await checked(learning(files), "--reporter", reporter);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain("expected `number` as in types pet.ts:1");
    }
  });

  it("heeds severities, and comments of the page, which are no less of use without it", async () => {
    const files = { "src/models/pet.ts": "export type Pet = { id: number; bornAt?: string };" };
    const config = { "modelmark.config.json": '{ "rules": { "drift": "off" } }' };
    expect((await checked(learning({ ...files, ...config }))).code).toBe(0);
    const silenced = pet.replace("## Fields", "<!-- modelmark-disable drift -->\n\n## Fields");
    const made = learning({ ...files, "models-docs/pet.md": silenced });
    expect((await checked(made)).code).toBe(0);
    expect((await made.run(["check", "--reporter", "json"])).stdout).toContain('"messages": []');
  });

  it("says of a file that cannot be read how to mend it", async () => {
    const { code, stdout } = await checked(
      learning({ "src/models/broken.ts": "export type Broken = {\n  a: ;\n" }),
      "--reporter",
      "json",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("(types broken.ts)");
    expect(stdout).toContain("Mend the file, or name another source.");
  });

  it("tells of files that cannot be read where drift is none of its business", async () => {
    const config = {
      "modelmark.config.json": '{ "rules": { "drift": "off", "unsaid-fact": "off", "unmatched-source": "off" } }',
    };
    const broken = { "src/models/broken.ts": "export type Broken = {\n  a: ;\n" };
    const { code, stdout } = await checked(learning({ ...config, ...broken }), "--reporter", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout).messages).toMatchObject([{ rule: "unread-source", page: "." }]);
  });

  it("compares with an OpenAPI document, and with several sources", async () => {
    const made = learning({ "api.yaml": openapi });
    const { stdout } = await checked(made, "--against", "openapi=api.yaml", "--reporter", "json");
    expect(stdout).toContain("as in types pet.ts:3");
    expect(stdout).toContain("as in openapi api.yaml#");
  });

  it.each([
    [["--against", "src/models"], "Expected types=DIR or openapi=FILE."],
    [["--against", "types=nowhere"], "Missing `nowhere`"],
    [["--against", "types=src/models", "--staged"], "Unexpected flag --staged beside --against"],
  ])("refuses %j", async (argv, complaint) => {
    const { code, stderr } = await learning().run(["check", ...argv]);
    expect(stderr).toContain(complaint);
    expect(code).toBe(2);
  });
});
