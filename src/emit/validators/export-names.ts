import { isIdentifierName } from "../../model/type-name.js";
import type { ExpectedDeclaration } from "../declaration.js";
import type { ModelExport } from "../emit-context.js";

const modelExports: readonly ModelExport[] = [
  "values",
  "guard",
  "check",
  "validate",
  "assert",
  "parse",
  "shape",
  "schema",
];

/** Names whose values would read as another model's guard: `isFooSchema` is also the guard of a `FooSchema`. */
const verbFirst = /^(?:is|validate|assert|parse|check)(?!\p{Ll})/u;

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
    case "check":
      return `check${typeName}`;
    case "validate":
      return `validate${typeName}`;
    case "assert":
      return `assert${typeName}`;
    case "parse":
      return `parse${typeName}`;
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

/** What the functions that check parts of a model begin with; `$` keeps them apart from the checks of other models. */
function partPrefix(check: string): string {
  return `${check}$`;
}

/** The function that checks a part of a model. */
export function partName(check: string, number: number): string {
  return `${partPrefix(check)}${number}`;
}

/** The names that a file exports for other outputs alone. */
export function internalExports(declarations: readonly ExpectedDeclaration[]): ReadonlySet<string> {
  const types = declarations.filter(({ kind }) => kind === "interface" || kind === "type").map(({ name }) => name);
  const checks = types.map((name) => exportName(name, "check"));
  const parts = declarations.filter(({ name }) => checks.some((check) => name.startsWith(partPrefix(check))));
  return new Set([...checks, ...types.map((name) => exportName(name, "shape")), ...parts.map(({ name }) => name)]);
}
