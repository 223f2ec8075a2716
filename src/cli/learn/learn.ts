import path from "node:path";
import { limitsOf } from "../../diagnostics/limits.js";
import { didYouMean } from "../../did-you-mean.js";
import { type LearnSource, learnFrom, renewedBy } from "../../learn/learn-from.js";
import { lasting, mergeOverrides } from "../../learn/merge-overrides.js";
import type { Proposal } from "../../learn/proposal.js";
import { sameFactIn } from "../../learn/same-fact.js";
import { modelsCalled } from "../../learn/samples/learn-samples.js";
import type { Schema } from "../../model/schema.js";
import { printOverrides } from "../../overrides/print-overrides.js";
import type { Flags } from "../arguments.js";
import { colorsFor } from "../colors.js";
import { type Environment, pause } from "../environment.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-code.js";
import { reportFailure } from "../failure.js";
import { writeEdits } from "../init/write-edits.js";
import { withProgress } from "../progress.js";
import { relativePath } from "../relative-path.js";
import { patchLines } from "../reporters/difference-lines.js";
import { repositoryRoot } from "../repository-root.js";
import { loadSettings, type Settings } from "../settings.js";
import { type Lesson, lessonLines } from "./learn-report.js";
import type { LearnWishes } from "./learn-wishes.js";
import { lookAtDocs } from "./look-at-docs.js";
import { readOpenApi, readOtherDocs, readSamples, readTypesFolder } from "./read-sources.js";
import { readOverridesFile, type StandingOverrides } from "./standing-overrides.js";

/** Writes what sources say that the pages do not say, or say otherwise, as overrides for people to review. */
export async function learn(wishes: LearnWishes, flags: Flags, environment: Environment): Promise<ExitCode> {
  try {
    return await learnAll(wishes, flags, environment);
  } catch (error) {
    // In the bundle this is a file of its own, with classes of errors that no other file knows.
    return reportFailure(error, flags.color, environment);
  }
}

async function learnAll(wishes: LearnWishes, flags: Flags, environment: Environment): Promise<ExitCode> {
  const settings = await loadSettings(flags, environment.cwd);
  const sources = await readSources(wishes, settings, environment);
  const standing = readOverridesFile(
    settings.overrides.file,
    environment.cwd,
    limitsOf(settings.options).overridesBytes,
  );
  const renewed = sources.map(renewedBy);
  const options = { ...settings.options, overrides: lasting(standing.overrides, renewed) };
  const { schema, wrongPages } = await withProgress(environment, flags.quiet, (show) =>
    lookAtDocs(settings.docs, options, show),
  );
  if (schema.models.size === 0)
    throw new UsageError(
      `Missing model pages in \`${path.relative(environment.cwd, settings.docs) || "."}\``,
      pagesHint,
    );
  requireModels(wishes, sources, schema);
  const proposals = sources.map((source) => ({ kind: source.kind, proposal: learnFrom(schema, source) }));
  const learned = proposals.map(({ proposal }) => proposal.overrides);
  const unread = proposals.flatMap(({ proposal }) => unreadParts(proposal));
  const merge = mergeOverrides(standing.overrides, learned, renewed, unread, wrongPages, sameFactIn(schema));
  const after = printOverrides(merge.overrides, standing.schema);
  await pause(environment.signal);
  const isDue = after !== standing.text && (standing.text !== undefined || merge.overrides.length > 0);
  if (isDue) put(standing, after, settings, flags, environment);
  const file = relativePath(environment.cwd, standing.file);
  say({ file, wrongPages, proposals, merge, isWritten: isDue && !flags.dryRun }, flags, environment);
  return unread.length + wrongPages.length > 0 ? exitCodes.wrong : exitCodes.fine;
}

async function readSources(
  { types, openapi, docs, samples, model }: LearnWishes,
  { options, overrides }: Settings,
  { cwd }: Environment,
): Promise<readonly LearnSource[]> {
  const sources = [
    ...(types === undefined ? [] : [readTypesFolder(types, cwd)]),
    ...(openapi === undefined ? [] : [readOpenApi(openapi, cwd, path.dirname(overrides.file))]),
    ...(docs === undefined ? [] : [await readOtherDocs(docs, cwd, options)]),
    ...(samples === undefined ? [] : [readSamples(samples, model, cwd)]),
  ];
  if (sources.length > 0) return sources;
  throw new UsageError(
    "Missing a source to learn from",
    "Name one: --types src/models, --openapi FILE, --docs with the pages of another language, --samples DIR; --pages names those of this SDK.",
  );
}

const pagesHint = "Name the folder of this SDK's pages with --pages, or with `docs` in the configuration.";

/** Samples of no model prove nothing, and what former ones proved would be dropped. */
function requireModels({ model, samples = "" }: LearnWishes, sources: readonly LearnSource[], schema: Schema): void {
  const called = sources.flatMap((source) =>
    source.kind === "samples" ? source.samples.map((each) => each.model) : [],
  );
  if (called.length === 0 || called.some((name) => modelsCalled(name, schema).length === 1)) return;
  if (model !== undefined) throw wrongModel(model, schema);
  throw new UsageError(
    `Unexpected payloads in \`${samples}\`, of which none is called as a model`,
    "Call files or their folders as models, as `Order.json` or `Order/1.json`, or name the model with --model.",
  );
}

function wrongModel(named: string, schema: Schema): UsageError {
  const found = modelsCalled(named, schema);
  if (found.length > 0) {
    const pages = found.map(({ page }) => `\`${page}\``).join(", ");
    return new UsageError(
      `Unexpected model \`${named}\`, of which there are ${found.length}`,
      `Name a page: ${pages}.`,
    );
  }
  const hint = didYouMean(
    named,
    [...schema.models.values()].map(({ name }) => name),
  );
  return new UsageError(
    `Unexpected model \`${named}\`, expected one of the pages`,
    hint.startsWith("Did")
      ? hint
      : "Models are named as on their pages, as `Order`, `components.Order` or `components/order.md`.",
  );
}

function put(
  standing: StandingOverrides,
  after: string,
  settings: Settings,
  flags: Flags,
  { cwd, env, stdout }: Environment,
): void {
  const { file, text: before } = standing;
  if (!flags.dryRun) {
    writeEdits([{ path: file, before, after }], [repositoryRoot(settings.folder) ?? settings.folder], words);
    return;
  }
  const shown = relativePath(cwd, file);
  const lines = patchLines(shown, before ?? "", after, colorsFor(stdout, flags.color, env));
  stdout.write(`${lines.join("\n")}\n`);
}

const words = {
  again: "Run `modelmark learn` again.",
  hint: "Nothing was written. Name a file of the repository with `overrides` in the configuration.",
};

/** The parts of a source that could not be read, as facts name them. */
function unreadParts({ unmatched }: Proposal): readonly string[] {
  return unmatched.flatMap(({ isUnread, source }) => (isUnread ? [source] : []));
}

function say(lesson: Lesson, { quiet, all, color }: Flags, { env, stderr }: Environment): void {
  const lines = lessonLines(lesson, { quiet, isAll: all, colors: colorsFor(stderr, color, env) });
  if (lines.length > 0) stderr.write(`${lines.join("\n")}\n`);
}
