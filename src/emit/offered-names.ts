import type { ExpectedDeclaration } from "./declaration.js";
import { internalExports } from "./validators/export-names.js";

/** What a file declares for users of the outputs. */
export function offeredNames(expected: readonly ExpectedDeclaration[]): readonly ExpectedDeclaration[] {
  const internal = internalExports(expected);
  return expected.filter(({ name }) => !internal.has(name));
}
