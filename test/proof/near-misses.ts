import type { ModelId } from "../../src/model/model.js";
import type { LiteralValue, Type } from "../../src/model/type.js";
import { type Entry, type Literal, list, plain, record, untellable } from "./literal.js";
import { dateLeaf, primitiveVariants } from "./sample-leaves.js";
import type { ValidValues } from "./valid-values.js";

/** Other values of a model, so many; what `below` says of models is said once, where they are enumerated. */
export type ModelVariants = (id: ModelId) => readonly Literal[];

/** Other values of a type, and values that nearly are of it; those that tell most first. */
export function nearMisses(type: Type<ModelId>, valid: ValidValues, below: ModelVariants): readonly Literal[] {
  const variants = (inner: Type<ModelId>): readonly Literal[] => nearMisses(inner, valid, below);
  switch (type.kind) {
    case "primitive":
      return primitiveVariants(type.name, valid.settings);
    case "literal":
      return literalMisses(type.value);
    case "platform":
    case "stream":
      return [record([["size", plain(1)]])];
    case "external":
      return [plain("green"), ...present(valid.ofType(type, "full"))];
    case "array":
      return arrayMisses(valid.ofType(type.items, "full"), wrongFirst(variants(type.items)));
    case "map":
      return mapMisses(valid.ofType(type.values, "full"), wrongFirst(variants(type.values)));
    case "union":
      return interleave(type.members.map((member) => [...present(valid.ofType(member, "full")), ...variants(member)]));
    case "nullable":
      return [plain(null), ...variants(type.type)];
    case "reference":
      return [...present(valid.ofModel(type.target, "full")), ...below(type.target)];
  }
}

function present(literal: Literal | undefined): readonly Literal[] {
  return literal ? [literal] : [];
}

/** Few values stand for a type within another; what is null or not there is wrong nearly everywhere. */
function wrongFirst(variants: readonly Literal[]): readonly Literal[] {
  return [...variants.slice(0, 4), plain(null), plain(undefined), ...variants.slice(4, 10)];
}

/** The first of each list, then the second of each, and so on. */
export function interleave<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const length = Math.max(0, ...lists.map((each) => each.length));
  return Array.from({ length }, (_, at) => lists.flatMap((each) => each.slice(at, at + 1))).flat();
}

export function literalMisses(value: LiteralValue): readonly Literal[] {
  if (typeof value === "string") {
    const other = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
    return [plain(`${value}~`), plain(other === value ? "" : other), list(plain(value))];
  }
  return typeof value === "number" ? [plain(value + 1), plain(String(value))] : [plain(!value), plain(String(value))];
}

function arrayMisses(item: Literal | undefined, wrong: readonly Literal[]): readonly Literal[] {
  const [first] = wrong;
  const items = present(item);
  return [
    ...(first ? [list(first), list(...items, first)] : []),
    record(items.map((each): Entry => ["0", each]).concat([["length", plain(1)]])),
    list(),
    list(...items, ...items),
    untellable(Array(1), "Array(1)"),
    ...items,
    ...wrong.slice(1).map((each) => list(...items, each)),
  ];
}

/** Keys that every object inherits. */
const inheritedKeys = ["__proto__", "constructor", "toString"] as const;

function mapMisses(value: Literal | undefined, wrong: readonly Literal[]): readonly Literal[] {
  const [first] = wrong;
  const entries = present(value).map((each): Entry => ["key", each]);
  const inherited = inheritedKeys.flatMap((key) => present(value).map((each): Entry => [key, each]));
  return [
    ...(first ? [record([["key", first]]), record([...entries, ["other", first]])] : []),
    ...(first ? [record([["__proto__", first]])] : []),
    dateLeaf,
    record(inherited),
    list(...present(value)),
    record([]),
    ...wrong.slice(1).map((each) => record([...entries, ["other", each]])),
    ...(first ? inheritedKeys.slice(1).map((key) => record([[key, first]])) : []),
  ];
}
