import path from "node:path";
import type { Output, PageReading } from "../compile.js";
import { relatedOf } from "../diagnostics/report.js";
import { didYouMean } from "../did-you-mean.js";
import type { Model, ModelId } from "../model/model.js";
import type { ModelName } from "../model/schema.js";
import type { Flags } from "./arguments.js";
import { type Build, build } from "./build.js";
import type { Environment } from "./environment.js";
import { type ExitCode, UsageError } from "./exit-code.js";
import { printableJson } from "./printable.js";
import { withProgress } from "./progress.js";
import { relativePath } from "./relative-path.js";
import { reportInspection } from "./report.js";
import { loadSettings } from "./settings.js";

/** Prints the models of pages, all where none is named, as JSON. */
export async function inspect(named: readonly string[], flags: Flags, environment: Environment): Promise<ExitCode> {
  const start = performance.now();
  const settings = await loadSettings(flags, environment.cwd);
  const built = await withProgress(environment, flags.quiet, (show) => build(settings, environment, show));
  const { pages, output, messages } = built;
  const known = knownPages(built);
  const asked = new Set(named.map((name) => pageOf(name, known, settings.docs, environment.cwd)));
  const isAsked = (page: string): boolean => asked.size === 0 || asked.has(page);
  const models = modelsOf(output).filter((model) => isAsked(model.page));
  const skipped = output.skipped.filter((skip) => isAsked(skip.page));
  environment.stdout.write(`${printableJson({ models, skipped })}\n`);
  const inspection = {
    pages,
    models: models.length,
    messages: messages.filter(
      (message) => isAsked(message.file ?? "") || relatedOf(message).some(({ page }) => isAsked(page)),
    ),
    maxWarnings: settings.maxWarnings,
    milliseconds: performance.now() - start,
  };
  return await reportInspection(inspection, settings, flags, environment);
}

/** A model with what it is called in TypeScript. */
type InspectedModel = Model<ModelId> & {
  readonly recursive: boolean;
  readonly output?: ModelName | undefined;
  readonly reading?: PageReading | undefined;
};

function modelsOf({ schema, readings }: Output): readonly InspectedModel[] {
  return [...schema.models.values()].map((model) => ({
    ...model,
    recursive: schema.recursive.has(model.id),
    output: schema.names.get(model.id),
    reading: readings.get(model.page),
  }));
}

/** Pages that could not be read are pages too: their messages are what there is to print. */
function knownPages({ pages, messages }: Build): ReadonlySet<string> {
  return new Set([...pages.map((page) => page.path), ...messages.flatMap((message) => message.file ?? [])]);
}

/** A page is named below the docs folder, or as a file is from where one stands. */
function pageOf(name: string, known: ReadonlySet<string>, docs: string, cwd: string): string {
  const below = path.posix.normalize(name.replaceAll("\\", "/"));
  if (known.has(below)) return below;
  const onDisk = relativePath(docs, path.resolve(cwd, name));
  if (known.has(onDisk)) return onDisk;
  throw new UsageError(`Unknown page \`${name}\``, nearest(below, known));
}

function nearest(name: string, known: ReadonlySet<string>): string {
  const hint = didYouMean(name, [...known]);
  return hint.startsWith("Did") ? hint : "Pages are named below the docs folder, as `components/foo.md`.";
}
