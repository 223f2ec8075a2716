import type { Discriminator, ModelId, UnionModel } from "../../model/model.js";
import type { Code } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { allOf, required, returned } from "./condition.js";
import { isPresent } from "./field-check.js";
import { inheritedNames } from "./inherited-names.js";
import { fieldsCondition, leave } from "./object-check.js";
import { checked } from "./subject.js";
import { type Cases, fullDiscriminator, switchLines } from "./tagged.js";
import { typeCheckLines } from "./type-check.js";
import { isKeyed } from "./type-condition.js";
import { unionType } from "./union-type.js";

/** The body of a check that looks at one property and at the member that it names. */
function taggedLines(model: UnionModel<ModelId>, discriminator: Discriminator, context: EmitContext): readonly Code[] {
  const { property } = discriminator;
  const keyed = isKeyed(checked.code, context);
  const own = inheritedNames.has(property) ? [isPresent(checked.code, property)] : [];
  const cases: Cases = {
    leaf: ({ fields }) => returned(fieldsCondition(fields, context)),
    member: (type) => typeCheckLines(type, context),
    none: [leave],
  };
  return [
    ...required(allOf([keyed, ...own]), leave),
    ...switchLines(model, discriminator, checked.code, cases, context),
  ];
}

/** The body of the check of a union model. */
export function unionCheckLines(model: UnionModel<ModelId>, context: EmitContext): readonly Code[] {
  const discriminator = fullDiscriminator(model);
  return discriminator ? taggedLines(model, discriminator, context) : typeCheckLines(unionType(model), context);
}
