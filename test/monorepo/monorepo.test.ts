import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockText, type Monorepo, makeMonorepo } from "./monorepo.js";
import { absence, runTask, type Tool, tools } from "./tools.js";

const timeout = 600_000;

describe.skipIf(absence !== "").each(tools)(`$name on 50 packages${absence}`, { timeout }, (tool) => {
  const monorepo = freshMonorepo(tool, 50);
  const first: string[] = [];

  beforeAll(async () => {
    first.push(...(await executedFor(tool, "generate", monorepo())));
  });

  it("runs generate in every package at first", () => {
    expect(first).toEqual(monorepo().packages.map((folder) => `${folder} generate`));
  });

  it("runs it in none where nothing has changed", async () => {
    expect(await executedFor(tool, "generate", monorepo())).toEqual([]);
  });

  it("runs it in the one whose page was edited", async () => {
    monorepo().append("packages/p26/models-docs/components/node.md", "\n");
    expect(await executedFor(tool, "generate", monorepo())).toEqual(["packages/p26 generate"]);
  });

  it("brings back outputs that were deleted, and runs nothing", async () => {
    const before = outputsOf(monorepo());
    for (const folder of monorepo().packages) monorepo().remove(`${folder}/generated`);
    expect(await executedFor(tool, "generate", monorepo())).toEqual([]);
    expect(outputsOf(monorepo())).toEqual(before);
  });
});

describe.skipIf(absence !== "").each(tools)(`the tasks of $name${absence}`, { timeout }, (tool) => {
  const monorepo = freshMonorepo(tool, 3);

  beforeAll(async () => {
    await executedFor(tool, "generate", monorepo());
  });

  it("have every input that modelmark reads", async () => {
    const configurations = { "packages/p00": "modelmark.config.ts", "packages/p01": "package.json" };
    for (const [folder, configuration] of Object.entries(configurations)) {
      const inputs = listed(monorepo(), folder, "--inputs");
      expect(inputs).toContain(configuration);
      for (const input of inputs) {
        monorepo().append(path.join(folder, input), "\n");
        expect(await executedFor(tool, "generate", monorepo()), input).toEqual([`${folder} generate`]);
      }
    }
  });

  it("have no input that modelmark does not read", async () => {
    for (const file of ["README.md", "packages/p00/README.md", "packages/p00/src/index.ts"]) {
      monorepo().write(file, "Something else.\n");
    }
    expect(await executedFor(tool, "generate", monorepo())).toEqual([]);
  });

  it("have every output that modelmark writes", () => {
    for (const folder of monorepo().packages) {
      const outputs = [...monorepo().filesBelow(`${folder}/generated`).keys()].map((file) => `generated/${file}`);
      expect(listed(monorepo(), folder, "--outputs")).toEqual(outputs);
    }
  });

  it("are run again for another version of modelmark", async () => {
    const { packages, write } = monorepo();
    write("package-lock.json", lockText(packages, "0.2.0"));
    expect(await executedFor(tool, "generate", monorepo())).toEqual(packages.map((folder) => `${folder} generate`));
  });

  it("check what has changed, and that once", async () => {
    const all = monorepo().packages.map((folder) => `${folder} check`);
    expect(await executedFor(tool, "check", monorepo())).toEqual(all);
    expect(await executedFor(tool, "check", monorepo())).toEqual([]);
  });

  it("leave no output of a page that came and went, or check names it", async () => {
    const { filesBelow, write, remove } = monorepo();
    const before = filesBelow("packages/p01/generated");
    write("packages/p01/models-docs/extra.md", "# Extra\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n");
    expect(await executedFor(tool, "generate", monorepo())).toEqual(["packages/p01 generate"]);
    remove("packages/p01/models-docs/extra.md");
    expect(await executedFor(tool, "generate", monorepo())).toEqual([]);
    if (tool.emptiesOutputs) {
      expect(filesBelow("packages/p01/generated")).toEqual(before);
    } else {
      const { code, text } = await runTask(tool, "check", monorepo().root);
      expect(code).not.toBe(0);
      expect(text).toContain("extra.ts: left as it is, an output of modelmark that no page and no manifest names");
      remove("packages/p01/generated/extra.ts");
    }
    await executedFor(tool, "check", monorepo());
    expect(filesBelow("packages/p01/generated")).toEqual(before);
  });

  it("let no check pass for outputs that came back from before an edit", async () => {
    await executedFor(tool, "check", monorepo());
    const { filesBelow, append, write } = monorepo();
    const former = filesBelow("packages/p02/generated");
    append("packages/p02/models-docs/components/node.md", "\n## Text\n");
    expect(await executedFor(tool, "generate", monorepo())).toEqual(["packages/p02 generate"]);
    expect(await executedFor(tool, "check", monorepo())).toEqual(["packages/p02 check"]);
    for (const [file, text] of former) write(`packages/p02/generated/${file}`, text);
    expect((await runTask(tool, "check", monorepo().root)).code).not.toBe(0);
    expect(monorepo().executed()).toEqual(["packages/p02 check"]);
  });
});

/** A monorepo for the facts of a block; a tool's cache is its own. */
function freshMonorepo(tool: Tool, count: number): () => Monorepo {
  const made: Monorepo[] = [];
  beforeAll(() => {
    made.push(makeMonorepo(count));
  });
  afterAll(() => {
    for (const { root } of made) rmSync(root, { recursive: true, force: true });
  });
  return () => {
    const [monorepo] = made;
    if (!monorepo) throw new Error(`There is no monorepo for ${tool.name} yet`);
    return monorepo;
  };
}

/** Runs a task, which must go well, and says what was executed for it. */
async function executedFor(tool: Tool, task: string, monorepo: Monorepo): Promise<readonly string[]> {
  const { code, text } = await runTask(tool, task, monorepo.root);
  expect(code, text).toBe(0);
  return monorepo.executed();
}

function outputsOf({ packages, filesBelow }: Monorepo): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(packages.map((folder) => [folder, filesBelow(`${folder}/generated`)]));
}

/** What `modelmark inspect` lists in a package. */
function listed({ root, executed }: Monorepo, folder: string, flag: "--inputs" | "--outputs"): readonly string[] {
  const command = path.join(root, "node_modules/.bin/modelmark");
  const options = { cwd: path.join(root, folder), encoding: "utf8" } as const;
  const paths = execFileSync(command, ["inspect", flag], options).trimEnd().split("\n");
  executed();
  return paths;
}
