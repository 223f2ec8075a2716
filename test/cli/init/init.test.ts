import { mkdirSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../project.js";
import { repository, temporaryFolder } from "../staged/temporary-repository.js";
import { init, packageText, page, sdk } from "./person.js";

const command = "npx --no-install modelmark generate --staged";

describe("init", () => {
  it("writes a configuration, scripts and git's hook, and says so line by line", async () => {
    const { root, read } = repository(sdk);
    const { code, stdout, stderr } = await init(["--yes"], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr.split("\n")).toEqual([
      "created  modelmark.config.ts: pages in docs/models, outputs in src/generated",
      "changed  package.json: scripts `generate` and `check`",
      `created  .git/hooks/pre-commit: runs \`${command}\``,
      "note     The hook is in this clone alone: each clone runs `modelmark init`.",
      "✔ modelmark is set up: `npm run generate` writes the outputs, commit them with the files above",
      "",
    ]);
    expect(read("modelmark.config.ts")).toBe(
      'import { defineConfig } from "modelmark";\n\nexport default defineConfig({\n  docs: "docs/models",\n  out: "src/generated",\n});\n',
    );
    expect(JSON.parse(read("package.json"))).toMatchObject({
      scripts: { generate: "modelmark generate", check: "modelmark check" },
    });
    expect(read(".git/hooks/pre-commit")).toBe(
      `#!/bin/sh\n[ -n "$(git ls-files 'modelmark.config.*')" ] || exit 0\n${command} || exit 1\n`,
    );
    expect(statSync(path.join(root, ".git/hooks/pre-commit")).mode & 0o777).toBe(0o755);
  });

  it("colours its report, and shows what a terminal may act on as it is written", async () => {
    const { root } = repository({ "docs\u001b[31m/models/pet.md": page });
    const { stderr } = await init(["--yes", "--color"], { cwd: root });
    expect(stderr).toContain(
      "\u001b[32mcreated \u001b[39m modelmark.config.json: pages in docs\\u001b[31m/models, outputs in generated\n",
    );
  });

  it("changes nothing the second time", async () => {
    const { root, git, read } = repository(sdk);
    await init(["--yes"], { cwd: root });
    git("add", ".");
    const { code, stderr } = await init(["--yes"], { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toContain("✔ Everything is set up already");
    expect(git("diff")).toBe("");
    expect(read(".git/hooks/pre-commit").match(/generate --staged/g)).toHaveLength(1);
  });

  it("writes nothing with --dry-run, and lists what it would", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stdout } = await init(["--dry-run"], { cwd: root });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "create modelmark.config.ts\nchange package.json\ncreate .git/hooks/pre-commit\n",
    });
    expect(status()).toEqual(before);
  });

  it("sets up a package below the top of the repository", async () => {
    const { root, read, has } = repository({
      "packages/sdk/package.json": packageText,
      "packages/sdk/docs/models/a.md": page,
    });
    await init(["--yes"], { cwd: path.join(root, "packages/sdk/docs") });
    expect(read("packages/sdk/modelmark.config.json")).toContain('"docs": "docs/models"');
    expect(has("package.json")).toBe(false);
    expect(read(".git/hooks/pre-commit")).toContain(`(cd packages/sdk && ${command}) || exit 1`);
  });

  it("sets up the top of a repository without a package", async () => {
    const { at, has } = repository({ "docs/models/pet.md": page });
    await init(["--yes"], { cwd: at("docs") });
    expect(has("modelmark.config.json")).toBe(true);
  });

  it("sets no hook where there is no repository", async () => {
    const root = temporaryFolder();
    const { at, write } = project(sdk, root);
    write(".git/HEAD", "");
    const elsewhere = temporaryFolder();
    symlinkSync(at("docs"), path.join(elsewhere, "docs"));
    mkdirSync(path.join(elsewhere, "pages/models"), { recursive: true });
    const { code, stderr } = await init(["--yes", "--docs", "pages/models"], { cwd: elsewhere });
    expect(code).toBe(0);
    expect(stderr).toContain("No hook was set.");
    expect(stderr).toContain("No package.json here: no scripts were added.");
  });

  it("sets no hook with --hook none, and says `did you mean` for a name that is none", async () => {
    const { root, has } = repository(sdk);
    expect((await init(["--yes", "--hook", "none"], { cwd: root })).stderr).toContain("No hook was set.");
    expect(has(".git/hooks/pre-commit")).toBe(false);
    const { code, stderr } = await init(["--yes", "--hook", "huskey"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean `husky`?");
  });

  it.each([["--config", "x.json"], ["--staged"]])("has no flag %s", async (...flags) => {
    const { root } = repository(sdk);
    const { code, stderr } = await init(["--yes", ...flags], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(`Unexpected flag ${flags[0]} for \`init\``);
  });
});
