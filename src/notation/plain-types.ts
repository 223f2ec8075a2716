import type { PrimitiveName, Type } from "../model/type.js";

/** A type that needs no page. */
export function primitiveOf(name: PrimitiveName): Type<never> {
  return { kind: "primitive", name };
}

/** Bytes, of whatever a language makes them. */
export const bytes: Type<never> = { kind: "platform", name: "Uint8Array" };
