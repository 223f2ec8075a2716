import type { Model } from "./model.js";
import { referencesOf } from "./type.js";

/** Every model that a model refers to, in order of appearance, repeated where it is. */
export function modelReferences<Ref>(model: Model<Ref>): readonly Ref[] {
  switch (model.kind) {
    case "object":
      return [
        ...model.fields.flatMap((field) => referencesOf(field.type.value)),
        ...(model.additional ? referencesOf(model.additional.value) : []),
      ];
    case "enum":
      return [];
    case "union":
      return model.members.flatMap((member) => referencesOf(member.type));
    case "alias":
      return referencesOf(model.type);
  }
}
