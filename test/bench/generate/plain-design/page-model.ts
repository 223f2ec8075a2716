/** What the plain design takes from a page. */
export interface PageModel {
  readonly name: string;
  readonly description: string;
  readonly body: PageBody;
  /** The models that the body names, by where their links lead. */
  readonly references: ReadonlyMap<string, string>;
}

/** An object, or a choice of types. */
export type PageBody =
  | { readonly kind: "object"; readonly fields: readonly PageField[] }
  | { readonly kind: "choice"; readonly members: readonly string[] };

/** A row of a table of fields. */
export interface PageField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}
