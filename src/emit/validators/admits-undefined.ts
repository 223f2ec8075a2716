import type { ModelId } from "../../model/model.js";
import type { SchemaLookup } from "../../model/schema.js";
import type { Type } from "../../model/type.js";

/** Whether undefined is of a type: then only the key itself can tell whether a value is there. */
export function admitsUndefined(type: Type<ModelId>, schema: SchemaLookup, seen: Set<ModelId> = new Set()): boolean {
  switch (type.kind) {
    case "primitive":
      return type.name === "unknown";
    case "external":
      return true;
    case "literal":
    case "platform":
    case "array":
    case "map":
    case "stream":
      return false;
    case "union":
      return type.members.some((member) => admitsUndefined(member, schema, seen));
    case "nullable":
      return admitsUndefined(type.type, schema, seen);
    case "reference":
      // A model that was met before does not, or the search would have ended there.
      if (seen.has(type.target)) return false;
      seen.add(type.target);
      return modelAdmitsUndefined(type.target, schema, seen);
  }
}

function modelAdmitsUndefined(id: ModelId, schema: SchemaLookup, seen: Set<ModelId>): boolean {
  const model = schema.models.get(id);
  switch (model?.kind) {
    case undefined:
    case "object":
      return false;
    case "enum":
      return model.values.length === 0 && !model.open;
    case "union":
      return model.members.length === 0 || model.members.some(({ type }) => admitsUndefined(type, schema, seen));
    case "alias":
      return admitsUndefined(model.type, schema, seen);
  }
}
