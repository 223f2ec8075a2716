import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { killRuns } from "./rounds.js";

const isBuilt = existsSync(fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url)));

// A signal ends no process at once on Windows, and without `npm run build` there is no process to kill.
it.skipIf(process.platform === "win32" || !isBuilt)(
  "real runs that are killed at random moments are mended by the next one; `npm run kills` kills 300",
  { timeout: 300_000 },
  async () => {
    const { stages, losses } = await killRuns(12, 7, () => undefined);
    expect(losses).toEqual([]);
    expect(stages["staged a part"]).toBeGreaterThan(0);
    expect(stages["placed a part"]).toBeGreaterThan(0);
  },
);
