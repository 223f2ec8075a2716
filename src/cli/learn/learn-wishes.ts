/** What `learn` is to learn from, as paths from the current folder. */
export interface LearnWishes {
  /** The folder of an SDK's own types. */
  readonly types?: string | undefined;
  /** An OpenAPI document. */
  readonly openapi?: string | undefined;
  /** The folder of another language's pages of the same API. */
  readonly docs?: string | undefined;
  /** The folder of recorded payloads, or one of them. */
  readonly samples?: string | undefined;
  /** The model that all samples are of; left out, each is of the one that its file, or its folder, is called as. */
  readonly model?: string | undefined;
}

/** What `check --against` compares the pages with: `types=src/models`. */
export interface Against {
  readonly kind: "types" | "openapi";
  readonly path: string;
}
