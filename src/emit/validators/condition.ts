import { type Code, code, joinCode } from "../code.js";
import { fitsLine, indented, prefixed, suffixed } from "./layout.js";

/** An expression of a guard, kept in parts so that it can be told in both senses. */
export type Condition =
  | { readonly kind: "test"; readonly pass: Code; readonly fail: Code }
  | { readonly kind: "all"; readonly parts: readonly Condition[] }
  | { readonly kind: "any"; readonly parts: readonly Condition[] };

/** Whether code tells when a condition holds, or when it does not. */
export type Sense = "pass" | "fail";

/** The condition that every value meets. */
export const always: Condition = { kind: "all", parts: [] };

/** The condition that no value meets. */
export const never: Condition = { kind: "any", parts: [] };

/** A condition that is one comparison, told both ways. */
export function test(pass: Code, fail: Code): Condition {
  return { kind: "test", pass, fail };
}

/** A condition that is a call. */
export function call(name: Code, ...values: readonly Code[]): Condition {
  const pass = code`${name}(${joinCode(values)})`;
  return test(pass, code`!${pass}`);
}

/** The condition that holds where another does not. */
export function not(condition: Condition): Condition {
  switch (condition.kind) {
    case "test":
      return test(condition.fail, condition.pass);
    case "all":
      return anyOf(condition.parts.map(not));
    case "any":
      return allOf(condition.parts.map(not));
  }
}

/** Whether every value meets a condition. */
export function isAlways(condition: Condition): boolean {
  return condition.kind === "all" && condition.parts.length === 0;
}

/** Whether no value meets a condition. */
export function isNever(condition: Condition): boolean {
  return condition.kind === "any" && condition.parts.length === 0;
}

/** The condition that holds where all of some do. */
export function allOf(conditions: readonly Condition[]): Condition {
  const parts = distinct(conditions.flatMap((part) => (part.kind === "all" ? part.parts : part)));
  return parts.some(isNever) ? never : joined("all", parts);
}

/** The condition that holds where any of some does. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const parts = distinct(conditions.flatMap((part) => (part.kind === "any" ? part.parts : part)));
  return parts.some(isAlways) ? always : joined("any", parts);
}

function joined(kind: "all" | "any", parts: readonly Condition[]): Condition {
  const first = parts[0];
  return first !== undefined && parts.length === 1 ? first : { kind, parts };
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.length < 2) return conditions;
  const byCode = new Map<Code, Condition>();
  for (const condition of conditions) byCode.set(conditionCode(condition, "pass"), condition);
  return byCode.size === conditions.length ? conditions : [...byCode.values()];
}

/** What stands between the parts: "not all" is "any not". */
function operatorOf(kind: "all" | "any", sense: Sense): Code {
  return (kind === "all") === (sense === "pass") ? and : or;
}

const [and, or] = [code`&&`, code`||`];

function emptyCode(kind: "all" | "any", sense: Sense): Code {
  return (kind === "all") === (sense === "pass") ? code`true` : code`false`;
}

/** A condition on one line. */
export function conditionCode(condition: Condition, sense: Sense): Code {
  if (condition.kind === "test") return condition[sense];
  if (condition.parts.length === 0) return emptyCode(condition.kind, sense);
  const parts = condition.parts.map((part) => {
    const text = conditionCode(part, sense);
    return part.kind === "test" ? text : code`(${text})`;
  });
  return joinCode(parts, code` ${operatorOf(condition.kind, sense)} `);
}

/** A condition on as many lines as it needs. */
function conditionLines(condition: Condition, sense: Sense): readonly Code[] {
  const text = conditionCode(condition, sense);
  if (fitsLine(text) || condition.kind === "test") return [text];
  const operator = operatorOf(condition.kind, sense);
  return condition.parts.flatMap((part, at) => {
    const lines = conditionLines(part, sense);
    const inner = part.kind === "test" ? lines : parenthesised(lines);
    return at === condition.parts.length - 1 ? inner : suffixed(inner, code` ${operator}`);
  });
}

function parenthesised(lines: readonly Code[]): readonly Code[] {
  return lines.length === 1 ? suffixed(prefixed(code`(`, lines), code`)`) : [code`(`, ...indented(lines), code`)`];
}

function onlyLine(lines: readonly Code[]): Code | undefined {
  return lines.length === 1 ? lines[0] : undefined;
}

/** `head(condition)`, broken where it is long. */
export function headed(head: Code, condition: Condition, sense: Sense): readonly Code[] {
  const lines = conditionLines(condition, sense);
  const line = onlyLine(lines);
  return line === undefined ? [code`${head} (`, ...indented(lines), code`)`] : [code`${head} (${line})`];
}

/** `return condition;` */
export function returned(condition: Condition): readonly Code[] {
  const lines = conditionLines(condition, "pass");
  const line = onlyLine(lines);
  return line === undefined ? [code`return (`, ...indented(lines), code`);`] : [code`return ${line};`];
}

/** `if (the condition fails) leave` */
export function required(condition: Condition, leave: Code): readonly Code[] {
  return isAlways(condition) ? [] : suffixed(headed(code`if`, condition, "fail"), code` ${leave}`);
}
