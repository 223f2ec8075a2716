import { memberTypes } from "../../evidence/union-leaves.js";
import type { ExampleValue } from "../../model/example.js";
import type { Model, ModelId, ObjectModel } from "../../model/model.js";
import type { ModelLookup } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import { matchKeys, type ObjectValue } from "./match-keys.js";
import { meantLeaf } from "./meant-leaf.js";

/** A value and the file that it stands in. */
export interface Sighting<Value extends ExampleValue = ExampleValue> {
  readonly file: string;
  readonly value: Value;
}

interface Collecting {
  readonly models: ModelLookup;
  readonly file: string;
  readonly seen: Map<ModelId, Sighting[]>;
}

/** Unions and aliases that lead to one another are followed at most so far. */
const longestChain = 32;

/** Follows a value through a model and those that it leads to, and adds to what was seen what it meets of objects and enums. */
export function collectValues(
  value: ExampleValue,
  model: Model<ModelId>,
  file: string,
  models: ModelLookup,
  seen: Map<ModelId, Sighting[]>,
): void {
  collectModel({ models, file, seen }, value, model, 0);
}

function collectModel(collecting: Collecting, value: ExampleValue, model: Model<ModelId>, chain: number): void {
  switch (model.kind) {
    case "object":
      if (value.kind === "object") collectObject(collecting, value, model);
      return;
    case "enum":
      add(collecting, value, model);
      return;
    case "union":
      collectUnion(collecting, value, memberTypes(model), chain + 1);
      return;
    case "alias":
      collectType(collecting, value, model.type, chain + 1);
  }
}

function add({ seen, file }: Collecting, value: ExampleValue, { id }: Model<ModelId>): void {
  const sightings = seen.get(id);
  if (sightings) sightings.push({ file, value });
  else seen.set(id, [{ file, value }]);
}

function collectObject(collecting: Collecting, value: ObjectValue, model: ObjectModel<ModelId>): void {
  add(collecting, value, model);
  const { entries, extra } = matchKeys(value, model);
  for (const [at, entry] of entries) {
    const type = model.fields[at]?.type.value;
    if (type) collectType(collecting, entry.value, type, 0);
  }
  if (!model.additional) return;
  for (const entry of extra) collectType(collecting, entry.value, model.additional.value, 0);
}

function collectType(collecting: Collecting, value: ExampleValue, type: Type<ModelId>, chain: number): void {
  if (value.kind === "null" || chain > longestChain) return;
  switch (type.kind) {
    case "nullable":
      collectType(collecting, value, type.type, chain);
      return;
    case "array":
      if (value.kind === "array") for (const item of value.items) collectType(collecting, item, type.items, 0);
      return;
    case "map":
      if (value.kind === "object")
        for (const entry of value.entries) collectType(collecting, entry.value, type.values, 0);
      return;
    case "union":
      collectUnion(collecting, value, type.members, chain + 1);
      return;
    case "reference": {
      const model = collecting.models.get(type.target);
      if (model) collectModel(collecting, value, model, chain);
      return;
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return;
  }
}

function collectUnion(
  collecting: Collecting,
  value: ExampleValue,
  types: readonly Type<ModelId>[],
  chain: number,
): void {
  const meant = meantLeaf(value, types, collecting.models);
  if (meant) collectType(collecting, value, meant, chain);
}
