import { isIdentifierName } from "../../model/type-name.js";
import type { ExpectedDeclaration } from "../declaration.js";
import type { ModelExport } from "../emit-context.js";

const modelExports: readonly ModelExport[] = [
  "values",
  "guard",
  "guardWithin",
  "validate",
  "assert",
  "shape",
  "schema",
];

/** Names whose values would read as another model's guard: `isFooSchema` is also the guard of a `FooSchema`. */
const verbFirst = /^(?:is|validate|assert)(?!\p{Ll})/u;

/**
 * The beginning of a type's values: its name with a small first letter. A name that has none to make small, or would
 * begin like a function, begins with `_`, so that two types never share a value.
 */
function valueStem(typeName: string): string {
  const [first = ""] = typeName;
  const small = first.toLowerCase();
  const stem = small + typeName.slice(first.length);
  const isSmall = small !== first && small.toUpperCase() === first && isIdentifierName(stem);
  return isSmall && !verbFirst.test(stem) ? stem : `_${typeName}`;
}

/** What an export of a type's file is called: `Foo`, "schema" → `fooSchema`. */
export function exportName(typeName: string, wanted: ModelExport): string {
  switch (wanted) {
    case "guard":
      return `is${typeName}`;
    case "guardWithin":
      return `is${typeName}Within`;
    case "validate":
      return `validate${typeName}`;
    case "assert":
      return `assert${typeName}`;
    case "schema":
      return `${valueStem(typeName)}Schema`;
    case "values":
      return `${valueStem(typeName)}Values`;
    case "shape":
      return `${valueStem(typeName)}Shape`;
  }
}

/** What a type's file may export beside the type. */
export function exportNames(typeName: string): readonly string[] {
  return modelExports.map((wanted) => exportName(typeName, wanted));
}

/** The names that a file exports for other outputs alone. */
export function internalExports(declarations: readonly ExpectedDeclaration[]): ReadonlySet<string> {
  const types = declarations.filter(({ kind }) => kind === "interface" || kind === "type");
  return new Set(types.flatMap(({ name }) => [exportName(name, "guardWithin"), exportName(name, "shape")]));
}
