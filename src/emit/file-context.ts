import type { Model, ModelId } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import type { SchemaLookup } from "../model/schema.js";
import { isBindable } from "../model/type-name.js";
import { type Code, code, identifier, stringLiteral } from "./code.js";
import type { ImportDeclaration } from "./declaration.js";
import type { EmitContext, EmitOptions } from "./emit-context.js";
import { relativeImport, sharedModule } from "./paths.js";
import { exportNames } from "./validators/export-names.js";

/** A context that remembers what was asked for. */
export interface FileContext extends EmitContext {
  /** The imports that the answers need, sorted by module. */
  readonly imports: () => readonly ImportDeclaration[];
}

interface Imported {
  readonly name: string;
  readonly local: Code;
  kind: "type" | "value";
}

/** Values of the platform that checks use: a type imported under such a name would hide the value. */
const globalValues: ReadonlySet<string> = new Set(
  "Array Blob Date File Number Object ReadableStream Request Response Uint8Array".split(" "),
);

/** What validators call their parameters and variables. */
const validatorLocal = /^(?:_?(?:value|at|depth)|index|item|json|key)$/;

/** Makes the context of a model's file: other models get local names that clash with none of the file's own. */
export function fileContext(model: Model<ModelId>, schema: SchemaLookup, options: EmitOptions): FileContext {
  const own = nameIn(schema, model.id);
  const locals = localNames(model, schema);
  const exportsOf = remembered(exportNames);
  const taken = new Set([...locals.values()].flatMap((local) => [local, ...Object.values(exportsOf(local))]));
  const modules = new Map<string, Map<string, Imported>>();
  const record = (from: string, name: string, local: string, kind: "type" | "value"): Code => {
    const names = modules.get(from) ?? new Map<string, Imported>();
    modules.set(from, names);
    const imported = names.get(name) ?? { name, local: identifier(local), kind };
    names.set(name, imported);
    if (kind === "value") imported.kind = kind;
    return imported.local;
  };
  const importFrom = remembered((file: string) => relativeImport(own.file, file, options.importExtension));
  return {
    schema,
    options,
    model,
    typeName: (id) => {
      const local = locals.get(id) ?? nameIn(schema, id).type;
      const { file, type } = nameIn(schema, id);
      return id === model.id ? identifier(local) : record(importFrom(file), type, local, "type");
    },
    valueName: (id, wanted) => {
      const { file, type } = nameIn(schema, id);
      const local = exportsOf(locals.get(id) ?? type)[wanted];
      return id === model.id ? identifier(local) : record(importFrom(file), exportsOf(type)[wanted], local, "value");
    },
    sharedName: (name, kind) => {
      const local = taken.has(name) ? `${name}_` : name;
      return record(importFrom(sharedModule), name, local, kind);
    },
    externalName: (name, from, kind) => {
      const known = modules.get(from)?.get(name);
      const clashes = !isBindable(name) || taken.has(name) || globalValues.has(name) || validatorLocal.test(name);
      const local = known?.local ?? distinctName(clashes ? `${name}_` : name, taken);
      taken.add(local);
      return record(from, name, local, kind);
    },
    globalType: (name) => (taken.has(name) ? code`globalThis.${identifier(name)}` : identifier(name)),
    imports: () => [...modules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => importOf(from, names)),
  };
}

/** A function that works out each answer once. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return (key) => {
    const known = answers.get(key) ?? answer(key);
    answers.set(key, known);
    return known;
  };
}

function importOf(from: string, names: ReadonlyMap<string, Imported>): ImportDeclaration {
  const sorted = [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    from: stringLiteral(from),
    names: sorted.map(({ name, local, kind }) => ({
      name: identifier(name),
      typeOnly: kind === "type",
      ...(local === name ? {} : { alias: local }),
    })),
  };
}

/** What a file calls the models that it refers to: their names, or with the folder's before it where two are alike. */
function localNames(model: Model<ModelId>, schema: SchemaLookup): ReadonlyMap<ModelId, string> {
  const others = [...new Set(modelReferences(model))].filter((id) => id !== model.id).sort();
  const counts = new Map<string, number>();
  for (const id of [model.id, ...others]) {
    const { type } = nameIn(schema, id);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const locals = new Map<ModelId, string>([[model.id, nameIn(schema, model.id).type]]);
  const taken = new Set([...counts.keys()]);
  // Checks of a model's parts are called as the model is, with `$` and a number after it.
  const ownType = nameIn(schema, model.id).type;
  for (const id of others) {
    const { type, file } = nameIn(schema, id);
    const clashes = globalValues.has(type) || !isBindable(type) || type.startsWith(`${ownType}$`);
    const alone = counts.get(type) === 1 && !clashes;
    const local = alone ? type : distinctName(`${folderPrefix(file)}${type}`, taken);
    taken.add(local);
    locals.set(id, local);
  }
  return locals;
}

function distinctName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  while (taken.has(name)) name = `${name}_`;
  return name;
}

/** `operations/foo.ts` → `Operations`. */
function folderPrefix(file: string): string {
  const folder = file.split("/").at(-2) ?? "root";
  const words = folder.match(/[\p{L}\p{N}]+/gu) ?? ["other"];
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return /^\p{ID_Start}/u.test(joined) ? joined : `_${joined}`;
}

function nameIn(schema: SchemaLookup, id: ModelId): { readonly file: string; readonly type: string } {
  const name = schema.names.get(id);
  if (!name) throw new Error(`no name for ${id}`);
  return name;
}
