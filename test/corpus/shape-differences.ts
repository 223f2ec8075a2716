import { type Shape, shapeText } from "./schema-shapes.js";

/**
 * Why two shapes differ, from the least to the most:
 * `release`: one has fields, values or members that the other lacks, and nothing else differs;
 * `constant`: one page names the only value, the other its type;
 * `bytes`: uploads and streams, for which each run-time has types of its own;
 * `unsaid`: one page does not say the type at all (a bare page, a member that is named by its tag);
 * `different`: none of these.
 */
export type Difference = "same" | "release" | "constant" | "bytes" | "unsaid" | "different";

const order: readonly Difference[] = ["same", "release", "constant", "bytes", "unsaid", "different"];

/** Why two shapes differ. */
export function differenceOf(a: Shape, b: Shape): Difference {
  if (shapeText(a) === shapeText(b)) return "same";
  if (a.kind === "any" || b.kind === "any") return "unsaid";
  // What lies too deep to be looked at is compared where it is a field of its own.
  if (a.kind === "deep" || b.kind === "deep") return "same";
  if (a.kind === "array" && b.kind === "array") return differenceOf(a.of, b.of);
  if (a.kind === "map" && b.kind === "map") return differenceOf(a.of, b.of);
  if (a.kind === "object" && b.kind === "object") return objectDifference(a, b);
  if (a.kind === "union" || b.kind === "union") return unionDifference(membersOf(a), membersOf(b));
  if (isConstant(a, b) || isConstant(b, a)) return "constant";
  return isBytes(a, b) || isBytes(b, a) ? "bytes" : "different";
}

function worst(differences: readonly Difference[]): Difference {
  return order[Math.max(0, ...differences.map((difference) => order.indexOf(difference)))] ?? "same";
}

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** Objects without a field in common are different; others differ as what they share does. */
function objectDifference(a: ObjectShape, b: ObjectShape): Difference {
  const shared = [...a.fields].flatMap(([name, field]) => {
    const other = b.fields.get(name);
    return other ? [differenceOf(field, other)] : [];
  });
  if (shared.length === 0) return a.fields.size === 0 || b.fields.size === 0 ? "release" : "different";
  const isWhole = shared.length === a.fields.size && shared.length === b.fields.size;
  return worst([...shared, isWhole ? "same" : "release"]);
}

function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.members : [shape];
}

/** Each member of the smaller union should have a like one in the larger. */
function unionDifference(a: readonly Shape[], b: readonly Shape[]): Difference {
  const [smaller, larger] = a.length <= b.length ? [a, b] : [b, a];
  const closest = smaller.map((member) => {
    const differences = larger.map((other) => order.indexOf(differenceOf(member, other)));
    return order[Math.min(...differences)] ?? "different";
  });
  if (a.length === b.length) return worst(closest);
  const rest = larger.filter((member) => smaller.every((other) => differenceOf(member, other) !== "same"));
  const isBytesOnly = rest.every((member) => member.kind === "value" && member.name === "Uint8Array");
  return worst([...closest, isBytesOnly ? "bytes" : "release"]);
}

function isConstant(a: Shape, b: Shape): boolean {
  return a.kind === "literal" && b.kind === "value" && typeof JSON.parse(a.value) === b.name;
}

/** Bytes are text in languages whose texts are bytes. */
function isBytes(a: Shape, b: Shape): boolean {
  return a.kind === "value" && a.name === "Uint8Array" && b.kind === "value" && b.name === "string";
}
