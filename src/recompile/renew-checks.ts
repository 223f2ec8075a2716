import type { Report, Severities } from "../diagnostics/report.js";
import { type Model, type ModelId, modelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import { checkModel, recheckModel } from "../rules/index.js";
import type { Roster } from "./roster.js";
import { ensure } from "./whole-needed.js";

/** What was checked again. */
export interface RenewedChecks {
  /** The models that were looked at, by the one that was checked. */
  readonly checked: ReadonlyMap<ModelId, ReadonlySet<ModelId>>;
  /** The pages that were not edited. */
  readonly rechecked: ReadonlySet<string>;
}

/** What checks need beside the notes. */
interface Checking {
  readonly models: ModelLookup;
  readonly severities: Severities;
  readonly report: Report;
  /** So many models may be concerned. */
  readonly most: number;
}

/** Checks edited models again, those in which examples show other things, and those that were checked by looking at any of these. */
export function renewChecks(
  { notes, numbers }: Roster,
  edited: ReadonlyMap<ModelId, Model<ModelId>>,
  changed: Iterable<ModelId>,
  { models, severities, report, most }: Checking,
): RenewedChecks {
  const others = new Set(numbers([...edited.keys(), ...changed]));
  const concerned = notes.models.filter(
    ({ checked }, at) => others.has(at) || checked.some((each) => others.has(each)),
  );
  ensure(concerned.length <= most, "too many checks are concerned");
  const checked = new Map<ModelId, ReadonlySet<ModelId>>();
  const rechecked = new Set<string>();
  for (const { page, heeded } of concerned) {
    const id = modelId(page);
    const model = models.get(id);
    ensure(model !== undefined, "there is no such model");
    if (!edited.has(id)) {
      ensure(!heeded, "comments of another page silence what is found on it");
      rechecked.add(page);
    }
    checked.set(id, (edited.has(id) ? checkModel : recheckModel)(model, models, severities, report));
  }
  return { checked, rechecked };
}
