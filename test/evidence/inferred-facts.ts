import type { Evidence } from "../../src/evidence/evidence.js";
import type { Source } from "../../src/model/fact.js";
import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Type } from "../../src/model/type.js";

/** What kind of fact an example shows, by the option that believes it. */
export type FactKind = Exclude<keyof Evidence, "exampleCells">;

/** The kinds of facts that examples show. */
export const factKinds: readonly FactKind[] = ["nulls", "openEnums", "stringsOrNumbers", "extraKeys", "absentKeys"];

/** A fact that a schema has from an example. */
export interface InferredFact {
  readonly kind: FactKind;
  readonly model: Model<ModelId>;
  /** The property in TypeScript; absent where it is about the model. */
  readonly property?: string;
  /** The way from the field's type to what it is about: `[]` and `{}`; empty for the field itself. */
  readonly path: readonly string[];
  readonly source: Source;
}

/** Every fact of a schema that was taken from an example. */
export function inferredFacts({ models }: Pick<Schema, "models">): readonly InferredFact[] {
  return [...models.values()].flatMap(factsOf).filter(({ source }) => source.origin === "example");
}

/** A fact in words, the same for the same fact. */
export function nameOf({ kind, model, property, path, source }: InferredFact): string {
  const where = property === undefined ? model.page : `${model.page}#${property}${path.join("")}`;
  return `${kind} ${where} seen at ${source.page}:${source.place?.start.line}`;
}

function factsOf(model: Model<ModelId>): readonly InferredFact[] {
  switch (model.kind) {
    case "object": {
      const fields = model.fields.flatMap((field): readonly InferredFact[] => {
        const within = typeFacts(model, field.localName, field.type.value, []);
        const { value, source } = field.nullability;
        const own = { kind: "nulls", model, property: field.localName, path: [], source } as const;
        const absent = { ...own, kind: "absentKeys", source: field.presence.source } as const;
        return [...(value === "yes" ? [own] : []), absent, ...within];
      });
      const { additional } = model;
      if (!additional) return fields;
      const keys = { kind: "extraKeys", model, path: [], source: additional.source } as const;
      return [...fields, keys, ...typeFacts(model, undefined, additional.value, ["{}"])];
    }
    case "enum":
      return model.openSource ? [{ kind: "openEnums", model, path: [], source: model.openSource }] : [];
    case "union":
      return model.members.flatMap(({ type }) => typeFacts(model, undefined, type, []));
    case "alias":
      return [];
  }
}

function typeFacts(
  model: Model<ModelId>,
  property: string | undefined,
  type: Type<ModelId>,
  path: readonly string[],
): readonly InferredFact[] {
  const about = (kind: FactKind, source: Source): InferredFact => ({
    kind,
    model,
    path,
    source,
    ...(property === undefined ? {} : { property }),
  });
  switch (type.kind) {
    case "nullable":
      return [about("nulls", type.source), ...typeFacts(model, property, type.type, path)];
    case "array":
      return typeFacts(model, property, type.items, [...path, "[]"]);
    case "map":
      return typeFacts(model, property, type.values, [...path, "{}"]);
    case "union": {
      const own = type.source ? [about("stringsOrNumbers", type.source)] : [];
      return [...own, ...type.members.flatMap((member) => typeFacts(model, property, member, path))];
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
    case "reference":
      return [];
  }
}
