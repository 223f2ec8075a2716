import type { EmitContext } from "../emit-context.js";

/** The exported name of the type of a context's model. */
export function typeNameOf({ model, schema }: EmitContext): string {
  const name = schema.names.get(model.id);
  if (name === undefined) throw new Error(`no name for ${model.id}`);
  return name.type;
}
