import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import type { EmitContext } from "../emit-context.js";

/** A type as issues name it: as TypeScript writes it. */
export function typeName(type: Type<ModelId>, context: EmitContext): string {
  switch (type.kind) {
    case "primitive":
      if (type.name === "decimal") return "string";
      return type.name === "date-time" && context.options.dates === "Date" ? "Date" : type.name;
    case "literal":
      return JSON.stringify(type.value);
    case "platform":
    case "external":
      return type.name;
    case "stream":
      return "ReadableStream";
    case "array": {
      const items = typeName(type.items, context);
      return items.includes(" | ") ? `(${items})[]` : `${items}[]`;
    }
    case "map":
      return `Record<string, ${typeName(type.values, context)}>`;
    case "union":
      return [...new Set(type.members.map((member) => typeName(member, context)))].join(" | ");
    case "nullable": {
      const name = typeName(type.type, context);
      return name === "" ? "null" : `${name} | null`;
    }
    case "reference":
      return context.schema.names.get(type.target)?.type ?? type.target;
  }
}
