import { type Collector, collectMessages } from "../diagnostics/collect.js";
import { limitsOf } from "../diagnostics/limits.js";
import { type Message, type Report, severityOf } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { SourcePage } from "../draft.js";
import type { EmittedFile } from "../emit/declaration.js";
import { emitModel } from "../emit/emit.js";
import { type PrintedFile, printFile } from "../emit/print.js";
import { directivesIn } from "../markdown/directives.js";
import type { Page } from "../markdown/page.js";
import { readSource } from "../markdown/read-source.js";
import { type Model, type ModelId, modelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { Options } from "../options.js";
import { findTargets } from "../overrides/target.js";
import { emitOptions, evidenceOptions, linkOptions, policyOptions } from "../stage-options.js";
import { finalModels } from "./final-models.js";
import { lookupOf } from "./lookup.js";
import type { NotedModel, Notes } from "./notes.js";
import { ensureSameCircles, ensureSameNulls, findAffected } from "./reach.js";
import { type Reading, readEdited, readNoted } from "./read-edited.js";
import { renewChecks } from "./renew-checks.js";
import { renewNotes } from "./renew-notes.js";
import { renewSightings } from "./renew-sightings.js";
import { type Roster, rosterOf } from "./roster.js";
import { exportListOf } from "./take-notes.js";
import { ensure, WholeNeeded } from "./whole-needed.js";

/** Pages that were edited since notes were taken, and a look at the others, which are as they were. */
export interface Edit {
  readonly pages: readonly SourcePage[];
  /** Nothing where a page cannot be read any more. */
  readonly valueAt: (page: string) => SourcePage["value"] | undefined;
}

/** What became of an edit. */
export interface Recompiled {
  /** The outputs that the edit may have changed, to be verified; all others are as they were. */
  readonly printed: readonly PrintedFile[];
  /** All of the edited pages, and of the rechecked ones those whose rules depend on other models, by place. */
  readonly messages: readonly Message[];
  /** Pages that were not edited, and whose models were checked again; the messages of all others are as they were. */
  readonly rechecked: ReadonlySet<string>;
  /** For the next edit. */
  readonly notes: Notes;
}

/** So many pages may always be concerned; beyond them, an edit that concerns a quarter of all is not worth the notes. */
const fewestConcerned = 50;

/** Makes what `compile` would make of edited pages, reading these and what depends on them alone; nothing where an edit reaches further than notes tell. */
export function recompile(notes: Notes, edit: Edit, options: Options): Recompiled | undefined {
  try {
    return recompileEdited(rosterOf(notes), edit, options);
  } catch (error) {
    if (error instanceof WholeNeeded) return undefined;
    throw error;
  }
}

function recompileEdited(roster: Roster, edit: Edit, options: Options): Recompiled {
  const severities = options.rules ?? {};
  const { report: collect, heed, settle, messages, traits } = collectMessages(severities);
  const report: Report = (finding) => {
    ensure(rules[finding.rule].scope !== "all", "any page may decide what is found");
    collect(finding);
  };
  const reading = {
    roster,
    overrides: findTargets(options.overrides ?? [], (page) => roster.byId.has(modelId(page))).byPage,
    links: linkOptions(options),
    pins: options.notations ?? {},
    limits: limitsOf(options),
    believed: evidenceOptions(options),
    report,
    settle,
  };
  const edited = new Map(edit.pages.map((source) => readAnew(source, reading, heed)));
  ensureSameCircles(roster, edited, severityOf("unreachable-page", severities) !== "off");
  if (severityOf("optional-null", severities) !== "off") ensureSameNulls(roster, edited);
  const linked = linkedModels(edit, edited, reading);
  const most = Math.max(fewestConcerned, roster.ids.length / 4);
  const sightings = renewSightings(roster, new Set(edited.keys()), linked, {
    believed: reading.believed,
    most,
  });
  const final = finalModels(linked, sightings.seenIn, policyOptions(options));
  const checks = renewChecks(roster, edited, sightings.changed, { models: final.models, severities, report, most });
  const affected = findAffected(roster, new Set([...edited.keys(), ...sightings.changed]));
  ensure(affected.length <= most, "too many outputs are concerned");
  const emitted = new Map(affected.map((id) => [id, emitFinal(id, final.models, roster, options)]));
  const printed = [...emitted.values()].map(printFile);
  const notes = renewNotes(roster, { edited, sightings, emitted, final, checks, traits });
  return { printed, messages: messages(), rechecked: checks.rechecked, notes };
}

function readAnew(source: SourcePage, reading: Reading, heed: Collector["heed"]): readonly [ModelId, Model<ModelId>] {
  const id = modelId(source.path);
  const noted = reading.roster.byId.get(id);
  ensure(noted !== undefined, "the page held no model");
  ensure(!noted.toldByAll, "other pages decide what is found on the page");
  const page = parse(source, reading);
  heed(page.path, directivesIn(page));
  return [id, readEdited(page, noted, reading)];
}

/** Models as linking leaves them: other pages than the edited ones are read where something asks for their models. */
function linkedModels(edit: Edit, edited: ReadonlyMap<ModelId, Model<ModelId>>, reading: Reading): ModelLookup {
  const read = (noted: NotedModel): Model<ModelId> => {
    const value = edit.valueAt(noted.page);
    ensure(value !== undefined, "a page cannot be read");
    return readNoted(parse({ path: noted.page, value }, { ...reading, report: () => {} }), noted, reading);
  };
  return lookupOf((id) => {
    const noted = reading.roster.byId.get(id);
    return edited.get(id) ?? (noted && read(noted));
  });
}

function parse({ path, value }: SourcePage, { limits, report }: Pick<Reading, "limits" | "report">): Page {
  const page = readSource(path, value, limits, report);
  ensure(page !== undefined, "the page is no text, or over a limit");
  return page;
}

function emitFinal(
  id: ModelId,
  models: ModelLookup,
  { names, recursive, byId, notes }: Roster,
  options: Options,
): EmittedFile {
  const model = models.get(id);
  const noted = byId.get(id);
  ensure(model !== undefined && noted !== undefined, "there is no such model");
  const file = emitModel(model, { models, names, recursive }, emitOptions(options));
  // The indexes of folders name what files export.
  ensure(exportListOf(file, noted.type) === notes.exportLists[noted.exportList], "the file exports other names");
  return file;
}
