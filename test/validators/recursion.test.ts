import { beforeAll, describe, expect, test } from "vitest";
import { type Validators, validatorsIn } from "./outputs.js";
import { moneyModule, samples } from "./samples.js";
import { choice, field, object, primitive, reference, schemaOf } from "./schema-builder.js";

let validators: (name: string) => Validators;

beforeAll(async () => {
  validators = await validatorsIn(samples, {}, { "money.ts": moneyModule });
});

function nested(levels: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

const treeOf = (inner: unknown): unknown => ({ value: "a", children: [inner] });
const notOf = (inner: unknown): unknown => ({ type: "not", of: inner });

describe("recursive models", () => {
  test("take values that are nested as deep as documents are", () => {
    expect(validators("Tree").is(nested(400, treeOf, { value: "a" }))).toBe(true);
    expect(validators("Expression").is(nested(200, notOf, "a"))).toBe(true);
    expect(validators("Json").is(nested(400, (inner) => [inner], "a"))).toBe(true);
  });

  test.each([
    ["Tree", treeOf, { value: "a" }],
    ["Expression", notOf, "a"],
    ["And", (inner: unknown): unknown => ({ type: "and", of: [inner] }), "a"],
    ["Json", (inner: unknown): unknown => [inner], "a"],
    ["Json", (inner: unknown): unknown => ({ inner }), "a"],
  ])("refuse values that are 100,000 levels deep: %s", (name, wrap, innermost) => {
    const { issues } = validators(name).validate(nested(100_000, wrap, innermost));
    expect(issues?.map(({ code }) => code)).toEqual(["depth"]);
  });

  test("take 1,000 values around one, and tell of depth where there are more", () => {
    const { is, validate } = validators("Json");
    expect(is(nested(1000, (inner) => [inner], "a"))).toBe(true);
    const deeper = nested(1001, (inner) => [inner], "a");
    expect(is(deeper)).toBe(false);
    expect(validate(deeper).issues?.map(({ code }) => code)).toEqual(["depth"]);
  });

  test("refuse cyclic values, and tell where the cycle closes", () => {
    const tree: Record<string, unknown> = { value: "a" };
    tree["children"] = [tree];
    expect(validators("Tree").is(tree)).toBe(false);
    expect(validators("Tree").validate(tree).issues).toMatchObject([{ code: "depth", path: ["children", 0] }]);
    expect(validators("Forest").validate({ trees: [tree], root: 1 }).issues).toMatchObject([
      { code: "depth", path: ["trees", 0, "children", 0] },
    ]);
  });

  test("are checked anew by each guard that holds them, however many values it has seen before", () => {
    const { is } = validators("Forest");
    const forest = { trees: Array.from({ length: 1000 }, () => ({ value: "a" })), root: { value: "a" } };
    // More values than one check may enter.
    for (let round = 0; round < 11_000; round++) if (!is(forest)) throw new Error(`refused in round ${round}`);
  });

  test("take values that are shared without a cycle", () => {
    const leaf = { value: "a" };
    expect(validators("Tree").is({ value: "b", children: [leaf, leaf] })).toBe(true);
  });

  test("report the faults of a shared value wherever it is", () => {
    const leaf = { value: 1 };
    const { issues } = validators("Tree").validate({ value: "b", children: [leaf, leaf] });
    expect(issues?.map(({ path }) => path)).toEqual([
      ["children", 0, "value"],
      ["children", 1, "value"],
    ]);
  });
});

describe("unions whose members take the same values", () => {
  const links = (name: string) =>
    object(name, [field("next", reference("Chain")), field(name, primitive("string"), "optional")]);
  const chain = schemaOf(
    links("Left"),
    links("Right"),
    choice("Chain", [reference("Left"), reference("Right"), primitive("string")]),
  );

  test("are checked in bounded time, however often they are nested", { timeout: 20_000 }, async () => {
    const { is, validate } = (await validatorsIn(chain))("Chain");
    expect(is(nested(200, (next) => ({ next }), "a"))).toBe(true);
    const wrong = nested(200, (next) => ({ next }), 1);
    expect(is(wrong)).toBe(false);
    expect(validate(wrong).issues?.length).toBeGreaterThan(0);
    const cyclic: Record<string, unknown> = {};
    cyclic["next"] = cyclic;
    expect(validate(cyclic).issues?.length).toBeGreaterThan(0);
    expect(is(nested(200, (next) => ({ next }), "a"))).toBe(true);
  });
});
