import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type ConfigFile, configFilesFrom, configOf, configPlaces, loadConfigFile } from "../../src/cli/config-file.js";
import { ConfigError } from "../../src/config-error.js";
import { type Project, project } from "./project.js";

/** What is read in a project, or the sentence and the hint that say why nothing is. */
async function load(made: Project, config?: string, configCode = true): Promise<ConfigFile | readonly string[]> {
  return await orReason(loadConfigFile(made.at("."), { config, configCode }));
}

/** What the text of a file is read as. */
async function read(name: string, text: string, configCode = true): Promise<unknown> {
  return await orReason(configOf(`/top/${name}`, text, "/top", { configCode }));
}

async function orReason<Found>(found: Promise<Found>): Promise<Found | readonly string[]> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof ConfigError) return [error.message, error.hint];
    throw error;
  }
}

const empty = (name: string) => [`Unexpected empty file \`${name}\``, "Write `{}`, or remove it."];
const keyless = ["Missing key `modelmark` in `package.json`", "Add it, or name another file with --config."];
const withoutDefault = (name: string) => [
  `Missing default export in \`${name}\``,
  "Write `export default defineConfig({ … })`.",
];

describe("the files that may hold a configuration", () => {
  it("stand in the folder and in those above it, up to the root of the repository", () => {
    const { at } = project({ "in/deep/a": "" });
    const below = (folder: string) => configPlaces.map((place) => path.join(folder, place));
    expect(configFilesFrom(at("in/deep"), undefined)).toEqual(
      ["in/deep", "in", "."].flatMap((each) => below(at(each))),
    );
    expect(configFilesFrom(at("."), undefined)).toEqual(below(at(".")));
  });

  it("stand up to the root of the disk where there is no repository", () => {
    const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), "modelmark-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(configFilesFrom(folder, undefined).at(-1)).toBe(path.join(path.parse(folder).root, "package.json"));
  });

  it("are the one that is named", () => {
    expect(configFilesFrom("/top", "in/my.json")).toEqual([path.resolve("/top/in/my.json")]);
  });
});

describe("a configuration on the disk", () => {
  it("is by default where there is none", async () => {
    const made = project({ "package.json": "{}" });
    expect(await load(made)).toEqual({ folder: made.at("."), config: {} });
  });

  it("is the nearest, and else the one that is named", async () => {
    const made = project({ "modelmark.config.json": '{ "docs": "a" }', "in/my.json": '\ufeff{ "docs": "b" }' });
    const nearest = {
      file: made.at("modelmark.config.json"),
      folder: path.resolve(made.at(".")),
      config: { docs: "a" },
    };
    expect(await load(made)).toEqual(nearest);
    expect(await load(made, "in/my.json")).toEqual({
      file: made.at("in/my.json"),
      folder: made.at("in"),
      config: { docs: "b" },
    });
  });

  it.each([
    ["modelmark.config.json", " \n", empty("modelmark.config.json")],
    ["modelmark.config.ts", "", empty("modelmark.config.ts")],
    ["modelmark.config.mjs", "export const a = 1;", withoutDefault("modelmark.config.mjs")],
    ["modelmark.config.mjs", "export default null;", withoutDefault("modelmark.config.mjs")],
    [
      "modelmark.config.mjs",
      "throw new Error('oh no');",
      ["Cannot read `modelmark.config.mjs`: oh no", expect.stringContaining("Mend")],
    ],
    [
      "modelmark.config.mjs",
      "throw 'oh\\nno';",
      ["Cannot read `modelmark.config.mjs`: oh", expect.stringContaining("Mend")],
    ],
    [
      "modelmark.config.mjs",
      "export default { get docs() { throw new Error('oh no'); } };",
      ["modelmark.config.mjs: oh no", "Mend `modelmark.config.mjs`."],
    ],
    [
      "modelmark.config.json",
      '{ "doc": "a" }',
      ["modelmark.config.json: Unexpected key `doc`", "Did you mean `docs`?"],
    ],
  ])("is refused as %s: %j", async (file, text, reason) => {
    const made = project({ [file]: text });
    expect(await load(made)).toEqual(reason);
    expect(await load(made, file)).toEqual(reason);
  });

  it.each(["modelmark.config.ts", "modelmark.config.mjs"])(
    "is refused where it may be no program: %s",
    async (file) => {
      const made = project({ [file]: "export default {};" });
      const refused = [
        `Unexpected program \`${file}\` as the configuration, expected JSON`,
        expect.stringContaining("--no-config-code runs none"),
      ];
      expect(await load(made, undefined, false)).toEqual(refused);
      expect(await load(made, file, false)).toEqual(refused);
      expect(await load(made)).toMatchObject({ config: {} });
    },
  );

  it("is refused where what is named has no key of ours, another ending, is not there, or cannot be read", async () => {
    const made = project({ "package.json": "{}", "config.yaml": "" });
    expect(await load(made, "package.json")).toEqual(keyless);
    expect(await load(made, "config.yaml")).toEqual([
      "Unexpected configuration file `config.yaml`",
      "It may end in .ts, .mts, .js, .mjs, .json.",
    ]);
    expect(await load(made, "gone.json")).toEqual([
      "Cannot read `gone.json`: no such file or directory (ENOENT)",
      "--config names a file relative to the current folder.",
    ]);
    symlinkSync("round.json", made.at("round.json"));
    expect(await load(made, "round.json")).toEqual([
      "Cannot read `round.json`: too many symbolic links encountered (ELOOP)",
      "Mend the file.",
    ]);
  });

  it("is refused where it is no file, which may be waited for", async () => {
    const made = project();
    mkdirSync(made.at("modelmark.config.ts"));
    const hint = "Remove it, or name a file with --config.";
    expect(await load(made)).toEqual(["Unexpected folder `modelmark.config.ts`, expected a file", hint]);
    execFileSync("mkfifo", [made.at("my.json")]);
    expect(await load(made, "my.json")).toEqual(["Unexpected socket, pipe or device `my.json`, expected a file", hint]);
  });
});

describe("a configuration that is a text", () => {
  const found = (name: string) => ({
    file: `/top/${name}`,
    folder: path.dirname(`/top/${name}`),
    config: { docs: "a" },
  });

  it.each([
    ["in/modelmark.config.json", '\ufeff{ "docs": "a" }'],
    ["in/package.json", '{ "name": "x", "modelmark": { "docs": "a" } }'],
    ["modelmark.config.ts", "const docs: string = 'a';\nexport default { docs };"],
    ["modelmark.config.js", "module.exports = { docs: 'a' };"],
  ])("is read as %s", async (name, text) => {
    expect(await read(name, text)).toEqual(found(name));
  });

  it("is none in a package.json without our key", async () => {
    for (const text of ["{}", "null", "1", '"modelmark"', '{ "modelmark": null }', '["modelmark"]'])
      expect(await read("package.json", text)).toBeUndefined();
  });

  it("may be no program where that is said", async () => {
    expect(await read("modelmark.config.ts", "export default {};", false)).toEqual([
      "Unexpected program `modelmark.config.ts` as the configuration, expected JSON",
      expect.stringContaining("/top/modelmark.config.ts"),
    ]);
    expect(await read("modelmark.config.json", '{ "docs": "a" }', false)).toEqual(found("modelmark.config.json"));
  });

  it.each([
    ["modelmark.config.json", " \n", empty("modelmark.config.json")],
    ["modelmark.config.ts", "", empty("modelmark.config.ts")],
    ["package.json", "", empty("package.json")],
    ["modelmark.config.ts", "export const a = 1;", withoutDefault("modelmark.config.ts")],
    ["modelmark.config.ts", "export default null;", withoutDefault("modelmark.config.ts")],
    ["modelmark.config.js", "module.exports = null;", withoutDefault("modelmark.config.js")],
    [
      "modelmark.config.js",
      "module.exports = 5;",
      [
        "modelmark.config.js: Unexpected value 5 in the configuration, expected an object",
        expect.stringContaining("config.schema.json"),
      ],
    ],
    [
      "modelmark.config.js",
      "throw 'oh no';",
      ["Cannot read `modelmark.config.js`: oh no", "Mend `/top/modelmark.config.js`."],
    ],
    [
      "in/modelmark.config.json",
      '{ "doc": "a" }',
      ["in/modelmark.config.json: Unexpected key `doc`", "Did you mean `docs`?"],
    ],
  ])("is refused as %s: %j", async (name, text, reason) => {
    expect(await read(name, text)).toEqual(reason);
  });
});
