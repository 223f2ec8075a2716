import type { Discriminator, ModelId, UnionModel } from "../../model/model.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { never, required } from "./condition.js";
import { isPresent } from "./field-check.js";
import { tellRow } from "./field-tell.js";
import { inheritedNames } from "./inherited-names.js";
import { enterObject, leafTellLines } from "./object-tell.js";
import { typeNameOf } from "./own-name.js";
import { placed } from "./subject.js";
import { type Cases, fullDiscriminator, switchLines } from "./tagged.js";
import { typeTellLines } from "./type-tell.js";
import { unionType } from "./union-type.js";

/** The body of a tell that looks at one property and at the member that it names. */
function taggedLines(model: UnionModel<ModelId>, discriminator: Discriminator, context: EmitContext): readonly Code[] {
  const { property, members } = discriminator;
  const tags = [...members.keys()].map((tag) => JSON.stringify(tag)).join(" | ");
  const wrong = tellRow(property, never, { expected: stringLiteral(tags), issueCode: "literal" }, context);
  const ownTag = inheritedNames.has(property) ? required(isPresent(placed.code, property), code`return ${wrong}`) : [];
  const cases: Cases = {
    leaf: (leaf) => [...leafTellLines(leaf, context), code`break;`],
    member: (type) => [...typeTellLines(type, context), code`break;`],
    none: [wrong],
  };
  const lines = [...ownTag, ...switchLines(model, discriminator, placed.code, cases, context)];
  return enterObject(model, { first: model.place.start.line, lines }, context);
}

/** The body of the tell of a union model. */
export function unionTellLines(model: UnionModel<ModelId>, context: EmitContext): readonly Code[] {
  const discriminator = fullDiscriminator(model);
  if (discriminator) return taggedLines(model, discriminator, context);
  return typeTellLines(unionType(model), context, typeNameOf(context));
}
