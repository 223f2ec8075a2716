import { emitType, expectedType } from "./emit-types.js";
import type { Emitter } from "./emitter.js";
import { emitEnumValues, expectedEnumValues } from "./validators/enum-values.js";
import { emitValidators, expectedValidators } from "./validators/validators.js";

/** What the file of a model holds, in order. */
export const emitters: readonly Emitter[] = [
  { name: "types", emit: (context) => [emitType(context)], expect: (context) => [expectedType(context)] },
  { name: "values", emit: emitEnumValues, expect: expectedEnumValues },
  {
    name: "validators",
    emit: (context) => (context.options.validators ? emitValidators(context) : []),
    expect: (context) => (context.options.validators ? expectedValidators(context) : []),
  },
];
