import { chmodSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../staged/temporary-repository.js";
import { init, page } from "./person.js";

const text = read("docs/hooks.md");

describe("docs/hooks.md", () => {
  it.each([
    ["sh .husky/pre-commit", { ".husky/commit-msg": "x\n" }],
    ["sh .husky/pre-commit with lint-staged", { ".husky/pre-commit": "npx lint-staged\n" }],
    ["yaml lefthook.yml", { "lefthook.yml": "" }],
    ["yaml .pre-commit-config.yaml", { ".pre-commit-config.yaml": "" }],
    ["sh .git/hooks/pre-commit", {}],
    ["sh .git/hooks/pre-commit with another command", { ".git/hooks/pre-commit": "#!/bin/sh\nnpm test\n" }],
  ])("has what init writes: %s", async (info, files) => {
    const made = repository({ "docs/models/pet.md": page, ...files });
    if (".git/hooks/pre-commit" in files) chmodSync(made.at(".git/hooks/pre-commit"), 0o755);
    await init(["--yes"], { cwd: made.root });
    expect(block(info)).toBe(made.read(info.split(" ")[1] ?? ""));
  });

  it("has what init writes of simple-git-hooks into package.json", async () => {
    const packageText = JSON.stringify({ devDependencies: { "simple-git-hooks": "*" } });
    const made = repository({ "docs/models/pet.md": page, "package.json": packageText });
    await init(["--yes"], { cwd: made.root });
    expect(JSON.parse(made.read("package.json"))).toMatchObject(JSON.parse(block("json package.json")));
  });

  it("names the hook that pre-commit finds in this repository, which only checks, in every commit", () => {
    const hooks: unknown = parse(read(".pre-commit-hooks.yaml"));
    expect(hooks).toEqual([
      expect.objectContaining({
        id: "modelmark-check",
        entry: "modelmark check --staged",
        language: "node",
        pass_filenames: false,
        always_run: true,
      }),
    ]);
    expect(text).toContain("- id: modelmark-check\n");
  });
});

/** The text of the block whose fence says so. */
function block(info: string): string {
  const [, behind = ""] = text.split(`\n\`\`\`${info}\n`);
  return behind.slice(0, behind.indexOf("```"));
}

function read(file: string): string {
  return readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
}
