import type { ModelId } from "../../model/model.js";
import { deepestType, mapType, type Type } from "../../model/type.js";
import type { Declaration, Mention } from "./declaration.js";
import type { Matches } from "./match-models.js";

/** What stands in a type where a model could be, once types stand for models. */
export type Target = { readonly kind: "model"; readonly id: ModelId } | Exclude<Mention, { kind: "declared" }>;

/** A type of the SDK in terms of the pages: types that are no page's are written out. */
export type StatedType = Type<Target>;

/** So many types that are no page's are written out for one type at most: what is named twice doubles at each level. */
const mostOpened = 500;

/** Says types in terms of the pages. */
export function makeStating(
  { byKey }: Matches,
  declarations: ReadonlyMap<string, Declaration>,
): (type: Type<Mention>) => StatedType {
  const state = (type: Type<Mention>, within: readonly string[], opening: { count: number }): StatedType =>
    mapType(type, (mention): StatedType => {
      if (mention.kind !== "declared") return { kind: "reference", target: mention };
      const id = byKey.get(mention.key);
      if (id !== undefined) return { kind: "reference", target: { kind: "model", id } };
      const shape = declarations.get(mention.key)?.shape;
      const isEndless = within.includes(mention.key) || within.length >= deepestType || opening.count >= mostOpened;
      if (shape?.kind === "alias" && !isEndless) {
        opening.count += 1;
        return state(shape.type, [...within, mention.key], opening);
      }
      return { kind: "reference", target: { kind: "unsayable", text: mention.key } };
    });
  return (type) => state(type, [], { count: 0 });
}

/** The models' types in the same terms. */
export function statedOf(type: Type<ModelId>): StatedType {
  return mapType(type, (id): StatedType => ({ kind: "reference", target: { kind: "model", id } }));
}

/** The type as overrides can say it; nothing where a part cannot be said. Values that are not listed are left out. */
export function sayable(type: StatedType): Type<ModelId> | undefined {
  switch (type.kind) {
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return type;
    case "array":
    case "stream": {
      const items = sayable(type.items);
      return items && { kind: type.kind, items };
    }
    case "map": {
      const values = sayable(type.values);
      return values && { kind: "map", values };
    }
    case "nullable": {
      const inner = sayable(type.type);
      return inner && { kind: "nullable", type: inner, source: type.source };
    }
    case "union": {
      const members = type.members.filter((member) => !isOthers(member)).map(sayable);
      return members.every((member) => member !== undefined) ? { kind: "union", members } : undefined;
    }
    case "reference":
      return type.target.kind === "model" ? { kind: "reference", target: type.target.id } : undefined;
  }
}

/** Whether a type stands for values beside those that are listed. */
export function isOthers(type: StatedType): boolean {
  return type.kind === "reference" && type.target.kind === "others";
}
