import { overLimit } from "../diagnostics/limits.js";
import { isTypeWithin, isWithin } from "../dialects/type-limits.js";
import type { Link } from "../model/link.js";
import type { Type } from "../model/type.js";
import type { NotationError } from "../notation/notation.js";
import { typescript } from "../notation/typescript.js";
import type { Statement } from "./statement.js";

/** Reads the text of a type as a cell of a TypeScript page; nothing, and a finding, where it cannot be read or is over a limit. */
export function readStatedType(text: string, statement: Statement): Type<Link> | undefined {
  const { bounds, place } = statement;
  if (!isWithin(bounds, { limit: "cellCharacters", place, found: text.length })) return undefined;
  const result = typescript.parseCell(text, place.start);
  if (!result.ok) reportUnread(text, result.error, statement);
  else if (isTypeWithin(bounds, result.type, place)) return stated(result.type, statement);
  return undefined;
}

function reportUnread(text: string, { found, expected, isTooDeep }: NotationError, statement: Statement): void {
  const { override, place, bounds } = statement;
  const { page, limits, report } = bounds;
  if (isTooDeep) {
    report(overLimit({ limit: "typeDepth", page: page.path, place }, limits));
    return;
  }
  report({
    rule: "wrong-override",
    page: page.path,
    place,
    reason: `Unexpected ${found} in the \`${override.fact}\` of \`${override.at}\`, expected ${expected.join(" or ")}`,
    actual: text,
    expected,
  });
}

/** The type with nulls and links that stand where the override does. */
function stated(type: Type<Link>, statement: Statement): Type<Link> {
  switch (type.kind) {
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return type;
    case "array":
    case "stream":
      return { kind: type.kind, items: stated(type.items, statement) };
    case "map":
      return { kind: "map", values: stated(type.values, statement) };
    case "union":
      return { kind: "union", members: type.members.map((member) => stated(member, statement)) };
    case "nullable":
      return { kind: "nullable", type: stated(type.type, statement), source: statement.source };
    case "reference": {
      const { place, about, bounds } = statement;
      return { kind: "reference", target: { ...type.target, place, override: { file: bounds.page.path, about } } };
    }
  }
}
