import { type Code, code } from "../code.js";
import type { EmitContext } from "../emit-context.js";

/** The parameters of a check: the value, the place that faults are told to, and how many values contain it. */
export function checkParameters(
  countsDepth: boolean,
  context: EmitContext,
): readonly { readonly name: Code; readonly type: Code }[] {
  const place = context.sharedName("Place", "type");
  const value = { name: code`value`, type: code`unknown` };
  if (!countsDepth) return [value, { name: code`at?`, type: place }];
  return [value, { name: code`at`, type: code`${place} | undefined` }, { name: code`depth`, type: code`number` }];
}
