import { foldName } from "../../model/fold-name.js";
import {
  below,
  isObject,
  type JsonObject,
  type OpenApiDocument,
  own,
  pathOfPointer,
  pointerOf,
  valueAt,
} from "./document.js";
import type { Property, SchemaNode } from "./form.js";
import type { SchemaReader } from "./read-schema.js";

/** A schema that a generator may give a page of its own. */
export interface Definition {
  readonly node: SchemaNode;
  /** What the page's title may be, the likeliest first. */
  readonly names: readonly string[];
  /** Components are expected to have a page; what operations say inline only may have one. */
  readonly kind: "component" | "operation";
}

const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The schemas of a document that may have pages: its components, and the requests and responses of its operations. */
export function definitionsIn(document: OpenApiDocument, reader: SchemaReader): readonly Definition[] {
  return [...componentsIn(document), ...operationsIn(document, reader)];
}

function componentsIn({ root }: OpenApiDocument): readonly Definition[] {
  return entriesAt(root, ["components", "schemas"]).map(([name, value]) => {
    const called = isObject(value) ? own(value, "x-speakeasy-name-override") : undefined;
    const names = typeof called === "string" ? [called, name] : [name];
    return { node: { pointer: pointerOf("components", "schemas", name), value }, names, kind: "component" };
  });
}

function operationsIn(document: OpenApiDocument, reader: SchemaReader): readonly Definition[] {
  const { root } = document;
  return entriesAt(root, ["paths"]).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const shared = parametersAt(item, pointerOf("paths", path), root);
    return methods.flatMap((method) => {
      const operation = own(item, method);
      const pointer = pointerOf("paths", path, method);
      if (!isObject(operation)) return [];
      const id = own(operation, "operationId");
      const name = typeof id === "string" ? id : `${method}${path}`;
      const parameters = [...shared, ...parametersAt(operation, pointer, root)];
      const request = reader.define(below(pointer, "parameters"), { kind: "object", properties: new Map(parameters) });
      const asked: Definition = { node: request, names: [`${name}Request`], kind: "operation" };
      return [asked, ...bodiesOf(operation, pointer, name, root).flatMap((body) => withItems(body, reader))];
    });
  });
}

/** The page of a body that is a list may be that of its items. */
function withItems(body: Definition, reader: SchemaReader): readonly Definition[] {
  const { form } = reader.read(body.node);
  return form.kind === "list" ? [body, { ...body, node: form.items }] : [body];
}

function parametersAt(item: JsonObject, pointer: string, root: JsonObject): readonly (readonly [string, Property])[] {
  const list = own(item, "parameters");
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown, at): readonly (readonly [string, Property])[] => {
    const { value, pointer: where } = definedAt(
      { pointer: below(pointer, "parameters", String(at)), value: one },
      root,
    );
    const name = isObject(value) ? own(value, "name") : undefined;
    if (!isObject(value) || typeof name !== "string") return [];
    const node = { pointer: below(where, "schema"), value: own(value, "schema") };
    return [[name, { node, isRequired: own(value, "required") === true }]];
  });
}

function bodiesOf(operation: JsonObject, pointer: string, name: string, root: JsonObject): readonly Definition[] {
  const body = definedAt({ pointer: below(pointer, "requestBody"), value: own(operation, "requestBody") }, root);
  const asked = contentOf(body).map((node): Definition => {
    return { node, names: [`${name}RequestBody`, `${name}Request`], kind: "operation" };
  });
  const answered = entriesAt(operation, ["responses"]).flatMap(([status, value]) => {
    const response = definedAt({ pointer: below(pointer, "responses", status), value }, root);
    const names = [`${name}ResponseBody`, `${name}Response`, `${name}${status}ResponseBody`];
    return contentOf(response).map((node): Definition => ({ node, names, kind: "operation" }));
  });
  return [...asked, ...answered];
}

/** The schemas of a body: a media type each, and for streams of events that of an event. */
function contentOf({ pointer, value }: SchemaNode): readonly SchemaNode[] {
  return entriesAt(value, ["content"]).flatMap(([type, media]) =>
    isObject(media) && own(media, "schema") !== undefined
      ? [{ pointer: below(pointer, "content", type, "schema"), value: own(media, "schema") }]
      : [],
  );
}

/** What a reference to a part that is no schema leads to; references to references are not followed. */
function definedAt(node: SchemaNode, root: JsonObject): SchemaNode {
  const reference = isObject(node.value) ? own(node.value, "$ref") : undefined;
  const path = typeof reference === "string" ? pathOfPointer(reference) : undefined;
  return typeof reference === "string" && path ? { pointer: reference, value: valueAt(root, path) } : node;
}

function entriesAt(root: unknown, path: readonly string[]): readonly (readonly [string, unknown])[] {
  const value = valueAt(root, path);
  return isObject(value) ? Object.entries(value) : [];
}

/** The names of a definition as names are compared. */
export function foldedNames({ names }: Definition): readonly string[] {
  return names.map(foldName);
}
