import type { ModelId, ObjectModel } from "../../model/model.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { indexTypeOf } from "../index-type.js";
import { allOf, anyOf, type Condition, conditionCode, isAlways, never, not, required, returned } from "./condition.js";
import { type Check, checkRank, fieldCheck } from "./field-check.js";
import { block } from "./layout.js";
import { equals, isKeyed, typeCondition } from "./type-condition.js";
import { elementStatements, hasOwn, isUndefined } from "./type-statements.js";

const leave = code`return false;`;

/** Whether keys that no field names are refused. */
export function isClosed(model: ObjectModel<ModelId>, { options }: EmitContext): boolean {
  return options.unknownKeys === "reject" && model.additional === undefined;
}

/** The check of the keys that no field names; none where they may hold anything. */
function otherKeysCheck(model: ObjectModel<ModelId>, context: EmitContext): readonly Check[] {
  const key = code`key`;
  const known = anyOf([
    ...model.fields.map(({ localName }) => equals(key, stringLiteral(localName))),
    not(hasOwn(code`record`, key)),
  ]);
  if (isClosed(model, context)) {
    return [{ kind: "statements", lines: block(code`for (const key in record)`, required(known, leave)) }];
  }
  const type = indexTypeOf(model);
  if (!type) return [];
  const condition = typeCondition(type, key, context);
  if (condition && isAlways(condition)) return [];
  const read = code`(value as ${context.sharedName("Keyed", "type")})[key]`;
  const admitted = (item: Code): Condition => (context.options.optional === "undefined" ? isUndefined(item) : never);
  const lines = [
    ...required(not(known), code`continue;`),
    ...elementStatements(type, read, { context, level: 0, leave }, admitted),
  ];
  return [{ kind: "statements", lines: block(code`for (const key in record)`, lines) }];
}

/** The lines of checks in order, those that are expressions joined; the last of them is returned. */
function checkLines(checks: readonly Check[]): readonly Code[] {
  const lines: Code[] = [];
  let pending: readonly Condition[] = [];
  for (const check of checks) {
    if (check.kind === "condition") {
      pending = [...pending, check.condition];
      continue;
    }
    lines.push(...required(allOf(pending), leave), ...check.lines);
    pending = [];
  }
  const last = allOf(pending);
  return [...lines, ...(isAlways(last) ? [code`return true;`] : returned(last))];
}

/** The body of the guard of an object model. */
export function objectGuardLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const keyed = isKeyed(code`value`);
  const fields = model.fields.toSorted((a, b) => checkRank(a) - checkRank(b));
  const checks = [
    ...fields.map((field) => fieldCheck(field, code`record`, context)),
    ...otherKeysCheck(model, context),
  ].filter((check) => check.kind === "statements" || !isAlways(check.condition));
  if (checks.length === 0) return [code`return ${conditionCode(keyed, "pass")};`];
  const unchecked = code`${context.sharedName("Unchecked", "type")}<${context.typeName(model.id)}>`;
  const record: Check = { kind: "statements", lines: [code`const record = value as ${unchecked};`] };
  return checkLines([{ kind: "condition", condition: keyed }, record, ...checks]);
}
