import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, unlinkSync, utimesSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { type ProcessIdentity, processOf } from "../../src/cli/process-identity.js";
import { nameOf } from "../../src/cli/runs.js";
import { fakeCompile } from "./fake-compile.js";
import { type Project, project } from "./project.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/b.md": "# B\n" };
const outputs = ["a", "b.ts", "manifest.json"];

describe("a run while another one writes", () => {
  it("waits a moment, then says who it is, with exit code 1, and writes nothing", async () => {
    const made = project(pages);
    const { pid } = hold(made, processOf(await sleeper()));
    const { code, stdout, stderr } = await made.run([], { patience: 100 });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`✖ Another run writes the outputs: process ${pid} on ${processOf(pid).host}\n`);
    expect(stderr).toMatch(/Wait until it ends, or end it\. .* delete `\.modelmark-\S+` in the output folder\.\n$/);
    expect(readdirSync(made.at("generated"))).toHaveLength(1);
  });

  it("goes on once that one ends", async () => {
    const made = project(pages);
    const { folder } = hold(made, processOf(await sleeper()));
    const running = made.run([]);
    await setTimeout(150);
    expect(readdirSync(made.at("generated"))).toHaveLength(1);
    rmSync(folder, { recursive: true });
    expect((await running).code).toBe(0);
    expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
  });

  it("needs no turn where there is nothing to write", async () => {
    const made = project(pages);
    await made.run([]);
    hold(made, processOf(await sleeper()));
    expect(await made.run([], { patience: 0 })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("3 unchanged"),
    });
  });

  it("reads the pages again, so that outputs of old pages never replace newer ones", async () => {
    const made = project(pages);
    await made.run([]);
    made.write("models-docs/b.md", "# B\nold\n");
    let isFirst = true;
    const { code } = await made.run([], {
      compile: (sources, options) => {
        const compiled = fakeCompile(sources, options);
        if (!isFirst) return compiled;
        isFirst = false;
        // The other run takes no time, seen from here.
        made.write("models-docs/b.md", "# B\nnew\n");
        const folder = hold(made, deadProcess).folder;
        made.write("generated/manifest.json", `${made.read("generated/manifest.json")} `);
        rmSync(folder, { recursive: true });
        return compiled;
      },
    });
    expect(code).toBe(0);
    expect(made.read("generated/b.ts")).toContain("new");
  });

  it("of eight at once, in one process, ends well, and so do all others", async () => {
    const made = project(pages);
    const finished = await Promise.all(Array.from({ length: 8 }, () => made.run([])));
    expect(finished.map(({ code }) => code)).toEqual(Array.from({ length: 8 }, () => 0));
    expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
  });

  it("ends with 130 where it is interrupted while it waits", async () => {
    const made = project(pages);
    hold(made, processOf(await sleeper()));
    const interruption = new AbortController();
    const running = made.run([], { signal: interruption.signal });
    await setTimeout(100);
    interruption.abort();
    expect(await running).toEqual({ code: 130, stdout: "", stderr: "" });
  });
});

describe("check while another run writes", () => {
  it("waits for its end instead of calling half of its outputs wrong", async () => {
    const made = project(pages);
    await made.run([]);
    unlinkSync(made.at("generated/b.ts"));
    const { folder } = hold(made, processOf(await sleeper()));
    const checking = made.run(["check"]);
    await setTimeout(150);
    made.write("generated/b.ts", made.read("generated/a/foo.ts").replace("Foo", "B").replace("# Foo", "# B"));
    rmSync(folder, { recursive: true });
    expect(await checking).toMatchObject({ code: 0, stderr: expect.stringContaining("up to date") });
  });

  it("looks again where one wrote at the same time", async () => {
    const made = project(pages);
    let looks = 0;
    const { code } = await made.run(["check"], {
      compile: (sources, options) => {
        looks += 1;
        const compiled = fakeCompile(sources, options);
        if (looks === 1) {
          for (const { path, text } of compiled.files) made.write(`generated/${path}`, text);
          made.write("generated/manifest.json", '{ "version": 1, "models": [] }');
        }
        return compiled;
      },
    });
    expect({ code, looks }).toEqual({ code: 1, looks: 2 });
  });

  it("says who writes where that takes too long", async () => {
    const made = project(pages);
    const { pid } = hold(made, processOf(await sleeper()));
    const { code, stderr } = await made.run(["check"], { patience: 50 });
    expect(code).toBe(1);
    expect(stderr).toContain(`Another run writes the outputs: process ${pid} on`);
  });
});

describe("the folder of a run", () => {
  it("bars nobody where its process is gone", async () => {
    await expectFree(deadProcess);
  });

  it.skipIf(process.platform !== "linux")("bars nobody where another process has its id by now", async () => {
    const other = processOf(await sleeper());
    await expectFree({ ...other, started: other.started - 1 });
  });

  it("bars nobody where this very process has its id by now", async () => {
    await expectFree(processOf(process.pid));
  });

  it("bars others for 8 seconds after its last file where its process is on another machine", async () => {
    const made = project(pages);
    const { folder } = hold(made, { ...deadProcess, host: "elsewhere" });
    expect((await made.run([], { patience: 0 })).stderr).toContain("process 999999999 on elsewhere");
    const longAgo = Date.now() / 1000 - 7.8;
    utimesSync(folder, longAgo, longAgo);
    expect((await made.run([])).code).toBe(0);
    expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
  });

  it("bars others for 8 seconds after its last file where its process is in another container", async () => {
    const made = project(pages);
    hold(made, { ...deadProcess, space: 1 });
    expect((await made.run([], { patience: 0 })).code).toBe(1);
  });

  it("is left where it holds a file of the user, which is said", async () => {
    const made = project(pages);
    const { name } = hold(made, deadProcess);
    made.write(`generated/${name}/mine.txt`, "mine");
    made.write(`generated/${name}/0`, "staged");
    const { code, stderr } = await made.run([]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Cannot write \`${name}\`: directory not empty (ENOTEMPTY)`);
    expect(readdirSync(made.at(`generated/${name}`))).toEqual(["mine.txt"]);
    expect(made.read("generated/b.ts")).toContain("B");
  });

  it("is the user's where its name is not quite that of a run", async () => {
    const made = project({
      ...pages,
      "generated/.modelmark-1-2-3/0": "mine",
      "generated/.modelmark/journal.json": "mine",
    });
    expect((await made.run([])).code).toBe(0);
    expect((await made.run(["check"])).code).toBe(0);
    expect(made.read("generated/.modelmark-1-2-3/0") + made.read("generated/.modelmark/journal.json")).toBe("minemine");
  });
});

/** No system gives such an id. */
const deadProcess: ProcessIdentity = { ...processOf(process.pid), id: 999_999_999, started: 1 };

async function expectFree(owner: ProcessIdentity): Promise<void> {
  const made = project(pages);
  hold(made, owner);
  expect((await made.run([], { patience: 0 })).code).toBe(0);
  expect(readdirSync(made.at("generated")).sort()).toEqual(outputs);
}

interface Held {
  readonly pid: number;
  readonly name: string;
  readonly folder: string;
}

function hold(made: Project, owner: ProcessIdentity): Held {
  const name = nameOf(owner);
  const folder = made.at(`generated/${name}`);
  mkdirSync(folder, { recursive: true });
  return { pid: owner.id, name, folder };
}

/** The id of another process, which runs until the test ends. */
async function sleeper(): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => {
    child.kill();
  });
  await new Promise((resolve) => child.once("spawn", resolve));
  return child.pid ?? 0;
}
