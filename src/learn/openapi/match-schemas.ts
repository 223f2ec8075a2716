import { foldName } from "../../model/fold-name.js";
import type { Model, ModelId, ObjectModel } from "../../model/model.js";
import { folderOf } from "../../model/path.js";
import type { Schema } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import { groupBy } from "../group-by.js";
import { type Definition, foldedNames } from "./definitions.js";
import type { Form, SchemaNode, StatedSchema } from "./form.js";
import { isLike, type Likeness, likeliest, namesKey } from "./likeness.js";
import type { SchemaReader } from "./read-schema.js";

/** Which schema of a document each model is of. */
export interface SchemaMatches {
  readonly schemas: ReadonlyMap<ModelId, StatedSchema>;
  /** The models of a schema by its pointer, the likeliest first. */
  readonly models: ReadonlyMap<string, readonly ModelId[]>;
}

interface Matching extends Likeness {
  readonly schemas: Map<ModelId, StatedSchema>;
  readonly models: Map<string, ModelId[]>;
  /** Models whose parts are still to be matched with those of their schema. */
  readonly open: ModelId[];
}

/**
 * Finds the schema of each model: by name first; then, from what is known, the inline schemas that the fields and members of
 * a model lead to; then a schema of just the same properties, where neither side has another one.
 */
export function matchSchemas(schema: Schema, definitions: readonly Definition[], reader: SchemaReader): SchemaMatches {
  const matching: Matching = { schema, reader, schemas: new Map(), models: new Map(), open: [] };
  const byName = groupBy([...schema.models.values()], ({ name }) => foldName(name));
  for (const kind of ["component", "operation"] as const) {
    for (const definition of definitions.filter((each) => each.kind === kind))
      matchByName(definition, byName, matching);
    followParts(matching);
  }
  matchByProperties(definitions, matching);
  followParts(matching);
  return matching;
}

function matchByName(
  definition: Definition,
  byName: ReadonlyMap<string, readonly Model<ModelId>[]>,
  matching: Matching,
): void {
  const isOfOperation = (model: Model<ModelId>): boolean => /(?:^|\/)operations\/$/.test(folderOf(model.page));
  for (const name of foldedNames(definition)) {
    // What an operation and a component both are called by is in a folder of its own for each.
    const named = (byName.get(name) ?? []).filter((model) => isLike(model, definition.node, matching));
    const own = named.filter((model) => isOfOperation(model) === (definition.kind === "operation"));
    const chosen = own.length > 0 || definition.kind === "component" ? own : named;
    for (const model of chosen) match(model, definition.node, matching);
    if (chosen.length > 0) return;
  }
}

function match(model: Model<ModelId>, node: SchemaNode, matching: Matching): void {
  if (matching.schemas.has(model.id)) return;
  const stated = matching.reader.read(node);
  matching.schemas.set(model.id, stated);
  const others = matching.models.get(stated.pointer);
  if (others) others.push(model.id);
  else matching.models.set(stated.pointer, [model.id]);
  matching.open.push(model.id);
}

function followParts(matching: Matching): void {
  // Whom a part leads to is put behind the others while they are gone through.
  for (const id of matching.open) {
    const [model, stated] = [matching.schema.models.get(id), matching.schemas.get(id)];
    if (model?.kind === "object" && stated?.form.kind === "object") followObject(model, stated.form, matching);
    if (model?.kind === "union" && stated?.form.kind === "choice") {
      followMembers(
        model.members.map(({ type }) => type),
        stated.form.members,
        matching,
      );
    }
  }
  matching.open.length = 0;
}

function followObject(
  model: ObjectModel<ModelId>,
  { properties, additional }: Extract<Form, { kind: "object" }>,
  matching: Matching,
): void {
  const byName = new Map([...properties].map(([name, { node }]) => [foldName(name), node]));
  for (const field of model.fields) {
    const node = byName.get(foldName(field.name));
    if (node) followType(field.type.value, node, matching);
  }
  if (model.additional && additional) followType(model.additional.value, additional, matching);
}

function followType(type: Type<ModelId>, node: SchemaNode, matching: Matching): void {
  const { form } = matching.reader.read(node);
  switch (type.kind) {
    case "nullable":
      followType(type.type, node, matching);
      return;
    case "array":
      if (form.kind === "list") followType(type.items, form.items, matching);
      return;
    case "map":
      // Where keys are named beside others, SDKs have one map of whatever any key may hold.
      if (form.kind === "object" && form.additional && form.properties.size === 0)
        followType(type.values, form.additional, matching);
      return;
    case "union":
      if (form.kind === "choice") followMembers(type.members, form.members, matching);
      return;
    case "reference": {
      const model = matching.schema.models.get(type.target);
      if (model && isLike(model, node, matching)) match(model, node, matching);
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

/** Of more members than this each is not compared with each. */
const mostMembers = 200;

/** Members that are no components yet are paired where each side has one that the other can be. */
function followMembers(types: readonly Type<ModelId>[], nodes: readonly SchemaNode[], matching: Matching): void {
  if (Math.max(types.length, nodes.length) > mostMembers) return;
  const isOpen = (node: SchemaNode): boolean => !matching.models.has(matching.reader.read(node).pointer);
  const open = nodes.filter(isOpen);
  const models = types.flatMap((type) => {
    const model = type.kind === "reference" ? matching.schema.models.get(type.target) : undefined;
    return model && !matching.schemas.has(model.id) ? [model] : [];
  });
  for (const model of models) {
    const like = likeliest(
      model,
      open.filter((node) => isLike(model, node, matching)),
      matching,
    );
    const [only] = like;
    const rivals = models.filter((other) => other !== model && only && isLike(other, only, matching));
    const isRival = (other: Model<ModelId>): boolean => !only || likeliest(other, open, matching).includes(only);
    if (only && like.length === 1 && !rivals.some(isRival)) match(model, only, matching);
  }
  for (const type of types) {
    const like = nodes.filter((node) => matching.reader.read(node).form.kind === "list");
    if (type.kind === "array" && like[0] && like.length === 1) followType(type, like[0], matching);
  }
}

/** The fewest properties that tell a model by themselves. */
const fewestProperties = 2;

function matchByProperties(definitions: readonly Definition[], matching: Matching): void {
  const { schema, reader, schemas, models } = matching;
  const open = [...schema.models.values()].filter((model) => model.kind === "object" && !schemas.has(model.id));
  const byFields = groupBy(open, (model) =>
    model.kind === "object" ? namesKey(model.fields.map(({ name }) => name)) : "",
  );
  const unmatched = definitions.filter(({ node }) => !models.has(reader.read(node).pointer));
  const byProperties = groupBy(unmatched, ({ node }) => {
    const { form } = reader.read(node);
    return form.kind === "object" ? namesKey([...form.properties.keys()]) : "";
  });
  for (const [key, [model, ...others]] of byFields) {
    const [definition, ...rivals] = byProperties.get(key) ?? [];
    const isTelling = key.split(" ").length >= fewestProperties && others.length + rivals.length === 0;
    if (!model || !definition || !isTelling) continue;
    match(model, definition.node, matching);
  }
}
