/** What `learn` is to learn from, as paths from the current folder. */
export interface LearnWishes {
  /** The folder of an SDK's own types. */
  readonly types?: string | undefined;
  /** An OpenAPI document. */
  readonly openapi?: string | undefined;
  /** The folder of another language's pages of the same API. */
  readonly docs?: string | undefined;
}

/** What `check --against` compares the pages with: `types=src/models`. */
export interface Against {
  readonly kind: "types" | "openapi";
  readonly path: string;
}
