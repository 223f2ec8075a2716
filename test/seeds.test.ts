import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { compile, type Output, type SourcePage } from "../src/compile.js";
import { readDocs, shared } from "./corpus/corpora.js";
import { messageLine } from "./fixture-cases.js";
import { temporaryFolder, writeFiles } from "./fixture-folders.js";
import { transpile } from "./transpile.js";

const seeds = join(shared, "seeds");
const docs = fileURLToPath(new URL("../models-docs", import.meta.url));

/** Where the three pages that the project was created from stand in an SDK's docs. */
const places: Readonly<Record<string, string>> = {
  "asyncrunfailedresponse.md": "components/asyncrunfailedresponse.md",
  "runapiresultresponsebody.md": "operations/runapiresultresponsebody.md",
  "getrunresponse.md": "shared/getrunresponse.md",
};

const missing = existsSync(seeds)
  ? ""
  : ` (skipped: they are not at ${seeds}, and MODELMARK_SHARED names no other folder)`;

describe.skipIf(missing)(`the pages that the project was created from${missing}`, () => {
  const folder = temporaryFolder();
  let output: Output;

  beforeAll(() => {
    output = compile(seededPages());
    writeFiles(
      folder,
      output.files.map(({ path, text }) => [path.replace(/\.ts$/, ".js"), transpile(text)] as const),
    );
  });

  it("are read without a message", () => {
    expect(output.messages.map(messageLine)).toEqual([]);
  });

  it("become interfaces with every property as the tables have it", () => {
    expect(propertiesOf(output, "components/asyncrunfailedresponse.ts")).toEqual([
      "error: string",
      "message: string",
      "status: AsyncRunFailedResponseStatus",
      "statusCode: number",
      "runId: string",
    ]);
    expect(propertiesOf(output, "operations/runapiresultresponsebody.ts")).toEqual([
      "runId: string",
      "status: RunApiResultStatus",
      "result?: unknown",
      "extendedPayloads?: ExtendedPayloads[] | undefined",
      "error?: ErrorT | undefined",
      "message?: string | undefined",
      "reason?: Reason | undefined",
    ]);
    expect(propertiesOf(output, "shared/getrunresponse.ts")).toEqual([
      "activeAt?: string | undefined",
      "cancelledAt?: string | undefined",
      "cancelledBy?: string | undefined",
      "constraints?: RunConstraints | undefined",
      "createdAt?: string | undefined",
      "createdBy?: string | undefined",
      "failedAt?: string | undefined",
      "id?: string | undefined",
      "isPrivate?: boolean | undefined",
      "paramValues?: Record<string, string> | undefined",
      "params?: Parameter[] | undefined",
      "permissions?: Permission[] | undefined",
      "resources?: Record<string, string> | undefined",
      "runtime?: Runtime | undefined",
      "sessionId?: string | undefined",
      "status?: Status | undefined",
      "succeededAt?: string | undefined",
      "taskId?: string | undefined",
      "teamId?: string | undefined",
      "timeout?: number | undefined",
      "zoneId?: string | undefined",
    ]);
  });

  it("import what they refer to from the pages beside them", () => {
    expect(importsOf(output, "components/asyncrunfailedresponse.ts")).toEqual(["./asyncrunfailedresponsestatus.js"]);
    expect(importsOf(output, "operations/runapiresultresponsebody.ts")).toEqual([
      "./errort.js",
      "./extendedpayloads.js",
      "./reason.js",
      "./runapiresultstatus.js",
    ]);
    expect(importsOf(output, "shared/getrunresponse.ts")).toEqual([
      "./parameter.js",
      "./permission.js",
      "./runconstraints.js",
      "./runtime.js",
      "./status.js",
    ]);
  });

  it("keep the words of their rows", () => {
    const run = textOf(output, "shared/getrunresponse.ts");
    expect(run).toContain(
      "Will be null if\n   * there was no storage zone, in which case logs and outputs will be in the airplane API.",
    );
    expect(run).toContain("tsk20210728zxb2vxn");
    expect(textOf(output, "components/asyncrunfailedresponse.ts")).toContain(" * Failed API run result\n");
    expect(textOf(output, "operations/runapiresultresponsebody.ts")).toContain("nanoId of 21 characters");
  });

  const failed = { error: "e", message: "m", status: "failed", statusCode: 500, runId: "r" };
  const body = { runId: "r", status: "completed" };
  const error = { message: "m", category: "billing" };

  it.each([failed, { ...failed, statusCode: 0, more: true }])("accept %j as a failed run", async (value) => {
    await expectVerdict("components/asyncrunfailedresponse", "AsyncRunFailedResponse", value, true);
  });

  it.each([
    {},
    null,
    [failed],
    { ...failed, status: "completed" },
    { ...failed, statusCode: "500" },
    { ...failed, runId: undefined },
    { ...failed, error: null },
  ])("refuse %j as a failed run", async (value) => {
    await expectVerdict("components/asyncrunfailedresponse", "AsyncRunFailedResponse", value, false);
  });

  it.each([
    body,
    { ...body, result: null, message: undefined },
    {
      ...body,
      extendedPayloads: [
        { api: "a", parameters: { one: 1 } },
        { api: "b", runId: "c" },
      ],
    },
    { ...body, error: { ...error, code: "script-timeout" }, reason: { type: "terminated", message: "m" } },
  ])("accept %j as the result of a run", async (value) => {
    await expectVerdict("operations/runapiresultresponsebody", "RunApiResultResponseBody", value, true);
  });

  it.each([
    { runId: "r" },
    { ...body, status: "done" },
    { ...body, extendedPayloads: {} },
    { ...body, extendedPayloads: [{ parameters: {} }] },
    { ...body, extendedPayloads: [{ api: "a", parameters: [] }] },
    { ...body, error: { message: "m" } },
    { ...body, error: { ...error, category: "weather" } },
    { ...body, reason: { type: "terminated" } },
    { ...body, message: null },
  ])("refuse %j as the result of a run", async (value) => {
    await expectVerdict("operations/runapiresultresponsebody", "RunApiResultResponseBody", value, false);
  });

  it.each([
    {},
    { id: "r", isPrivate: true, timeout: 3600, status: "Succeeded", runtime: "standard", paramValues: { limit: "20" } },
    { params: [{ name: "a", params: [{ slug: "b" }], values: { type: "string" }, default: null }] },
    {
      permissions: [{ action: "runs.get", roleId: "run_viewer" }],
      constraints: { labels: [{ key: "k", value: "v" }] },
    },
  ])("accept %j as a run", async (value) => {
    await expectVerdict("shared/getrunresponse", "GetRunResponse", value, true);
  });

  it.each([
    "run",
    { id: 1 },
    { timeout: "3600" },
    { status: "succeeded" },
    { paramValues: { limit: 20 } },
    { params: [{ params: [{ slug: 1 }] }] },
    { permissions: [{ roleId: "king" }] },
  ])("refuse %j as a run", async (value) => {
    await expectVerdict("shared/getrunresponse", "GetRunResponse", value, false);
  });

  async function expectVerdict(file: string, type: string, value: unknown, accepted: boolean): Promise<void> {
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, `${file}.js`)).href)) as Validators;
    expect(module[`is${type}`]?.(value)).toBe(accepted);
    const result = module[`validate${type}`]?.(value);
    if (accepted) expect(result).toEqual({ value });
    else expect(result).toMatchObject({ issues: expect.arrayContaining([expect.anything()]) });
  }
});

type Validators = Readonly<Record<string, (value: unknown) => unknown>>;

/** The pages of this repository, with the three original ones in the places of those that say the same. */
function seededPages(): readonly SourcePage[] {
  const originals = Object.entries(places).map(([seed, path]) => ({ path, value: readFileSync(join(seeds, seed)) }));
  return [...readDocs(docs).filter(({ path }) => !Object.values(places).includes(path)), ...originals];
}

function textOf({ files }: Output, path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

function sourceOf(output: Output, path: string): ts.SourceFile {
  return ts.createSourceFile(path, textOf(output, path), ts.ScriptTarget.Latest, true);
}

/** The properties of a file's interface, as `name?: type`. */
function propertiesOf(output: Output, path: string): readonly string[] {
  const interfaces = sourceOf(output, path).statements.filter(ts.isInterfaceDeclaration);
  return interfaces.flatMap(({ members }) =>
    members.map((member) => {
      const question = ts.isPropertySignature(member) && member.questionToken ? "?" : "";
      const type = ts.isPropertySignature(member) ? member.type?.getText() : undefined;
      return `${member.name?.getText()}${question}: ${type}`;
    }),
  );
}

/** The modules that a file imports, without the one that all share. */
function importsOf(output: Output, path: string): readonly string[] {
  return sourceOf(output, path)
    .statements.filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ""))
    .filter((specifier) => !specifier.endsWith("/modelmark.js"));
}
