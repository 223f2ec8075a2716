import type { Link } from "../model/link.js";
import type { Type } from "../model/type.js";

/** How large a type is. */
export interface TypeSize {
  /** How many lists, maps, streams and unions stand around one another. */
  readonly depth: number;
  /** Of the union that has most. */
  readonly members: number;
  /** Of all that is in it and of itself. */
  readonly types: number;
}

/** Measures a type, and what the text of a link spells; without recursion, since types may be deeper than the stack. */
export function typeSizeOf(type: Type<Link>): TypeSize {
  const size = { depth: 0, members: 0, types: 0 };
  const open: { readonly type: Type<Link>; readonly depth: number }[] = [{ type, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const inner = innerTypes(next.type);
    const depth = next.depth + (isAround(next.type) ? 1 : 0);
    size.depth = Math.max(size.depth, depth);
    size.types += 1;
    if (next.type.kind === "union") size.members = Math.max(size.members, inner.length);
    for (const each of inner) open.push({ type: each, depth });
  }
  return size;
}

function isAround({ kind }: Type<Link>): boolean {
  return kind === "array" || kind === "map" || kind === "stream" || kind === "union";
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
