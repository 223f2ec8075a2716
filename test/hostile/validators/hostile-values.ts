/** A text that stands in hostile values, and must not in what validators say. */
export const secret = "hostile-secret";

/** A hostile value, made anew for each look where it may change. */
export interface HostileValue {
  readonly name: string;
  readonly make: () => unknown;
  /** Whether two looks at it may differ, so that a guard and a validator may. */
  readonly changes?: boolean;
}

function thrower(): never {
  throw new Error(secret);
}

const traps = [
  "get",
  "has",
  "ownKeys",
  "getPrototypeOf",
  "getOwnPropertyDescriptor",
  "apply",
  "construct",
  "set",
] as const;

function handler(trap: () => unknown): ProxyHandler<object> {
  return Object.fromEntries(traps.map((name) => [name, trap]));
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** What models of the samples call their fields, so that values get as far as they can. */
const keys = [
  "id",
  "type",
  "value",
  "children",
  "of",
  "kind",
  "count",
  "any",
  "made",
  "tags",
  "labels",
  "trees",
  "root",
];

/** Fields that fit, with some of them as a maker gives them. */
function withFields(make: (key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, make(key)]));
}

function withGetters(get: () => unknown): object {
  return Object.defineProperties(
    {},
    Object.fromEntries(keys.map((key) => [key, { get, enumerable: true, configurable: true }])),
  );
}

function cyclic(): object {
  const value = withFields(() => secret);
  for (const key of ["children", "trees", "tags"]) value[key] = [value];
  for (const key of ["of", "root", "labels"]) value[key] = value;
  return value;
}

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = secret;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** Each level holds the next one twice: a walk without a bound takes 2 to the 60th steps. */
function doubled(): unknown {
  return nested(60, (inner) => ({
    ...withFields(() => "a"),
    type: "and",
    children: [inner, inner],
    of: [inner, inner],
  }));
}

function changing(): object {
  let looks = 0;
  return withGetters(() => {
    looks += 1;
    return [looks, secret, null, [], {}, undefined][looks % 6];
  });
}

/** An object that says of itself what it is not. */
function liar(): object {
  class Liar {
    static [Symbol.hasInstance](): boolean {
      return thrower();
    }
    get [Symbol.toStringTag](): string {
      return thrower();
    }
    get [Symbol.iterator](): unknown {
      return thrower();
    }
    get [Symbol.toPrimitive](): unknown {
      return thrower();
    }
    get length(): number {
      return thrower();
    }
    toJSON(): unknown {
      return thrower();
    }
    toString(): string {
      return thrower();
    }
    valueOf(): number {
      return thrower();
    }
  }
  return new Liar();
}

/** An array whose items and length are got by code. */
function hostileArray(): unknown[] {
  return Object.defineProperty([secret, {}], 0, { get: thrower, enumerable: true });
}

/** Keys that lead to prototypes where something assigns by them. */
const pollution = [
  `{"__proto__":{"polluted":"${secret}"}}`,
  `{"constructor":{"prototype":{"polluted":"${secret}"}}}`,
  `{"prototype":{"polluted":"${secret}"},"toString":1,"valueOf":[],"hasOwnProperty":null}`,
  `{"id":"a","type":"__proto__","value":"a","__proto__":{"type":"cat","lives":9,"value":"a","id":1}}`,
  `{"type":"constructor","lives":9}`,
  `{"labels":{"__proto__":"${secret}","constructor":"a"},"meta":{"__proto__":{"a":1}},"id":"a","any":1,"count":1}`,
  `{"a":{"__proto__":{"__proto__":null}},"__defineGetter__":1,"__lookupSetter__":1}`,
  `{"type":"cat","type":"dog","name":"a","lives":1}`,
  `[{"__proto__":[]},{"length":-1}]`,
  `{"value":"a","children":[{"__proto__":{"value":"a"}}]}`,
];

/** JSON texts, and texts that are none, for parsing. */
export const hostileTexts: readonly (readonly [name: string, text: () => string])[] = [
  ...pollution.map((text): readonly [string, () => string] => [`JSON ${text.slice(0, 60)}`, () => text]),
  ["an empty text", () => ""],
  ["no JSON", () => `{${secret}`],
  ["deep lists", () => "[".repeat(1_000_000)],
  ["deep lists that close", () => `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`],
  ["deep objects", () => `${'{"of":'.repeat(200_000)}1${"}".repeat(200_000)}`],
  ["deep trees", () => `${'{"value":"a","children":['.repeat(5_000)}${"]}".repeat(5_000)}`],
  ["a long list", () => `[${"0,".repeat(1_000_000)}0]`],
  ["a large map", () => `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":"${at}"`).join()}}`],
  ["a long text", () => JSON.stringify("a".repeat(10_000_000))],
  ["a large number", () => `{"id":1e400,"count":-1e400,"big":${"9".repeat(100_000)},"lives":1e999}`],
  ["a date that is none", () => '{"made":"2024-02-30T00:00:00Z","at":"0000-00-00","day":"9999-99-99"}'],
  ["a long date", () => `{"made":"2024-02-29T00:00:00.${"0".repeat(1_000_000)}Z","id":"a"}`],
];

/** Values of every hostile kind; those that are large are made once. */
export const hostileValues: readonly HostileValue[] = [
  ...[undefined, null, true, 0, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1n, "", secret].map((value) => ({
    name: `${typeof value} ${String(value)}`,
    make: () => value,
  })),
  ...pollution.map((text) => ({ name: `JSON ${text.slice(0, 60)}`, make: (): unknown => JSON.parse(text) })),
  { name: "a symbol", make: () => Symbol(secret) },
  { name: "a function", make: () => thrower },
  { name: "a class", make: () => class Hostile {} },
  { name: "boxed values", make: () => Object(secret) },
  { name: "a boxed number", make: () => Object(1) },
  { name: "a boxed symbol", make: () => Object(Symbol(secret)) },
  { name: "a boxed big integer", make: () => Object(1n) },
  { name: "a date that is none", make: () => new Date(secret) },
  { name: "an object that inherits from Date", make: () => Object.create(Date.prototype) },
  { name: "fields that inherit from Date", make: () => withFields(() => Object.create(Date.prototype)) },
  { name: "an object that inherits from Array", make: () => Object.create(Array.prototype) },
  { name: "the prototype of objects", make: () => Object.prototype },
  { name: "the prototype of arrays", make: () => Array.prototype },
  { name: "the global object", make: () => globalThis },
  {
    name: "an object without a prototype",
    make: () =>
      Object.assign(
        Object.create(null),
        withFields(() => "a"),
      ),
  },
  { name: "a proxy whose traps throw", make: () => new Proxy({}, handler(thrower)) },
  { name: "a list that is a proxy whose traps throw", make: () => new Proxy([], handler(thrower)) },
  { name: "a function that is a proxy whose traps throw", make: () => new Proxy(thrower, handler(thrower)) },
  {
    name: "a proxy whose traps lie",
    make: () =>
      new Proxy(
        {},
        handler(() => secret),
      ),
    changes: true,
  },
  {
    name: "a list that is a proxy whose traps lie",
    make: () =>
      new Proxy(
        [],
        handler(() => true),
      ),
    changes: true,
  },
  {
    name: "a proxy whose traps say nothing",
    make: () =>
      new Proxy(
        {},
        handler(() => undefined),
      ),
    changes: true,
  },
  { name: "a proxy that has everything", make: () => new Proxy({}, { has: () => true, get: () => secret }) },
  { name: "a proxy of endless depth", make: endless },
  { name: "a proxy of endless lists", make: endlessLists },
  {
    name: "a proxy of many keys",
    make: () => new Proxy({}, { ownKeys: () => Array.from({ length: 100_000 }, (_, at) => `k${at}`) }),
  },
  {
    // One that also hands out what fits is looked at for as long as it does so.
    name: "a list that is a proxy of endless length",
    make: () => new Proxy([], { get: (_, key) => (key === "length" ? 2 ** 53 : Symbol(secret)) }),
  },
  { name: "a revoked proxy", make: () => revoked({}) },
  { name: "a revoked proxy of a list", make: () => revoked([]) },
  { name: "fields that are revoked proxies", make: () => withFields(() => revoked([])) },
  { name: "getters that throw", make: () => withGetters(thrower) },
  {
    name: "getters that throw no error",
    make: () =>
      withGetters(() => {
        throw undefined;
      }),
  },
  {
    name: "getters that throw a value",
    make: () =>
      withGetters(() => {
        throw withGetters(thrower);
      }),
  },
  { name: "getters that change", make: changing, changes: true },
  {
    name: "getters that recurse",
    make: () => {
      const value: object = withGetters(() => value);
      return value;
    },
  },
  { name: "getters that nest without an end", make: recursing },
  { name: "an object that lies of itself", make: liar },
  { name: "fields that lie of themselves", make: () => withFields(liar) },
  { name: "a cyclic value", make: cyclic },
  {
    name: "a cyclic list",
    make: () => {
      const list: unknown[] = [];
      list.push(list, list);
      return list;
    },
  },
  { name: "a value whose parts are shared at each level", make: doubled },
  { name: "a sparse list", make: () => Object.assign(Array(10), { 3: secret }) },
  { name: "a sparse list of four billion", make: () => Array(4_294_967_295) },
  { name: "fields that are sparse lists of four billion", make: () => withFields(() => Array(4_294_967_295)) },
  {
    name: "a list with keys",
    make: () =>
      Object.assign(
        [],
        withFields(() => "a"),
      ),
  },
  { name: "a list whose items are got", make: hostileArray },
  { name: "fields that are lists whose items are got", make: () => withFields(hostileArray) },
  { name: "a map", make: () => new Map([["id", secret]]) },
  { name: "a buffer", make: () => new Uint8Array(1_000_000) },
  { name: "a promise", make: () => Promise.resolve(secret) },
  { name: "arguments", make: argumentsOf },
  { name: "a value that throws where it becomes JSON", make: () => ({ ...withFields(() => "a"), toJSON: thrower }) },
  {
    name: "a value with keys that are symbols",
    make: () => ({ [Symbol.iterator]: thrower, [Symbol.toPrimitive]: thrower }),
  },
  ...large("objects of a million levels", () => nested(1_000_000, (inner) => ({ of: inner, type: "not" }))),
  ...large("lists of a million levels", () => nested(1_000_000, (inner) => [inner])),
  ...large("trees of a million levels", () => nested(1_000_000, (inner) => ({ value: "a", children: [inner] }))),
  ...large("a list of a million items", () => Array.from({ length: 1_000_000 }, (_, at) => at)),
  ...large("trees of a million children", () => ({
    value: "a",
    children: Array.from({ length: 1_000_000 }, () => ({ value: "a" })),
  })),
  ...large("a tree with a million faults", () => ({
    value: 1,
    children: Array.from({ length: 1_000_000 }, () => ({ value: 1 })),
  })),
  ...large("a map of many keys", () =>
    Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`k${at}`, `${secret}${at}`])),
  ),
  ...large("a text of ten million characters", () => secret.repeat(700_000)),
  ...large("fields of long texts", () => withFields(() => secret.repeat(700_000))),
];

/** A large value, made where it is first asked for. */
function large(name: string, make: () => unknown): readonly HostileValue[] {
  let made: { readonly value: unknown } | undefined;
  const once = (): unknown => {
    made ??= { value: make() };
    return made.value;
  };
  return [{ name, make: once }];
}

function endless(): object {
  return new Proxy({}, { get: (_, key) => (typeof key === "symbol" ? undefined : endless()), has: () => true });
}

function endlessLists(): object {
  return new Proxy([], { get: (_, key) => (key === "length" ? 2 : endlessLists()), has: () => true });
}

/** A check may read ten million getters, and the time is to be its own: objects come again, but so late that a way down seldom meets one twice. */
function recursing(): object {
  let at = 0;
  const next = (): unknown => {
    at = (at + 1) % objects.length;
    return objects[at];
  };
  const objects = Array.from({ length: 20_000 }, () => withGetters(next));
  return withGetters(next);
}

function argumentsOf(): unknown {
  return (function hostile(..._values: unknown[]) {
    // biome-ignore lint/complexity/noArguments: the object itself is the case
    return arguments;
  })(secret, 1);
}
