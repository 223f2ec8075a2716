import { expect, it } from "vitest";
import { parseConfig } from "../../src/config.js";
import { ConfigError } from "../../src/config-error.js";

it.each(["a b", "default", "1a", "a;b", ""])("refuses %j as the name of an external", (name) => {
  expect(() => parseConfig({ externals: { Money: { from: "./money.js", name } } })).toThrow(ConfigError);
});

it("takes an identifier as the name of an external", () => {
  const externals = { Money: { from: "./money.js", name: "Amount", guard: "isAmount" } };
  expect(parseConfig({ externals })).toMatchObject({ externals });
});
