import { expect, it } from "vitest";

it("exports what the README names", async () => {
  expect(Object.keys(await import("../src/index.js")).sort()).toEqual([
    "compile",
    "defineConfig",
    "dialects",
    "notations",
    "parseOverrides",
    "parsePage",
    "printOverrides",
    "rules",
  ]);
  expect(Object.keys(await import("../src/remark.js")).sort()).toEqual(["default", "remarkModelmark"]);
});
