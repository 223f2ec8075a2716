import type { Model, ModelId } from "../../model/model.js";
import type { ModelLookup } from "../../model/schema.js";
import { deepestType, type PrimitiveName, type Type } from "../../model/type.js";

type Leaf = Exclude<Type<ModelId>, { kind: "nullable" | "union" }>;

/** What a type admits, without null: unions are opened, models of fields are not. */
interface Leaves {
  /** Keys of what can be told by a word: primitives, literals, models. */
  readonly keys: ReadonlySet<string>;
  readonly lists: readonly Type<ModelId>[];
  readonly maps: readonly Type<ModelId>[];
  /** Whether an SDK has a type of its own: bytes, streams, what the configuration imports. */
  readonly isForeign: boolean;
}

const everything = "unknown";

/**
 * Whether what a page says holds beside what is stated of the same values, null aside. A page may say more than a source that says
 * nothing; an SDK has dates, big integers and bytes of its own for texts and numbers, and an integer is a number to most.
 */
export function agrees(said: Type<ModelId>, stated: Type<ModelId>, models: ModelLookup, depth: number = 0): boolean {
  if (depth > deepestType) return true;
  const [ours, theirs] = [leavesIn(said, models), leavesIn(stated, models)];
  if (theirs.keys.has(everything) || theirs.isForeign || ours.isForeign) return true;
  const inner = (one: Type<ModelId>, other: Type<ModelId>): boolean => agrees(one, other, models, depth + 1);
  return (
    areSameKeys(ours.keys, theirs.keys) &&
    areAlike(ours.lists, theirs.lists, inner) &&
    areAlike(ours.maps, theirs.maps, inner)
  );
}

/** Decimals and big integers are sent as text or as numbers. */
const textOrNumber = "text or number";

function areSameKeys(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  const isLoose = ours.has(textOrNumber) || theirs.has(textOrNumber);
  const told = (keys: ReadonlySet<string>): readonly string[] =>
    [...keys].filter((key) => !isLoose || ![textOrNumber, "string", "number"].includes(key));
  const [one, other] = [told(ours), told(theirs)];
  return one.length === other.length && one.every((key) => theirs.has(key));
}

function areAlike(
  ours: readonly Type<ModelId>[],
  theirs: readonly Type<ModelId>[],
  isAlike: (one: Type<ModelId>, other: Type<ModelId>) => boolean,
): boolean {
  if (ours.length === 0 || theirs.length === 0) return ours.length === theirs.length;
  return (
    ours.every((one) => theirs.some((other) => isAlike(one, other))) &&
    theirs.every((other) => ours.some((one) => isAlike(one, other)))
  );
}

function leavesIn(type: Type<ModelId>, models: ModelLookup): Leaves {
  const [keys, lists, maps] = [new Set<string>(), [] as Type<ModelId>[], [] as Type<ModelId>[]];
  let isForeign = false;
  for (const leaf of openedLeaves(type, models)) {
    if (leaf.kind === "array") lists.push(leaf.items);
    else if (leaf.kind === "map") maps.push(leaf.values);
    else if (leaf.kind === "primitive") keys.add(primitiveKeys[leaf.name]);
    else if (leaf.kind === "literal") keys.add(JSON.stringify(leaf.value));
    else if (leaf.kind === "reference") keys.add(`@${leaf.target}`);
    else isForeign = true;
  }
  if (keys.has("true") && keys.has("false")) {
    keys.delete("true");
    keys.delete("false");
    keys.add("boolean");
  }
  return { keys, lists, maps, isForeign };
}

const primitiveKeys: Readonly<Record<PrimitiveName, string>> = {
  string: "string",
  date: "string",
  "date-time": "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  bigint: textOrNumber,
  decimal: textOrNumber,
  unknown: everything,
};

function openedLeaves(type: Type<ModelId>, models: ModelLookup): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<ModelId>();
  const open: Type<ModelId>[] = [type];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.kind === "nullable") open.push(one.type);
    else if (one.kind === "union") open.push(...one.members);
    else if (one.kind !== "reference") leaves.push(one);
    else if (!seen.has(one.target)) {
      seen.add(one.target);
      const model = models.get(one.target);
      if (!model || model.kind === "object") leaves.push(one);
      else open.push(...typesOf(model));
    }
  }
  return leaves;
}

function typesOf(model: Exclude<Model<ModelId>, { kind: "object" }>): readonly Type<ModelId>[] {
  switch (model.kind) {
    case "enum":
      return model.values.map(({ value }) => ({ kind: "literal", value }));
    case "union":
      return model.members.map(({ type }) => type);
    case "alias":
      return [model.type];
  }
}
