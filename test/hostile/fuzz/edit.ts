/** What an edit may look at: numbers that chance gives, and other pages. */
export interface EditContext {
  /** Non-negative integers. */
  readonly one: number;
  readonly other: number;
  /** The text of another page, of any language. */
  readonly donor: string;
  /** The paths of the pages of the set. */
  readonly paths: readonly string[];
}

/** Changes a page's text. */
export type Edit = (text: string, context: EditContext) => string;

/** The item that a number of any size means. */
export function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items.length === 0 ? undefined : items[at % items.length];
}
