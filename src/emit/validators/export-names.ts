import { isIdentifierName } from "../../model/type-name.js";
import type { ExpectedDeclaration } from "../declaration.js";
import type { ModelExport } from "../emit-context.js";

/** Names whose values would read as another model's guard: `isFooSchema` is also the guard of a `FooSchema`. */
const verbFirst = /^(?:is|validate|assert|parse|check|tell)(?!\p{Ll})/u;

/**
 * The beginning of a type's values: its name with a small first letter. A name that has none to make small, or would
 * begin like a function, begins with `_`, so that two types never share a value.
 */
function valueStem(typeName: string): string {
  const first = String.fromCodePoint(typeName.codePointAt(0) ?? 0);
  const small = first.toLowerCase();
  const stem = small + typeName.slice(first.length);
  const isSmall = small !== first && small.toUpperCase() === first && isIdentifierName(stem);
  return isSmall && !verbFirst.test(stem) ? stem : `_${typeName}`;
}

/** What the exports of a type's file beside the type are called: `Foo` → `isFoo`, `fooSchema` … */
export function exportNames(typeName: string): Readonly<Record<ModelExport, string>> {
  const stem = valueStem(typeName);
  return {
    values: `${stem}Values`,
    guard: `is${typeName}`,
    check: `check${typeName}`,
    tell: `tell${typeName}`,
    validate: `validate${typeName}`,
    assert: `assert${typeName}`,
    parse: `parse${typeName}`,
    shape: `${stem}Shape`,
    schema: `${stem}Schema`,
  };
}

/** What the functions for parts of a model begin with; `$` keeps them apart from the functions of other models. */
function partPrefix(whole: string): string {
  return `${whole}$`;
}

/** The function that checks or tells a part of a model, after the one that does so with the whole. */
export function partName(whole: string, number: number): string {
  return `${partPrefix(whole)}${number}`;
}

/** The names that a file exports for other outputs alone. */
export function internalExports(declarations: readonly ExpectedDeclaration[]): ReadonlySet<string> {
  const types = declarations.filter(({ kind }) => kind === "interface" || kind === "type").map(({ name }) => name);
  const exported = types.map(exportNames);
  const wholes = exported.flatMap(({ check, tell }) => [check, tell]);
  const parts = declarations.filter(({ name }) => wholes.some((whole) => name.startsWith(partPrefix(whole))));
  return new Set([...wholes, ...exported.map(({ shape }) => shape), ...parts.map(({ name }) => name)]);
}
