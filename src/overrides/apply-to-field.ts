import { isWithin } from "../dialects/type-limits.js";
import type { ExampleValue } from "../model/example.js";
import type { Fact } from "../model/fact.js";
import { exampleOfJson, type JsonValue } from "../model/json-value.js";
import type { Link } from "../model/link.js";
import type { Field } from "../model/model.js";
import { isUnknown } from "../model/type.js";
import { maximumDepth } from "../notation/cursor.js";
import { mayBeWidened } from "./may-be-widened.js";
import { readStatedType } from "./read-stated-type.js";
import { isSameType } from "./same-type.js";
import type { Statement, Verdict } from "./statement.js";

type FieldVerdict = Verdict<Field<Link>>;

/** Applies an override to the field that it is about. */
export function applyToField(field: Field<Link>, statement: Statement): FieldVerdict {
  const { override, source, believed } = statement;
  switch (override.fact) {
    case "nullable": {
      const value = override.value ? "yes" : "no";
      // A null around the type of another override is not what the page says.
      const isSaid = field.nullability.value === value && field.nullability.source.origin !== "override";
      const mayBeNull = !override.value && believed.nulls;
      return unlessSame(isSaid && !mayBeNull, { ...field, nullability: { value, source } });
    }
    case "required": {
      const value = override.value ? "required" : "optional";
      const mayBeAbsent = override.value && believed.absentKeys;
      return unlessSame(field.presence.value === value && !mayBeAbsent, { ...field, presence: { value, source } });
    }
    case "type":
      return applyType(field, override.value, statement);
    case "format":
      return applyText(field, "format", override.value, statement);
    case "wireName":
      return applyText(field, "wireName", override.value, statement);
    case "default":
      return applyDefault(field, override.value, statement);
    case "additional":
    case "values":
    case "open":
      return { kind: "unfit", expected: "a page as a whole" };
  }
}

function unlessSame<Subject>(isSame: boolean, subject: Subject): Verdict<Subject> {
  return isSame ? { kind: "repeated" } : { kind: "applied", subject };
}

/** A null around the whole type is the field's own, as in a cell. */
function applyType(field: Field<Link>, text: string, statement: Statement): FieldVerdict {
  const type = readStatedType(text, statement);
  if (!type) return { kind: "unread" };
  const { source, believed } = statement;
  const value = type.kind === "nullable" ? type.type : type;
  const saysNull = type.kind === "nullable" && field.nullability.value !== "yes";
  const documented = field.type.value;
  // A cell that cannot be read says nothing, and leaves the same as one of any type.
  const mayBeUnread = isUnknown(documented);
  const isSaid = isSameType(value, documented) && !saysNull && !mayBeUnread;
  if (isSaid && !mayBeWidened(value, believed)) return { kind: "repeated" };
  const nullability = saysNull ? ({ value: "yes", source } as const) : field.nullability;
  return { kind: "applied", subject: { ...field, type: { value, source }, nullability } };
}

function applyText(
  field: Field<Link>,
  fact: "format" | "wireName",
  value: string,
  { source, bounds, place }: Statement,
): FieldVerdict {
  if (!isWithin(bounds, { limit: "nameLength", place, found: value.length })) return { kind: "unread" };
  const known: Fact<string> | undefined = field[fact];
  return unlessSame(known?.value === value, { ...field, [fact]: { value, source } });
}

function applyDefault(
  field: Field<Link>,
  stated: JsonValue,
  { override, source, bounds, place }: Statement,
): FieldVerdict {
  const value = exampleOfJson(stated, field.place, maximumDepth);
  if (!value) {
    const reason = `Unexpected \`default\` of \`${override.at}\` that nests deeper than any that is read, expected a flat one`;
    bounds.report({ rule: "wrong-override", page: bounds.page.path, place, reason });
    return { kind: "unread" };
  }
  const found = JSON.stringify(stated).length;
  if (!isWithin(bounds, { limit: "exampleCharacters", place, found })) return { kind: "unread" };
  return unlessSame(isSameValue(value, field.default?.value), { ...field, default: { value, source } });
}

/** Whether two values are alike, wherever they stand; keys of objects in order. */
function isSameValue(one: ExampleValue, other: ExampleValue | undefined): boolean {
  return other !== undefined && withoutPlaces(one) === withoutPlaces(other);
}

function withoutPlaces(value: ExampleValue): string {
  return JSON.stringify(value, (key: string, each: unknown) => (key === "place" ? undefined : each));
}
