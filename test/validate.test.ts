import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../src/compile.js";
import { compileStrictly } from "./corpus/judge.js";
import { type FixtureCase, fixtureCases } from "./fixture-cases.js";
import { sharedModuleStub, sharedModuleText, temporaryFolder, writeFiles } from "./fixture-folders.js";
import type { Sample } from "./fixture-samples.js";
import { transpile } from "./transpile.js";

/** A sample, and where the compiler's opinion of it is found. */
interface Probe extends Sample {
  readonly verdict: "takes" | "refuses";
  readonly file: string;
  readonly type: string;
  /** The probe's place: `/speakeasy/enum-fence/probe.ts(3,`. */
  readonly place: string;
}

const root = temporaryFolder();
const cases = fixtureCases.map((fixtureCase) => ({ name: fixtureCase.name, probes: writeCase(fixtureCase) }));
writeFiles(root, [["modelmark.ts", sharedModuleText()]]);
writeFiles(`${root}/run`, [["modelmark.js", transpile(sharedModuleText())]]);

const settings = { allowImportingTsExtensions: true, skipLibCheck: true, noUnusedLocals: false };
let complaints: readonly string[] = [];
beforeAll(async () => {
  complaints = await compileStrictly(root, "6.0", "nodenext", settings);
});

describe.each(cases)("$name", ({ name, probes }) => {
  it("runs", async () => {
    await expect(load(name, "index.js")).resolves.toBeTypeOf("object");
  });

  it.each(probes)("$verdict $literal as $page", async (probe) => {
    const validators = await loadValidators(name, probe);
    expect(validators.is(probe.value)).toBe(probe.accepted);
    expectAgreement(validators, probe);
    expect(complaints.some((complaint) => complaint.includes(probe.place))).toBe(!probe.typed);
  });
});

it("gives the compiler nothing else to complain of", () => {
  const refused = cases.flatMap(({ probes }) => probes.filter(({ typed }) => !typed).map(({ place }) => place));
  expect(complaints.filter((complaint) => !refused.some((place) => complaint.includes(place)))).toEqual([]);
});

/** Writes the outputs of a case as TypeScript and as JavaScript, and its samples as literals. */
function writeCase({ name, pages, options, beside, samples }: FixtureCase): readonly Probe[] {
  const { files, schema } = compile(pages, options);
  const outputs = [
    ...files.filter(({ path }) => path !== "modelmark.ts").map(({ path, text }) => [path, text] as const),
    ...beside,
    ["modelmark.ts", sharedModuleStub] as const,
  ];
  const names = new Map([...schema.models.values()].map((model) => [model.page, schema.names.get(model.id)]));
  const probes = samples.map((sample, at) => {
    const { file, type } = names.get(sample.page) ?? { file: "", type: "" };
    const verdict = sample.accepted ? ("takes" as const) : ("refuses" as const);
    return { ...sample, verdict, file, type, place: `/${name}/probe.ts(${at + 1},` };
  });
  const lines = probes.map(({ file, type, literal }, at) => {
    return `export const v${at}: import("./${file.replace(/\.ts$/, ".js")}").${type} = ${literal};\n`;
  });
  writeFiles(join(root, name), [...outputs, ["probe.ts", lines.join("")]]);
  writeFiles(
    join(root, "run", name),
    outputs
      .filter(([path]) => !path.endsWith(".d.ts"))
      .map(([path, text]) => [path.replace(/\.ts$/, ".js"), transpile(text)]),
  );
  return probes;
}

interface Result {
  readonly value?: unknown;
  readonly issues?: readonly unknown[];
}

/** What the file of a model exports, by its generic names. */
interface Validators {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => Result;
  readonly assert: (value: unknown) => void;
  readonly schema: { readonly "~standard": { readonly validate: (value: unknown) => Result } };
}

async function load(name: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ pathToFileURL(join(root, "run", name, file)).href);
}

async function loadValidators(name: string, { file, type }: Probe): Promise<Validators> {
  const module = await load(name, file.replace(/\.ts$/, ".js"));
  const schema = Object.keys(module).find(
    (key) => key.toLowerCase().replace(/^_/, "") === `${type.toLowerCase()}schema`,
  );
  return {
    is: module[`is${type}`],
    validate: module[`validate${type}`],
    assert: module[`assert${type}`],
    schema: module[schema ?? ""],
  } as Validators;
}

function expectAgreement({ validate, assert, schema }: Validators, { value, accepted }: Probe): void {
  for (const result of [validate(value), schema["~standard"].validate(value)]) {
    if (accepted) expect(result).toEqual({ value });
    else expect(result.issues).not.toHaveLength(0);
    expect(result.issues === undefined).toBe(accepted);
  }
  if (accepted) expect(() => assert(value)).not.toThrow();
  else expect(() => assert(value)).toThrow(expect.objectContaining({ name: "ModelValidationError" }));
}
