/** What examples are believed of. */
export interface Evidence {
  /** Null, where a type does not say it. */
  readonly nulls: boolean;
  /** Whether example cells prove null too, beside the examples of pages. */
  readonly exampleCells: boolean;
  /** Values that an enum does not list. */
  readonly openEnums: boolean;
  /** Numbers where a type is text, texts where it is a number. */
  readonly stringsOrNumbers: boolean;
  /** Keys that no field names. */
  readonly extraKeys: boolean;
  /** Required keys that an example leaves out. */
  readonly absentKeys: boolean;
}

/**
 * What is believed where the configuration does not say. Measured on the pages of 21 SDKs in TypeScript whose source tells the truth
 * (`npm run figures:evidence`): every null is one there, and the one thing of another kind that they show is a mistake.
 */
export const defaultEvidence: Evidence = {
  nulls: true,
  exampleCells: true,
  openEnums: false,
  stringsOrNumbers: false,
  extraKeys: false,
  absentKeys: true,
};
