import type { ModelId } from "../model/model.js";
import type { PrimitiveName, Type } from "../model/type.js";
import { type Code, code, joinCode, literalCode } from "./code.js";
import type { EmitContext } from "./emit-context.js";

/** How a map is written: an alias that contains itself may not do so through another alias, as `Record` is one. */
export type MapStyle = "record" | "signature";

/** A type as TypeScript. */
export function typeCode(type: Type<ModelId>, context: EmitContext, maps: MapStyle = "record"): Code {
  switch (type.kind) {
    case "primitive":
      return primitiveCode(type.name, context);
    case "literal":
      return literalCode(type.value);
    case "platform":
      return context.globalType(type.name);
    case "external":
      return context.externalName(type.name, type.from, "type");
    case "array":
      return code`${parenthesised(type.items, context, maps)}[]`;
    case "map": {
      const values = typeCode(type.values, context, maps);
      const record = context.globalType("Record");
      return maps === "record" ? code`${record}<string, ${values}>` : code`{ [key: string]: ${values} }`;
    }
    case "stream":
      return code`${context.globalType("ReadableStream")}<${typeCode(type.items, context, maps)}>`;
    case "union":
      return unionCode(type.members.map((member) => typeCode(member, context, maps)));
    case "nullable":
      return unionCode([typeCode(type.type, context, maps), code`null`]);
    case "reference":
      return context.typeName(type.target);
  }
}

/** Types as a union, each once; `unknown` takes in all others, and `string` leaves texts beside it to completion. */
export function unionCode(members: readonly Code[]): Code {
  const distinct = [...new Set(members)].filter((member) => member !== code`never`);
  if (distinct.some((member) => member === code`unknown`)) return code`unknown`;
  if (distinct.length === 0) return code`never`;
  const namesText = distinct.some((member) => member.startsWith('"'));
  const open = distinct.map((member) => (namesText && member === code`string` ? code`(string & {})` : member));
  return joinCode(open, code` | `);
}

function parenthesised(type: Type<ModelId>, context: EmitContext, maps: MapStyle): Code {
  const text = typeCode(type, context, maps);
  return text.includes(" | ") && (type.kind === "union" || type.kind === "nullable") ? code`(${text})` : text;
}

function primitiveCode(name: PrimitiveName, context: EmitContext): Code {
  switch (name) {
    case "string":
    case "decimal":
    case "date":
      return code`string`;
    case "number":
    case "integer":
      return code`number`;
    case "boolean":
      return code`boolean`;
    case "bigint":
      return code`bigint`;
    case "date-time":
      return context.options.dates === "Date" ? context.globalType("Date") : code`string`;
    case "unknown":
      return code`unknown`;
  }
}
