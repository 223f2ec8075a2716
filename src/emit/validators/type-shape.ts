import type { ModelId } from "../../model/model.js";
import type { PrimitiveName, Type } from "../../model/type.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { bracketed } from "./layout.js";
import { membersOf } from "./members.js";

/** A type as the run-time module reads it. */
export function typeShape(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  switch (type.kind) {
    case "primitive":
      return [primitiveShape(type.name, context)];
    case "literal":
    case "union":
    case "nullable":
      return unionShape(type, context);
    case "array":
      return tuple(code`"array"`, typeShape(type.items, context));
    case "map":
      return tuple(code`"map"`, typeShape(type.values, context));
    case "stream":
      return [code`["platform", "ReadableStream"]`];
    case "platform":
      return [code`["platform", ${stringLiteral(type.name)}]`];
    case "external": {
      if (type.guard === undefined) return [code`"unknown"`];
      const guard = context.externalName(type.guard, type.from, "value");
      return tuple(code`"guard"`, [code`(value) => ${guard}(value)`]);
    }
    case "reference":
      return [code`() => ${context.valueName(type.target, "shape")}`];
  }
}

/** Items between square brackets. */
export function tuple(...items: readonly (Code | readonly Code[])[]): readonly Code[] {
  return bracketed(
    code`[`,
    items.map((item) => (typeof item === "string" ? [item] : item)),
    code`]`,
  );
}

function primitiveShape(name: PrimitiveName, context: EmitContext): Code {
  if (name === "decimal") return code`"string"`;
  return stringLiteral(name === "date-time" && context.options.dates === "Date" ? "Date" : name);
}

/** A union, its literals in one list and null a type like others; one member stands alone. */
function unionShape(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  const members = membersOf(type);
  const literals = members.flatMap((member) => (member?.kind === "literal" ? [literalCode(member.value)] : []));
  const others = members.filter((member) => member?.kind !== "literal");
  const shapes = [
    ...(literals.length > 0 ? [tuple(code`"literal"`, tuple(...new Set(literals)))] : []),
    ...others.map((member) => (member === null ? [code`"null"`] : typeShape(member, context))),
  ];
  const distinct = [...new Map(shapes.map((shape) => [shape.join("\n"), shape])).values()];
  const [only, ...rest] = distinct;
  return only !== undefined && rest.length === 0 ? only : tuple(code`"union"`, tuple(...distinct));
}
