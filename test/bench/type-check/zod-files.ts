import { posix } from "node:path";
import type { OutputFile } from "../../../src/compile.js";
import type { Field, Model, ModelId } from "../../../src/model/model.js";
import { modelReferences } from "../../../src/model/model-references.js";
import type { ModelName, Schema } from "../../../src/model/schema.js";
import { referencesOf } from "../../../src/model/type.js";
import { type NameOf, zodEnum, zodType, zodUnion } from "./zod-type.js";

/** The same models as a user of zod would write them, a file each, with an index a folder. */
export function zodFiles(schema: Schema): readonly OutputFile[] {
  const files = [...schema.models.values()].map((model) => modelFile(model, schema));
  return [...files, ...indexFiles(schema)];
}

function modelFile(model: Model<ModelId>, schema: Schema): OutputFile {
  const { file, type } = nameIn(schema, model.id);
  const names = localNames(model, schema);
  const nameOf: NameOf = (id) => names.get(id) ?? type;
  const imports = [...names].map(([id, local]) => {
    const other = nameIn(schema, id);
    const name = other.type === local ? local : `${other.type} as ${local}`;
    return `import { ${name} } from ${JSON.stringify(importPath(file, other.file))};`;
  });
  const declarations = [
    `export const ${type} = ${expression(model, schema, nameOf)};`,
    `export type ${type} = z.infer<typeof ${type}>;`,
  ];
  return { path: file, text: ['import * as z from "zod";', ...imports, "", ...declarations, ""].join("\n") };
}

function expression(model: Model<ModelId>, schema: Schema, nameOf: NameOf): string {
  switch (model.kind) {
    case "object": {
      const fields = model.fields.map((field) => `  ${fieldCode(field, schema, nameOf)},`);
      const object = ["z.object({", ...fields, "})"].join("\n");
      return model.additional ? `${object}.catchall(${zodType(model.additional.value, nameOf)})` : object;
    }
    case "enum":
      return zodEnum(model);
    case "union":
      return zodUnion(
        model.members.map(({ type }) => type),
        model.discriminator,
        nameOf,
      );
    case "alias":
      return zodType(model.type, nameOf);
  }
}

function fieldCode({ localName, type, nullability, presence }: Field<ModelId>, schema: Schema, nameOf: NameOf): string {
  const nullable = nullability.value === "yes" ? ".nullable()" : "";
  const optional = presence.value === "required" ? "" : ".optional()";
  const code = `${zodType(type.value, nameOf)}${nullable}${optional}`;
  const key = /^[A-Za-z_$][\w$]*$/.test(localName) ? localName : JSON.stringify(localName);
  // A getter lets a schema contain itself, and inference follow it.
  const recursive = referencesOf(type.value).some((id) => schema.recursive.has(id));
  return recursive ? `get ${key}() { return ${code}; }` : `${key}: ${code}`;
}

/** What a file calls the models that it imports: their names, or with a number where two are alike. */
function localNames(model: Model<ModelId>, schema: Schema): ReadonlyMap<ModelId, string> {
  const taken = new Set([nameIn(schema, model.id).type]);
  const names = new Map<ModelId, string>();
  for (const id of new Set(modelReferences(model))) {
    if (id === model.id) continue;
    const { type } = nameIn(schema, id);
    let local = type;
    for (let count = 2; taken.has(local); count++) local = `${type}${count}`;
    taken.add(local);
    names.set(id, local);
  }
  return names;
}

function indexFiles(schema: Schema): readonly OutputFile[] {
  const folders = new Map<string, string[]>();
  for (const { file } of schema.names.values()) {
    const folder = posix.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), `export * from "./${posix.basename(file, ".ts")}.js";`]);
  }
  const inner = [...folders].map(([folder, lines]) => ({ path: `${folder}/index.ts`, text: `${lines.join("\n")}\n` }));
  const outer = [...folders.keys()].map((folder) => `export * as ${folder} from "./${folder}/index.js";\n`);
  return [...inner, { path: "index.ts", text: outer.join("") }];
}

function importPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

function nameIn(schema: Schema, id: ModelId): ModelName {
  const name = schema.names.get(id);
  if (!name) throw new Error(`no name for ${id}`);
  return name;
}
