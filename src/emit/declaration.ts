import type { ModelId } from "../model/model.js";
import type { Code } from "./code.js";

/** A comment's lines without its delimiters; made by doc-comment.ts alone. */
export type DocComment = Code;

/** One property of an emitted interface. */
export interface PropertyDeclaration {
  readonly name: Code;
  readonly type: Code;
  readonly optional: boolean;
  readonly docs?: DocComment | undefined;
}

/** A top-level declaration of an emitted file. */
export type Declaration =
  | {
      readonly kind: "interface";
      readonly name: Code;
      readonly docs?: DocComment | undefined;
      /** What the interface extends, where it has no member of its own. */
      readonly extends?: Code | undefined;
      readonly properties: readonly PropertyDeclaration[];
      /** The type of the index signature over strings. */
      readonly index?: { readonly type: Code; readonly docs?: DocComment | undefined } | undefined;
    }
  | { readonly kind: "type"; readonly name: Code; readonly docs?: DocComment | undefined; readonly type: Code }
  | {
      readonly kind: "const";
      readonly name: Code;
      readonly docs?: DocComment | undefined;
      /** Left out, the value is a constant literal: `as const`. */
      readonly type?: Code | undefined;
      readonly value: Code;
    }
  | {
      readonly kind: "function";
      readonly name: Code;
      readonly docs?: DocComment | undefined;
      /** Names with their types, in order. */
      readonly parameters: readonly { readonly name: Code; readonly type: Code }[];
      readonly returns: Code;
      /** Lines, unindented. */
      readonly body: readonly Code[];
    };

/** An import of names from another output or a configured module. */
export interface ImportDeclaration {
  readonly from: Code;
  readonly names: readonly { readonly name: Code; readonly alias?: Code; readonly typeOnly: boolean }[];
}

/** An export of names from another output. */
export interface ExportDeclaration {
  readonly from: Code;
  /** All of the module under one name, or single names. */
  readonly exported:
    | { readonly namespace: Code }
    | { readonly names: readonly { readonly name: Code; readonly alias?: Code; readonly typeOnly: boolean }[] };
}

/** A file to print: declarations as data. Everything that reaches it is code. */
export interface EmittedFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The models that were looked at to make it, beside its own. */
  readonly consulted: ReadonlySet<ModelId>;
  /** The page that it is made from; undefined for an index. */
  readonly page: string | undefined;
  readonly banner: Code;
  readonly imports: readonly ImportDeclaration[];
  readonly exports: readonly ExportDeclaration[];
  /** Each is exported. */
  readonly declarations: readonly Declaration[];
  /** What the model says the declarations are; the printed text is held against it. */
  readonly expected: readonly ExpectedDeclaration[];
}

/** A declaration as the model predicts it, told without code. */
export interface ExpectedDeclaration {
  readonly kind: Declaration["kind"];
  readonly name: string;
  /** Names of an interface's properties, in order; `?` after an optional one. */
  readonly members?: readonly string[];
}
