import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Checkout } from "./checkout.js";
import { absence, makeSdk } from "./made-sdk.js";
import { commitAll, countPackages, filesOf, firstPage, install, pack, setUp, typeCheck } from "./steps.js";

const timeout = 600_000;

describe.skipIf(absence !== "")(`a new user with an SDK of 433 pages${absence}`, { timeout }, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "modelmark-new-user-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let sdk: Checkout;
  let said: string;

  beforeAll(() => {
    sdk = makeSdk(path.join(folder, "sdk"));
    install(sdk, pack(folder));
    said = setUp(sdk);
    sdk.succeed("npm", ["run", "generate"]);
  }, timeout);

  it("gets few packages, and its own users get none", () => {
    const count = countPackages(sdk);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(100);
    expect(sdk.read("package.json")).not.toContain('"dependencies"');
  });

  it("builds the SDK with the outputs inside", () => {
    const index = filesOf(sdk, "--outputs").find((file) => /^src\/[^/]+\/index\.ts$/.test(file)) ?? "";
    expect(index).not.toBe("");
    sdk.write(
      "src/models.ts",
      `export * as models from "./${path.posix.relative("src", index).replace(".ts", ".js")}";\n`,
    );
    expect(typeCheck(sdk)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("is told what was set up", () => {
    expect(said.replaceAll(path.sep, "/")).toContain("pages in docs/models, outputs in src/generated");
    expect(said).toContain("scripts `generate` and `check`");
  });

  it("commits pages with their outputs", () => {
    expect(commitAll(sdk, "Generate models")).toMatchObject({ code: 0 });
    appendFileSync(sdk.at(firstPage(sdk)), "\nMore.\n");
    expect(commitAll(sdk, "Edit a page")).toMatchObject({ code: 0 });
    expect(sdk.succeed("git", ["log", "--format=%s"])).toBe("Edit a page\nGenerate models\nAn SDK\n");
    expect(sdk.succeed("git", ["status", "--porcelain"])).toBe("");
    sdk.succeed("npx", ["--no-install", "modelmark", "check"]);
  });
});
