import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { remarkFolder } from "./remark-folder.js";

const cli = fileURLToPath(new URL("../../node_modules/remark-cli/cli.js", import.meta.url));

it("reports the faults of pages in remark-cli, and none of other files", () => {
  const root = remarkFolder();
  const { status, stderr } = spawnSync(process.execPath, [cli, ".", "--frail", "--no-stdout", "--no-color"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  const lines = stderr.split("\n").map((line) => line.trim().replace(/ {2,}/g, " "));
  const start = lines.indexOf("docs/models/pet.md");
  expect(lines.slice(start + 1, start + 4)).toEqual([
    "7:10-7:21 error Unexpected `Set<number>`, expected `Record<string, T>` or `Array<T>` or a stream of `T` unknown-type modelmark",
    "8:23-8:26 error Unexpected `yes`, expected `:heavy_check_mark:` or `:heavy_minus_sign:` unknown-presence modelmark",
    "9:1-9:54 warning Unexpected second row for `name`, expected one duplicate-field modelmark",
  ]);
  expect(lines).toContain("docs/models/toy.md: no issues found");
  expect(lines).toContain("README.md: no issues found");
  expect(stderr).toContain("3 messages");
});
