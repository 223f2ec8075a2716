import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { project } from "./project.js";

/** Where jiti is found, which translates the sources. */
const here = fileURLToPath(new URL("../..", import.meta.url));

/** The sources are translated at each start, which takes a while. */
const timeout = 60_000;

describe("the process", () => {
  it("ends with the code of the run and keeps data and diagnostics apart", { timeout }, async () => {
    expect(await ended(start(["explain", "bare-page"]))).toMatchObject({ code: 0, stderr: "" });
    expect(await ended(start(["--doc"]))).toMatchObject({ code: 2, stdout: "" });
  });

  it.skipIf(process.platform === "win32")("ends with 130 where it is interrupted", { timeout }, async () => {
    const { at } = project({
      "models-docs/foo.md": "# Foo\n",
      "config.mjs": 'process.kill(process.pid, "SIGINT");\nexport default {};\n',
    });
    const finished = await ended(start(["--config", at("config.mjs")]));
    expect(finished).toEqual({ code: 130, signal: null, stdout: "", stderr: "" });
  });

  it.skipIf(process.platform === "win32")("ends at once where it is interrupted twice", { timeout }, async () => {
    const interrupt = 'setInterval(() => process.kill(process.pid, "SIGINT"), 100);\n';
    const { at } = project({ "config.mjs": `${interrupt}await new Promise(() => {});\nexport default {};\n` });
    expect(await ended(start(["--config", at("config.mjs")]))).toMatchObject({ code: null, signal: "SIGINT" });
  });

  it("ends well where nobody reads its output", { timeout }, async () => {
    const child = start(["explain", "bare-page"]);
    child.stdout?.destroy();
    expect(await ended(child)).toMatchObject({ code: 0, stderr: "" });
  });
});

function start(argv: readonly string[]): ChildProcess {
  const stdio = ["ignore", "pipe", "pipe"] as const;
  return spawn(process.execPath, ["--import", "jiti/register", "src/cli/main.ts", ...argv], {
    cwd: here,
    stdio: [...stdio],
  });
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  child.stdout?.on("data", (data) => (texts.stdout += String(data)));
  child.stderr?.on("data", (data) => (texts.stderr += String(data)));
  return await new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, ...texts })));
}
