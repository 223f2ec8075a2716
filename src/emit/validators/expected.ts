import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, joinCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { type Condition, test } from "./condition.js";
import { membersOf } from "./members.js";
import { hasInside, partCode } from "./parts.js";
import { breaks, misses } from "./told.js";
import { dateCheck } from "./type-condition.js";
import { typeName } from "./type-name.js";

/** The function that finds the issues inside of a value that is not of a type; undefined where there is no inside. */
export function insideCheck(type: Type<ModelId>, context: EmitContext): Code | undefined {
  if (!hasInside(type)) return undefined;
  const part = partCode(type, context);
  if (part) return part;
  switch (type.kind) {
    case "primitive":
      return type.name === "date" || type.name === "date-time" ? dateCheck(type.name, context) : undefined;
    case "reference":
      return context.valueName(type.target, "check");
    case "union":
    case "nullable": {
      const [only] = membersOf(type).filter((member) => member !== null);
      return only && insideCheck(only, context);
    }
    case "array":
    case "map":
    case "literal":
    case "platform":
    case "stream":
    case "external":
      return undefined;
  }
}

function codeOf(type: Type<ModelId>): "type" | "literal" | "union" {
  const members = membersOf(type);
  if (members.every((member) => member === null || member.kind === "literal")) return "literal";
  return members.filter((member) => member !== null).length > 1 ? "union" : "type";
}

/** The call that tells what breaks a row, or an item where there is no row: it holds where the check is to stop. */
export function breaksRow(type: Type<ModelId>, key: Code, line: number | undefined, context: EmitContext): Condition {
  // A type that admits undefined admits all: only the key can be missing.
  const inside = admitsUndefined(type, context.schema) ? undefined : insideCheck(type, context);
  const expected = inside ?? stringLiteral(typeName(type, context));
  return breaks(key, expected, context, line, inside ? "type" : codeOf(type));
}

/** What a check returns for a whole value that is none of some types: it tells the faults by the closest of them. */
export function missesAll(types: readonly (Type<ModelId> | null)[], name: string, context: EmitContext): Condition {
  const checks = types.flatMap((type) => (type === null ? [] : (insideCheck(type, context) ?? [])));
  if (checks.length === 0) return holding(misses(name, context, "union"));
  const list = code`[${joinCode([...new Set(checks)])}]`;
  const closest = code`${context.sharedName("closest", "value")}(at, ${stringLiteral(name)}, ${list})`;
  return holding(code`(at !== undefined && ${closest})`);
}

function holding(told: Code): Condition {
  return test(told, code`!${told}`);
}
