import { type Collector, collectMessages } from "./diagnostics/collect.js";
import { type Limits, limitsOf, overLimit } from "./diagnostics/limits.js";
import type { Message, Report } from "./diagnostics/report.js";
import { type PageReading, readPages, type SkippedPage } from "./dialects/read-pages.js";
import { emitSchema } from "./emit/emit.js";
import { type Difference, type PrintedFile, printFile } from "./emit/print.js";
import { sharedFile } from "./emit/shared-file.js";
import { applySightings } from "./evidence/apply-sightings.js";
import { inferMembers } from "./evidence/infer-members.js";
import { mergeSightings } from "./evidence/merge-sightings.js";
import { applyPolicy } from "./evidence/policy.js";
import { searchAllExamples } from "./evidence/search-examples.js";
import { tagUnions } from "./evidence/tag-unions.js";
import { linkModels } from "./link/link.js";
import { directivesIn } from "./markdown/directives.js";
import type { Page } from "./markdown/page.js";
import { readSource } from "./markdown/read-source.js";
import type { Schema } from "./model/schema.js";
import type { Options } from "./options.js";
import { applyOverrides } from "./overrides/apply-overrides.js";
import type { Notes } from "./recompile/notes.js";
import { type EmissionTrace, type Stages, takeNotes, traceEmission, traceReading } from "./recompile/take-notes.js";
import { checkSchema } from "./rules/index.js";
import { emitOptions, evidenceOptions, linkOptions, policyOptions } from "./stage-options.js";

export type { PageReading, PrintedFile };

/** A page as it stands in the docs; a VFile fits. */
export interface SourcePage {
  /** Below the docs root, with `/`: `components/foo.md`. */
  readonly path: string;
  readonly value: string | Uint8Array;
}

/** A file to write. */
export interface OutputFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What the pages become. */
export interface Output {
  /** Sorted by path; the manifest is the command line's to write. */
  readonly files: readonly OutputFile[];
  /** Sorted by page and place. */
  readonly messages: readonly Message[];
  readonly schema: Schema;
  readonly skipped: readonly SkippedPage[];
  /** How each model's page was read, by page. */
  readonly readings: ReadonlyMap<string, PageReading>;
  /** Takes what `recompile` needs; nothing where it cannot help. */
  readonly notes: () => Notes | undefined;
}

/** Hears how far a run has come: so many of so many pages or files of a stage. */
export type OnProgress = (done: number, total: number, stage: "parse" | "print") => void;

/** What the pages become, but for the check of what was printed. */
export interface Draft {
  /** Leaves out the files whose text is not what their model predicts. */
  readonly finish: (differences: readonly Difference[]) => Output;
}

/** Who attends to a draft while it is made. */
export interface DraftListener {
  readonly onProgress?: OnProgress | undefined;
  /** Takes each file once it is printed and gives what stands for it in the output, since its text may wait elsewhere. */
  readonly take?: ((file: PrintedFile) => OutputFile) | undefined;
}

/** Pages that come one after another: each is let go before the next one comes. */
export interface SourceSequence extends Iterable<SourcePage> {
  /** How many there may be. */
  readonly length: number;
}

/** Turns model pages, sorted by path, into TypeScript. */
export function draft(
  sources: SourceSequence,
  options: Options = {},
  { onProgress = () => {}, take = (file) => file }: DraftListener = {},
): Draft {
  const collector = collectMessages(options.rules ?? {});
  const { report, messages, traits } = collector;
  const { schema, skipped, ...interpreted } = interpret(sources, options, collector, onProgress);
  const checked = checkSchema(schema, options.rules ?? {}, report);
  const emitted: EmissionTrace[] = [];
  const taken: OutputFile[] = [];
  for (const file of emitSchema(schema, emitOptions(options))) {
    taken.push(take(printFile(file)));
    emitted.push(traceEmission(file, schema));
    onProgress(taken.length, Math.max(schema.models.size, taken.length), "print");
  }
  const finish = (differences: readonly Difference[]): Output => {
    for (const difference of differences) reportDifference(difference, report);
    const unsafe = new Set(differences.map(({ path }) => path));
    const safe = taken.filter(({ path }) => !unsafe.has(path));
    const files = [...safe, ...sharedFile(emitOptions(options))].sort((a, b) => (a.path < b.path ? -1 : 1));
    const notes = (): Notes | undefined => takeNotes({ ...interpreted, schema, emitted, checked, traits });
    return { files, messages: messages(), schema, skipped, readings: interpreted.readings, notes };
  };
  return { finish };
}

/**
 * Reads pages, sorted by path, and hands their models to one who looks at them; nothing is emitted. Gives the messages of pages and
 * of who looked, without those that comments of the pages silence.
 */
export function lookAtPages(
  sources: SourceSequence,
  options: Options,
  look: (schema: Schema, report: Report) => void,
  onProgress: OnProgress = () => {},
): readonly Message[] {
  const collector = collectMessages(options.rules ?? {});
  const { schema } = interpret(sources, options, collector, onProgress);
  look(schema, collector.report);
  return collector.messages();
}

/** What pages say, and what is noted of how it came about. */
interface Interpretation extends Pick<Stages, "schema" | "read" | "readings" | "searches"> {
  readonly skipped: readonly SkippedPage[];
}

function interpret(
  sources: SourceSequence,
  options: Options,
  collector: Collector,
  onProgress: OnProgress,
): Interpretation {
  const { report, settle } = collector;
  const limits = limitsOf(options);
  const pages = parseSources(sources, limits, collector, onProgress);
  const { models, skipped, readings } = readPages(pages, options.notations ?? {}, limits, report);
  const believed = evidenceOptions(options);
  const stated = applyOverrides(models, options.overrides ?? [], { limits, report, settle, believed });
  const linked = linkModels(stated, linkOptions(options), report);
  const whole = inferMembers(linked);
  const searches = searchAllExamples(whole, believed);
  const found = mergeSightings([...searches.values()].map((search) => search.found));
  const schema = tagUnions(applyPolicy(applySightings(whole, found), policyOptions(options)));
  return { schema, skipped, readings, searches, read: traceReading(stated, linked) };
}

/** A path that stays below a folder on every system. */
const pathBelow = /^(?!\/)(?!.*(?:^|\/)\.{0,2}(?:\/|$))/s;

/** Each page is parsed when it is asked for, since all blocks together are large. */
function* parseSources(
  sources: SourceSequence,
  limits: Limits,
  collector: Collector,
  onProgress: OnProgress,
): Iterable<Page> {
  if (sources.length > limits.pages) {
    collector.report(overLimit({ limit: "pages", page: ".", found: sources.length }, limits));
    return;
  }
  let come = 0;
  for (const source of sources) {
    onProgress(come, sources.length, "parse");
    yield* parseSource(source, limits, collector);
    come += 1;
  }
}

function parseSource(source: SourcePage, limits: Limits, { report, heed }: Collector): readonly Page[] {
  if (!pathBelow.test(source.path)) {
    report({
      rule: "outside-root",
      page: source.path,
      reason: "Unexpected path of a page, expected one below the docs root",
    });
    return [];
  }
  const page = readSource(source.path, source.value, limits, report);
  if (!page) return [];
  heed(page.path, directivesIn(page));
  return [page];
}

function reportDifference({ path, page, difference }: Difference, report: Report): void {
  report({
    rule: "unsafe-output",
    page: page ?? path,
    reason: `Unexpected output, expected what the model predicts: ${difference}`,
  });
}
