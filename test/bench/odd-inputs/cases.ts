import type { ShapeName } from "../shapes/shapes.js";

/** An input that is easily taken for what it is not. */
export interface OddInput {
  readonly title: string;
  readonly shape: ShapeName | "tree";
  readonly make: () => unknown;
  /** What modelmark must say of it. */
  readonly expected: boolean;
  /** Whether a stranger has left an enumerable key on every object's prototype. */
  readonly polluted?: boolean;
}

function flat(more: object = {}): Record<string, unknown> {
  return { id: "a", name: "b", status: "paid", count: 1, active: true, ...more };
}

function nested(more: object): Record<string, unknown> {
  return { runId: "r", status: "failed", ...more };
}

function nestedWithDetails(details: unknown): Record<string, unknown> {
  return nested({ error: { message: "", code: "", category: "auth", details } });
}

function wide(more: object): Record<string, unknown> {
  const numbered = (prefix: string, length: number, value: unknown): object =>
    Object.fromEntries(Array.from({ length }, (_, at) => [`${prefix}${at}`, value]));
  const fields = { ...numbered("s", 14, ""), ...numbered("n", 10, 1), ...numbered("b", 6, true) };
  return { ...fields, ...numbered("z", 4, null), kind: "paid", tags: [], ...more };
}

class Order {
  readonly id = "a";
  readonly name = "b";
  readonly status = "paid";
  readonly count = 1;
  readonly active = true;
}

function throwing(): never {
  throw new Error("an input that does not want to be read");
}

function withThrowingGetter(key: string): object {
  return Object.defineProperty(flat(), key, { get: throwing, enumerable: true });
}

function revokedProxy(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cyclicTree(): unknown {
  const tree: { label: string; children: unknown[] } = { label: "a", children: [] };
  tree.children.push(tree);
  return tree;
}

function deepTree(depth: number): unknown {
  let tree: object = { label: "a" };
  for (let level = 1; level < depth; level++) tree = { label: "a", children: [tree] };
  return tree;
}

const prototypeKey = '{"__proto__":';

/** What JSON and honest code hold now and then. */
const lawful: readonly OddInput[] = [
  { title: "optional key that is undefined", shape: "flat", make: () => flat({ note: undefined }), expected: true },
  { title: "optional key that is null", shape: "flat", make: () => flat({ note: null }), expected: false },
  { title: "NaN", shape: "flat", make: () => flat({ count: Number.NaN }), expected: false },
  { title: "Infinity", shape: "flat", make: () => flat({ count: Number.POSITIVE_INFINITY }), expected: false },
  { title: "all properties inherited", shape: "flat", make: () => Object.create(flat()), expected: true },
  {
    title: "object without a prototype",
    shape: "flat",
    make: () => Object.assign(Object.create(null), flat()),
    expected: true,
  },
  { title: "instance of a class", shape: "flat", make: () => new Order(), expected: true },
  { title: "array with the properties", shape: "flat", make: () => Object.assign([], flat()), expected: false },
  { title: "unknown key", shape: "flat", make: () => flat({ extra: 1 }), expected: true },
  { title: "boxed string", shape: "flat", make: () => flat({ id: Object("a") }), expected: false },
  { title: "map that is an array", shape: "nested", make: () => nested({ labels: ["a"] }), expected: false },
  {
    title: "map of anything that is a Date",
    shape: "nested",
    make: () => nestedWithDetails(new Date()),
    // TypeScript takes the instance of a class for no map.
    expected: false,
  },
  { title: "map of anything that is an array", shape: "nested", make: () => nestedWithDetails([1]), expected: false },
  // biome-ignore lint/suspicious/noSparseArray: it is the odd input
  { title: "array with a hole", shape: "wide", make: () => wide({ tags: [, "a"] }), expected: false },
  { title: "tree that is 100 deep", shape: "tree", make: () => deepTree(100), expected: true },
];

/** What someone sends who means harm. */
const hostile: readonly OddInput[] = [
  {
    title: 'own key "__proto__"',
    shape: "flat",
    make: () => JSON.parse(JSON.stringify(flat()).replace("{", `${prototypeKey}{"x":1},`)),
    expected: true,
  },
  {
    title: 'fields behind an own "__proto__"',
    shape: "flat",
    make: () => JSON.parse(`${prototypeKey}${JSON.stringify(flat())}}`),
    expected: false,
  },
  {
    title: 'map with a wrong own "__proto__"',
    shape: "nested",
    make: () => nested({ labels: JSON.parse(`${prototypeKey}1}`) }),
    expected: false,
  },
  {
    title: "map while Object.prototype is polluted",
    shape: "nested",
    make: () => nested({ labels: { a: "b" } }),
    expected: true,
    polluted: true,
  },
  { title: 'type: "constructor"', shape: "union", make: () => ({ type: "constructor" }), expected: false },
  { title: 'type: "__proto__"', shape: "union", make: () => ({ type: "__proto__" }), expected: false },
  { title: "getter that throws", shape: "flat", make: () => withThrowingGetter("name"), expected: false },
  { title: "optional getter that throws", shape: "flat", make: () => withThrowingGetter("note"), expected: false },
  {
    title: "proxy that throws",
    shape: "flat",
    make: () =>
      new Proxy(flat(), { get: throwing, has: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing }),
    expected: false,
  },
  { title: "revoked proxy", shape: "flat", make: () => revokedProxy(flat()), expected: false },
  {
    title: "map that is a revoked proxy",
    shape: "nested",
    make: () => nested({ labels: revokedProxy({}) }),
    expected: false,
  },
  { title: "list that is a revoked proxy", shape: "list", make: () => revokedProxy([]), expected: false },
  { title: "tree that contains itself", shape: "tree", make: cyclicTree, expected: false },
  { title: "tree that is 100,000 deep", shape: "tree", make: () => deepTree(100_000), expected: false },
];

/** Every odd input. */
export const oddInputs: readonly OddInput[] = [...lawful, ...hostile];
