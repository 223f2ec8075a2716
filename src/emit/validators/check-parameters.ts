import { type Code, code } from "../code.js";
import type { EmitContext } from "../emit-context.js";

/** A parameter of an emitted function. */
interface Parameter {
  readonly name: Code;
  readonly type: Code;
}

/** The parameters of a check: the value, and how many values contain it where the check counts them. */
export function checkParameters(countsDepth: boolean): readonly Parameter[] {
  const value = { name: code`value`, type: code`unknown` };
  return countsDepth ? [value, { name: code`depth`, type: code`number` }] : [value];
}

/** The same for a check that looks at none of them: it is called as others are. */
export function idleParameters(countsDepth: boolean): readonly Parameter[] {
  return checkParameters(countsDepth).map(({ name, type }) => ({ name: code`_${name}`, type }));
}

/** The parameters of a tell: the place of a value that does not fit. */
export function tellParameters(context: EmitContext): readonly Parameter[] {
  return [{ name: code`at`, type: context.sharedName("Place", "type") }];
}
