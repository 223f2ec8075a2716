/** An edit reaches further than notes tell: all pages have to be compiled. */
export class WholeNeeded extends Error {
  override readonly name = "WholeNeeded";
}

/** Ends a recompile where something does not hold that it stands on. */
export function ensure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new WholeNeeded(what);
}
