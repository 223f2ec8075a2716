import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Project, project } from "./project.js";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

const small =
  "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | *string* | :heavy_check_mark: | One |\n";
const rows = Array.from(
  { length: 40 },
  (_, at) => `| \`b${at}\` | *string* | :heavy_check_mark: | ${"much ".repeat(2000)} |\n`,
);
const large = small + rows.join("");

// It takes Linux, a kernel that lets this user mount a file system in memory, and what `npm run build` makes.
const canMount = spawnSync("unshare", [...inNamespace(), "mount -t tmpfs -o size=64k tmpfs /mnt"]).status === 0;

describe.skipIf(!canMount || !existsSync(main))("a real file system", { timeout: 120_000 }, () => {
  it("that is full leaves the outputs as they were, says so, and is no trouble once there is room", () => {
    const lines = played(twoSets(), [
      "run small",
      "sum",
      "run large",
      "sum",
      "run small check",
      "mount -o remount,size=4m tmpfs generated",
      "run large",
      "run large check",
    ]);
    const [first, before, refused, after, ...others] = lines;
    expect([first, refused]).toEqual([
      "code 0",
      "code 1 ✖ Cannot write `foo.ts` and 1 more: no space left on device (ENOSPC)",
    ]);
    expect(after).toBe(before);
    expect(others).toEqual(["code 0", "code 0", "code 0"]);
  });

  it("that may only be read is said, and checked without a word", () => {
    const lines = played(twoSets(), [
      "run small",
      "mount -o remount,ro tmpfs generated",
      "run small",
      "run small check",
      "run large",
      "mount -o remount,rw,size=4m tmpfs generated",
      "run large",
    ]);
    const refused = "code 1 ✖ Cannot write `foo.ts` and 1 more: read-only file system (EROFS)";
    expect(lines).toEqual(["code 0", "code 0", "code 0", refused, "code 0"]);
  });
});

function inNamespace(): readonly string[] {
  return ["--user", "--map-root-user", "--mount", "sh", "-c"];
}

function twoSets(): Project {
  return project({ "small/foo.md": small, "large/foo.md": large, "generated/.keep": "" });
}

/** Plays steps of a shell with a file system of 256 KB at `generated`, and gives what each of them says. */
function played(made: Project, steps: readonly string[]): readonly string[] {
  const script = `
    run() {
      docs=$1; shift
      said=$("${process.execPath}" "${main}" "$@" --docs "$docs" 2>&1) && echo "code 0" || echo "code $?" "$(echo "$said" | grep Cannot)"
    }
    sum() { find generated | sort; find generated -type f -exec cat {} + | cksum; }
    oneline() { "$@" | tr '\\n' ' '; echo; }
    mount -t tmpfs -o size=256k tmpfs generated
    ${steps.map((step) => (step === "sum" ? "oneline sum" : step)).join("\n")}
  `;
  const { stdout, stderr } = spawnSync("unshare", [...inNamespace(), script], { cwd: made.root, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.trim());
}
