import { type Code, code } from "../code.js";
import type { EmitContext } from "../emit-context.js";

/** A parameter of an emitted function. */
interface Parameter {
  readonly name: Code;
  readonly type: Code;
}

/** The parameters of a check: the value, the place that faults are told to, and how many values contain it. */
export function checkParameters(countsDepth: boolean, context: EmitContext): readonly Parameter[] {
  const place = context.sharedName("Place", "type");
  const value = { name: code`value`, type: code`unknown` };
  if (!countsDepth) return [value, { name: code`at?`, type: place }];
  return [value, { name: code`at`, type: code`${place} | undefined` }, { name: code`depth`, type: code`number` }];
}

/** The same for a check that looks at none of them: it is called as others are. */
export function idleParameters(countsDepth: boolean, context: EmitContext): readonly Parameter[] {
  return checkParameters(countsDepth, context).map(({ name, type }) => ({ name: code`_${name}`, type }));
}
