import type { ModelShape, TypeShape } from "./shape.js";

/** Models whose values JSON carries in another form, as far as is known. */
const encoded = /* @__PURE__ */ new WeakMap<ModelShape, boolean>();

/** Whether values of a model differ in JSON, however deep: a date, a key of another name, a default to fill in. */
export function isEncoded(shape: ModelShape): boolean {
  const known = encoded.get(shape);
  if (known !== undefined) return known;
  const reached = new Set([shape]);
  const isKnown = (inner: ModelShape): boolean => {
    const answer = encoded.get(inner);
    if (answer === undefined) reached.add(inner);
    return answer === true;
  };
  // The set grows under its own iteration, which ends when no model leads to another one: chains of models are long.
  for (const model of reached) {
    if (!modelHolds(model, isKnown)) continue;
    encoded.set(shape, true);
    return true;
  }
  for (const model of reached) encoded.set(model, false);
  return false;
}

function modelHolds(shape: ModelShape, ask: (shape: ModelShape) => boolean): boolean {
  if (shape.kind === "object" && (shape.wireNames !== undefined || shape.fills === true)) return true;
  return typesOf(shape).some((type) => typeHolds(type, ask));
}

function typesOf(shape: ModelShape): readonly TypeShape[] {
  switch (shape.kind) {
    case "object":
      return [...shape.fields.map(([, type]) => type), ...(shape.additional === undefined ? [] : [shape.additional])];
    case "enum":
      return [];
    case "tagged":
      return shape.cases.map(([, type]) => type);
    case "alias":
      return [shape.type];
  }
}

/** Whether a type holds such a value, where `ask` says so of a model. */
export function typeHolds(type: TypeShape, ask: (shape: ModelShape) => boolean): boolean {
  if (typeof type === "string") return type === "Date" || type === "bigint";
  if (typeof type === "function") return ask(type());
  switch (type[0]) {
    case "literal":
    case "guard":
      return false;
    case "platform":
      return true;
    case "array":
    case "map":
      return typeHolds(type[1], ask);
    case "union":
      return type[1].some((member) => typeHolds(member, ask));
  }
}
