import type { Model, ModelId } from "../../model/model.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { type Condition, call } from "./condition.js";

/** What emitted code says that an issue is about; the other codes are for the run-time module to find. */
type ToldCode = "type" | "missing" | "literal" | "union" | "unknown-key" | "depth";

/** The call that tells the place that the value at a key breaks a row, by its line; it holds where a check is to stop. */
export function breaks(
  key: Code,
  expected: Code,
  context: EmitContext,
  line?: number,
  issueCode: ToldCode = "type",
): Condition {
  const place = line === undefined ? [] : [code`${line}`];
  const last = issueCode === "type" ? place : [code`${line ?? code`undefined`}`, stringLiteral(issueCode)];
  return call(context.sharedName("breaks", "value"), code`at`, key, expected, ...last);
}

/** The call that tells the place that the whole value is something else; it never holds. */
export function misses(expected: string, context: EmitContext, issueCode: ToldCode = "type"): Code {
  const last = issueCode === "type" ? code`` : code`, ${stringLiteral(issueCode)}`;
  return code`${context.sharedName("misses", "value")}(at, ${stringLiteral(expected)}${last})`;
}

/** Tells the place on which page the rows of a model are. */
export function pageLine({ page }: Model<ModelId>): Code {
  return code`if (at) at.page = ${stringLiteral(page)};`;
}
