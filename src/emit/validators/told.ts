import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, joinCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { insideTell } from "./inside.js";
import { membersOf } from "./members.js";
import { typeName } from "./type-name.js";

/** What emitted code says that an issue is about; the other codes are for the run-time module to find. */
type ToldCode = "type" | "literal" | "union" | "depth";

/** What emitted code says of a value that does not fit: what was expected, or the tell that looks inside of it. */
export interface Told {
  readonly expected: Code;
  readonly issueCode: ToldCode;
}

/** The call that tells the place that the value at a key is not what its row says. */
export function breaks(key: Code, { expected, issueCode }: Told, context: EmitContext, line: number): Code {
  const values = [code`at`, key, expected, stringLiteral(issueCode), code`${line}`];
  return code`${context.sharedName("breaks", "value")}(${joinCode(values)})`;
}

/** The call that tells a place that the whole value is something else. */
export function misses(
  expected: string,
  context: EmitContext,
  issueCode: ToldCode = "type",
  place: Code = code`at`,
): Code {
  const last = issueCode === "type" ? code`` : code`, ${stringLiteral(issueCode)}`;
  return code`${context.sharedName("misses", "value")}(${place}, ${stringLiteral(expected)}${last})`;
}

function codeOf(type: Type<ModelId>): "type" | "literal" | "union" {
  const members = membersOf(type);
  if (members.every((member) => member === null || member.kind === "literal")) return "literal";
  return members.filter((member) => member !== null).length > 1 ? "union" : "type";
}

/** What is told of a value that is not of a type. */
export function toldOf(type: Type<ModelId>, context: EmitContext): Told {
  // A type that admits undefined admits all: only the key can be missing.
  const tell = admitsUndefined(type, context.schema) ? undefined : insideTell(type, context);
  if (tell) return { expected: tell, issueCode: "type" };
  return { expected: stringLiteral(typeName(type, context)), issueCode: codeOf(type) };
}
