import { chmodSync } from "node:fs";
import { expect } from "vitest";
import { repository } from "../staged/temporary-repository.js";
import type { TestRepository } from "../staged/test-repository.js";
import { init, page } from "./person.js";

/** A repository, and what `modelmark init` said of it. */
export interface Ready extends TestRepository {
  readonly stderr: string;
}

/** A repository in which `modelmark init --yes` went well. */
export async function ready(files: Readonly<Record<string, string>>): Promise<Ready> {
  const made = setUp(files);
  const { code, stderr } = await init(["--yes"], { cwd: made.root });
  expect(code, stderr).toBe(0);
  return { ...made, stderr };
}

/** A repository with a package, a page and more files. */
export function setUp(files: Readonly<Record<string, string>>): TestRepository {
  const made = repository({ "package.json": "{}", "docs/models/pet.md": page, ...files });
  if (".husky/pre-commit" in files) chmodSync(made.at(".husky/pre-commit"), 0o755);
  return made;
}

/** A package.json with a dependency. */
export function packageWith(name: string): string {
  return JSON.stringify({ devDependencies: { [name]: "*" } });
}
