import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, identifier } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import {
  allOf,
  always,
  anyOf,
  type Condition,
  call,
  headed,
  isAlways,
  isNever,
  never,
  required,
  test,
} from "./condition.js";
import { block, indented, prefixed, suffixed } from "./layout.js";
import {
  equals,
  isArray,
  isMap,
  memberConditions,
  membersOf,
  retriedMembers,
  retryCondition,
  typeCondition,
} from "./type-condition.js";

/** Where statements stand. */
export interface Scope {
  readonly context: EmitContext;
  /** How many loops and choices are around: their variables and labels are numbered by it. */
  readonly level: number;
  /** What is done with a value that fails. */
  readonly leave: Code;
}

function local(name: string, { level }: Scope): Code {
  return identifier(level === 0 ? name : `${name}${level + 1}`);
}

function inner(scope: Scope): Scope {
  return { ...scope, level: scope.level + 1 };
}

/** Statements that are run where a condition fails. */
export function unless(condition: Condition, lines: readonly Code[]): readonly Code[] {
  return [...suffixed(headed(code`if`, condition, "fail"), code` {`), ...indented(lines), code`}`];
}

/** `Object.hasOwn(object, key)` */
export function hasOwn(object: Code, key: Code): Condition {
  return call(code`Object.hasOwn`, object, key);
}

/** Statements that check what a loop comes to; what meets `admitted` passes without a check. */
export function elementStatements(
  type: Type<ModelId>,
  read: Code,
  scope: Scope,
  admitted: (item: Code) => Condition = () => never,
): readonly Code[] {
  const direct = anyOf([admitted(read), typeCondition(type, read, scope.context) ?? never]);
  if (direct.kind === "test" && typeCondition(type, read, scope.context)) return required(direct, scope.leave);
  const item = local("item", scope);
  const lines = typeStatements(type, item, inner(scope), admitted(item));
  return lines.length === 0 ? [] : [code`const ${item} = ${read};`, ...lines];
}

function arrayStatements(items: Type<ModelId>, subject: Code, retry: Condition, scope: Scope): readonly Code[] {
  const [list, index] = [local("items", scope), local("index", scope)];
  const holds = test(code`${index} in ${list}`, code`!(${index} in ${list})`);
  const present = admitsUndefined(items, scope.context.schema) ? required(holds, scope.leave) : [];
  const start = code`let ${index} = 0, ${list}: readonly unknown[] = ${subject}`;
  return [
    ...required(allOf([isArray(subject), retry]), scope.leave),
    ...block(code`for (${start}; ${index} < ${list}.length; ${index}++)`, [
      ...present,
      ...elementStatements(items, code`${list}[${index}]`, scope),
    ]),
  ];
}

function mapStatements(values: Type<ModelId>, subject: Code, retry: Condition, scope: Scope): readonly Code[] {
  const key = local("key", scope);
  const keyed = scope.context.sharedName("Keyed", "type");
  return [
    ...required(allOf([isMap(subject, scope.context), retry]), scope.leave),
    // A guard before may have left TypeScript with no type for the subject, and `in` wants one.
    ...block(code`for (const ${key} in ${subject} as ${keyed})`, [
      ...required(hasOwn(subject, key), code`continue;`),
      ...elementStatements(values, code`(${subject} as ${keyed})[${key}]`, scope),
    ]),
  ];
}

type Retried = ReadonlySet<Type<ModelId> | null>;

/** Statements for a member of a union that has a loop. */
function loopStatements(type: Type<ModelId>, subject: Code, retry: Condition, scope: Scope): readonly Code[] {
  switch (type.kind) {
    case "array":
      return arrayStatements(type.items, subject, retry, scope);
    case "map":
      return mapStatements(type.values, subject, retry, scope);
    case "primitive":
    case "literal":
    case "platform":
    case "stream":
    case "external":
    case "reference":
    case "union":
    case "nullable":
      return required(typeCondition(type, subject, scope.context) ?? always, scope.leave);
  }
}

/** Tries members one after another, each in a block that a failure leaves; the last one fails for all. */
function attempts(loops: readonly Type<ModelId>[], subject: Code, retried: Retried, scope: Scope): readonly Code[] {
  const [choice, member] = [local("choice", scope), local("member", scope)];
  return loops.flatMap((loop, at) => {
    const retry = retried.has(loop) ? retryCondition(scope.context) : always;
    if (at === loops.length - 1) return loopStatements(loop, subject, retry, scope);
    const lines = loopStatements(loop, subject, retry, { ...scope, leave: code`break ${member};` });
    return block(code`${member}:`, [...lines, code`break ${choice};`]);
  });
}

/**
 * Statements that leave where a value is not of a type and does not meet `admitted` either; the subject must be one
 * that TypeScript can narrow.
 */
export function typeStatements(
  type: Type<ModelId>,
  subject: Code,
  scope: Scope,
  admitted: Condition = never,
): readonly Code[] {
  const members = membersOf(type);
  const condition = anyOf([admitted, ...memberConditions(members, subject, scope.context)]);
  const loops = members.filter((member) => member !== null && !typeCondition(member, subject, scope.context));
  if (loops.length === 0 || isAlways(condition)) return required(condition, scope.leave);
  const lines = attempts(
    loops.filter((member) => member !== null),
    subject,
    retriedMembers(members, scope.context),
    scope,
  );
  const label = loops.length > 1 ? code`${local("choice", scope)}: ` : code``;
  if (!isNever(condition)) return prefixed(label, unless(condition, lines));
  return loops.length > 1 ? block(code`${local("choice", scope)}:`, lines) : lines;
}

/** Whether a value is undefined. */
export function isUndefined(subject: Code): Condition {
  return equals(subject, code`undefined`);
}
