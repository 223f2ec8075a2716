import fc from "fast-check";

/** A change to a JSON document: what is done at the node of a number, counted through the document. */
export interface Mutation {
  readonly kind: "replace" | "remove" | "insert" | "rename" | "cut" | "flip";
  readonly at: number;
  readonly value: unknown;
  readonly name: string;
}

/** Stands for what is nested too deep to be made as a value. */
const deep = "@deep@";
const depth = 50_000;

/** Mutations that name what must not be touched: `paths` and hashes of files that are not ours. */
export function mutationsOf(paths: readonly string[], hashes: readonly string[]): fc.Arbitrary<readonly Mutation[]> {
  const name = fc.constantFrom(...paths, "__proto__", "constructor", "toString", "length", "");
  const hash = fc.constantFrom(...hashes, "", "0".repeat(64));
  const scalar = fc.constantFrom<unknown>(0, -1, 1e308, 2 ** 53, 0.5, null, true, "", deep, {}, []);
  const entry = fc.oneof(
    fc.record({ file: name, hash }),
    fc.tuple(name, hash),
    fc.tuple(hash, hash),
    fc.record({ page: name, name, file: name, type: name }),
  );
  const value = fc.oneof({ arbitrary: name, weight: 3 }, { arbitrary: hash, weight: 2 }, scalar, entry, fc.jsonValue());
  const kind = fc.constantFrom<Mutation["kind"]>(
    "replace",
    "replace",
    "remove",
    "insert",
    "insert",
    "rename",
    "cut",
    "flip",
  );
  return fc.array(fc.record({ kind, at: fc.nat({ max: 10_000 }), value, name }), { minLength: 1, maxLength: 6 });
}

/** The text after mutations: those of the document, then those of its bytes. */
export function mutated(text: string, mutations: readonly Mutation[]): string {
  const inDocument = mutations.filter(({ kind }) => kind !== "cut" && kind !== "flip");
  const document = inDocument.reduce<unknown>((value, mutation) => changed(value, mutation), JSON.parse(text));
  const deepText = "[".repeat(depth) + "]".repeat(depth);
  const written = JSON.stringify(document) ?? "";
  return mutations.reduce(
    (current, { kind, at }) => {
      const place = current.length === 0 ? 0 : (at * 31) % current.length;
      if (kind === "cut") return current.slice(0, place);
      return kind === "flip" ? `${current.slice(0, place)}\u0001${current.slice(place + 1)}` : current;
    },
    written.replace(`"${deep}"`, deepText),
  );
}

function changed(value: unknown, mutation: Mutation): unknown {
  const count = { left: mutation.at % Math.max(1, sizeOf(value)) };
  return visited(value, mutation, count);
}

function sizeOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each), 1);
}

function visited(value: unknown, mutation: Mutation, count: { left: number }): unknown {
  const isHere = count.left === 0;
  count.left -= 1;
  if (isHere) return done(value, mutation);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => visited(each, mutation, count));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visited(each, mutation, count)]));
}

function done(value: unknown, { kind, value: other, name }: Mutation): unknown {
  switch (kind) {
    case "replace":
      return other;
    case "remove":
      return Array.isArray(value) ? value.slice(1) : undefined;
    case "insert":
      if (Array.isArray(value)) return [other, ...value];
      return typeof value === "object" && value !== null
        ? Object.fromEntries([...Object.entries(value), [name, other]])
        : other;
    case "rename":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return name;
      return Object.fromEntries(Object.entries(value).map(([key, each], at) => [at === 0 ? name : key, each]));
    case "cut":
    case "flip":
      return value;
  }
}
