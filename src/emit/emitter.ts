import type { Declaration, ExpectedDeclaration } from "./declaration.js";
import type { EmitContext } from "./emit-context.js";

/** Adds declarations to the file of each model: a feature of the output is a value of this type in `emitters.ts`. */
export interface Emitter {
  readonly name: string;
  /** What is declared for the context's model. */
  readonly emit: (context: EmitContext) => readonly Declaration[];
  /** What the model predicts of it, told without code. */
  readonly expect: (context: EmitContext) => readonly ExpectedDeclaration[];
}
