import type { Link } from "../model/link.js";
import type { Type } from "../model/type.js";

/** How large a type is. */
export interface TypeSize {
  /** How many lists, maps, streams and unions stand around one another. */
  readonly depth: number;
  /** The same without unions. */
  readonly nesting: number;
  /** Of the union that has most. */
  readonly members: number;
  /** Of all that is in it and of itself. */
  readonly types: number;
}

/** Measures a type, and what the text of a link spells; without recursion, since types may be deeper than the stack. */
export function typeSizeOf(type: Type<Link>): TypeSize {
  const size = { depth: 0, nesting: 0, members: 0, types: 0 };
  const open: Open[] = [{ type, depth: 0, nesting: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const inner = innerTypes(next.type);
    const { kind } = next.type;
    const nesting = next.nesting + (isAround(kind) ? 1 : 0);
    const depth = next.depth + (isAround(kind) || kind === "union" ? 1 : 0);
    size.depth = Math.max(size.depth, depth);
    size.nesting = Math.max(size.nesting, nesting);
    size.types += 1;
    if (kind === "union") size.members = Math.max(size.members, inner.length);
    for (const each of inner) open.push({ type: each, depth, nesting });
  }
  return size;
}

/** A type that is still to be measured, and what stands around it. */
interface Open extends Pick<TypeSize, "depth" | "nesting"> {
  readonly type: Type<Link>;
}

function isAround(kind: Type<Link>["kind"]): boolean {
  return kind === "array" || kind === "map" || kind === "stream";
}

function innerTypes(type: Type<Link>): readonly Type<Link>[] {
  switch (type.kind) {
    case "array":
    case "stream":
      return [type.items];
    case "map":
      return [type.values];
    case "union":
      return type.members;
    case "nullable":
      return [type.type];
    case "reference":
      return type.target.spelled ? [type.target.spelled] : [];
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return [];
  }
}
