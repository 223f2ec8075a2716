import type { Place } from "./place.js";
import type { Type } from "./type.js";

/** A reference to a model as a page writes it. */
export interface Link {
  /** The name without its namespace: `Foo` of `components.Foo`. */
  readonly name: string;
  /** The namespace as written: `components` of `components.Foo`; absent where the name stands alone. */
  readonly namespace?: string;
  /** The target of the Markdown link; absent where the name is not linked. */
  readonly url?: string;
  /** What the notation takes the name for where no model and no external has it: `Response`, `Decimal`. */
  readonly known?: Type<never>;
  /** Whether the name stands bare since one model alone is called so, in whatever folder, as C#'s generator has it. */
  readonly sole?: true;
  /** The union that the link's text writes out in place of the name of the page that it leads to. */
  readonly spelled?: Type<Link>;
  /** Where an override says it: the file that its place is in, and the place on the page that the override is about. */
  readonly override?: { readonly file: string; readonly about: Place };
  readonly place: Place;
}
