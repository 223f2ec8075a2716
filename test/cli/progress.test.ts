import { describe, expect, it } from "vitest";
import { withProgress } from "../../src/cli/progress.js";
import { project } from "./project.js";

const cleared = "\r\u001b[K";

describe("progress", () => {
  it("shows a line on a terminal once a run has lasted a while, and clears it, also where the run fails", async () => {
    const written = await progressWritten({ isTTY: true, env: {} });
    expect(written).toBe(`${cleared}${"█".repeat(12)}${"░".repeat(12)} parse 5/10${cleared}`);
  });

  it.each([
    ["no terminal", { isTTY: false, env: {} }],
    ["CI", { isTTY: true, env: { CI: "1" } }],
    ["a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }],
  ])("shows nothing on %s", async (_what, circumstances) => {
    expect(await progressWritten(circumstances)).toBe("");
  });

  it("shows nothing for a short run", async () => {
    const { run } = project({ "models-docs/a.md": "# A\n" });
    expect((await run(["--no-color"], { isTTY: true })).stderr).not.toContain("\r");
  });
});

async function progressWritten({
  isTTY,
  env,
}: {
  readonly isTTY: boolean;
  readonly env: Record<string, string>;
}): Promise<string> {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text), isTTY, columns: 80 };
  const work = withProgress({ cwd: "/", env, stdout: stream, stderr: stream }, false, async (show) => {
    show(1, 10, "parse");
    await new Promise((resolve) => setTimeout(resolve, 350));
    show(5, 10, "parse");
    show(6, 10, "parse");
    throw new Error("failed");
  });
  await expect(work).rejects.toThrow("failed");
  return written.join("");
}
