import { type Excess, type Limits, overLimit } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import type { Place } from "../model/place.js";
import type { Type } from "../model/type.js";
import { typeSizeOf } from "../notation/type-size.js";

/** The file that is read, and where what is over a limit is told. */
export interface Bounds {
  /** Called as findings call it. */
  readonly page: { readonly path: string };
  readonly limits: Limits;
  readonly report: Report;
}

/** Whether so many are no more than a limit says; reports them where they are. */
export function isWithin({ page, limits, report }: Bounds, excess: Omit<Excess, "page"> & { found: number }): boolean {
  if (excess.found <= limits[excess.limit]) return true;
  report(overLimit({ ...excess, page: page.path }, limits));
  return false;
}

/** Whether a type nests no deeper, and has no more members, than limits say; reports one that does. */
export function isTypeWithin(bounds: Bounds, type: Type<Link>, place: Place): boolean {
  const { depth, members } = typeSizeOf(type);
  return (
    isWithin(bounds, { limit: "typeDepth", place, found: depth }) &&
    isWithin(bounds, { limit: "unionMembers", place, found: members })
  );
}

/** Whether a model refers to no more models, and has no more types in all, than limits say; reports one that does. */
export function areTypesWithin(bounds: Bounds, model: Model<Link>): boolean {
  const links = modelReferences(model);
  const place = links[bounds.limits.links]?.place;
  if (!isWithin(bounds, { limit: "links", place, found: links.length })) return false;
  let found = 0;
  let above: Place | undefined;
  for (const { type, place } of typesOf(model)) {
    found += typeSizeOf(type).types;
    if (found > bounds.limits.types) above ??= place;
  }
  return isWithin(bounds, { limit: "types", place: above, found });
}

function typesOf(model: Model<Link>): readonly { readonly type: Type<Link>; readonly place: Place }[] {
  if (model.kind === "union") return model.members;
  return model.kind === "object" ? model.fields.map(({ type, place }) => ({ type: type.value, place })) : [];
}
