import { beforeAll, describe, expect, test } from "vitest";
import { type Validators, validatorsIn } from "./outputs.js";
import { moneyModule, samples } from "./samples.js";

let validators: (name: string) => Validators;
const names = ["Everything", "Extra", "Anything", "Pet", "Loosely", "Tree", "Expression", "Json", "Color", "Forest"];

beforeAll(async () => {
  validators = await validatorsIn(samples, {}, { "money.ts": moneyModule });
});

function thrower(): never {
  throw new Error("hostile");
}

const traps: ProxyHandler<object> = {
  get: thrower,
  has: thrower,
  ownKeys: thrower,
  getPrototypeOf: thrower,
  getOwnPropertyDescriptor: thrower,
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const value: Record<string, unknown> = { value: "a", type: "not" };
  value["children"] = [value, value];
  value["of"] = value;
  return value;
}

/** Each level holds the next one twice: a walk without a bound takes 2 to the 60th steps. */
function doubled(): unknown {
  let value: unknown = { value: "a", children: [] };
  for (let level = 0; level < 60; level++) value = { value: "a", children: [value, value] };
  return value;
}

const hostile: readonly (readonly [string, () => unknown])[] = [
  ["a proxy that throws", () => new Proxy({}, traps)],
  ["a list that is a proxy that throws", () => new Proxy([], traps)],
  ["a revoked proxy", () => revoked({})],
  ["a revoked proxy of a list", () => revoked([])],
  ["a cyclic value", cyclic],
  ["a value whose parts are shared at each level", doubled],
  ["a sparse list", () => [undefined, "a"]],
  ["a sparse list of four billion", () => Array(4_000_000_000)],
  ["a function", () => thrower],
  ["a symbol", () => Symbol("hostile")],
  ["a tag that every object inherits", () => ({ type: "constructor" })],
  ["a tag __proto__", () => JSON.parse('{"type":"__proto__"}')],
  ["an object without a prototype", () => Object.create(null)],
  ["a getter that throws", () => Object.defineProperty({}, "type", { get: thrower, enumerable: true })],
  ["a value behind __proto__", () => JSON.parse('{"__proto__":{"type":"cat","lives":9,"value":"a"}}')],
];

describe.each(names)("the validators of %s", (name) => {
  test.each(hostile)("answer %s", { timeout: 20_000 }, (_, make) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { is, validate, schema } = validators(name);
    const taken = is(make());
    expect(typeof taken).toBe("boolean");
    const { issues } = validate(make());
    expect(issues === undefined).toBe(taken);
    expect(JSON.stringify(issues ?? [])).not.toContain("hostile");
    expect(schema["~standard"].validate(make())).toHaveProperty(taken ? "value" : "issues");
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

test("a value that throws when it is read is told beside the faults before it", () => {
  const child = {
    get value(): string {
      return thrower();
    },
  };
  const { issues } = validators("Tree").validate({ value: 1, children: [child] });
  expect(issues).toMatchObject([
    { path: ["value"], received: "number" },
    { path: [], received: "unreadable value" },
  ]);
});

test("a list of a million items is checked", () => {
  const children = Array.from({ length: 1_000_000 }, () => ({ value: "a" }));
  expect(validators("Tree").is({ value: "a", children })).toBe(true);
  expect(validators("Tree").validate({ value: 1, children }).issues).toHaveLength(1);
});
