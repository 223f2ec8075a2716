import path from "node:path";
import { messageOf } from "../diagnostics/report.js";
import type { Flags, Side } from "./arguments.js";
import { build } from "./build.js";
import type { Environment } from "./environment.js";
import type { ExitCode } from "./exit-code.js";
import { manifestPath } from "./manifest.js";
import { readOverrides } from "./overrides-file.js";
import { byCodeUnits, listPages } from "./pages.js";
import { printable, printableJson } from "./printable.js";
import { withProgress } from "./progress.js";
import { relativePath } from "./relative-path.js";
import { type Inspection, reportInspection } from "./report.js";
import { loadSettings, type Settings } from "./settings.js";

/** Prints the files that a run reads or writes, sorted, relative to the configuration's folder, for tools that cache. */
export async function listFiles(side: Side, flags: Flags, environment: Environment): Promise<ExitCode> {
  const settings = await loadSettings(flags, environment.cwd);
  const { files, ...inspection } = await listed(side, settings, flags, environment);
  const paths = [...new Set(files)].map((file) => relativePath(settings.folder, file)).sort(byCodeUnits);
  const json = flags.reporter === "json";
  environment.stdout.write(json ? `${printableJson(paths)}\n` : paths.map((each) => `${printable(each)}\n`).join(""));
  return await reportInspection(inspection, settings, flags, environment);
}

/** The files, absolute, and what keeps a run from reading or writing more. */
interface Listing extends Inspection {
  readonly files: readonly string[];
}

async function listed(side: Side, settings: Settings, flags: Flags, environment: Environment): Promise<Listing> {
  switch (side) {
    case "inputs":
      return inputsOf(settings);
    case "outputs":
      return await outputsOf(settings, flags, environment);
  }
}

function inputsOf(settings: Settings): Listing {
  const { docs, configFile, options, overrides, maxWarnings } = settings;
  const { paths, findings } = listPages(docs);
  const pages = paths.map((page) => path.join(docs, page));
  const messages = findings.flatMap((finding) => messageOf(finding, options.rules ?? {}) ?? []);
  const beside = readOverrides(settings) ? [overrides.file] : [];
  const files = [...(configFile === undefined ? [] : [configFile]), ...beside, ...pages];
  return { files, pages: [], models: 0, messages, maxWarnings, milliseconds: 0 };
}

/** Which models a page holds, only its text says. */
async function outputsOf(settings: Settings, flags: Flags, environment: Environment): Promise<Listing> {
  const start = performance.now();
  const built = await withProgress(environment, flags.quiet, (show) => build(settings, environment, show));
  const { pages, output, messages } = built;
  return {
    files: [...output.files.map((file) => file.path), manifestPath].map((file) => path.join(settings.out, file)),
    pages,
    models: output.schema.models.size,
    messages,
    maxWarnings: settings.maxWarnings,
    milliseconds: performance.now() - start,
  };
}
