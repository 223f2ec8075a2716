import type { VFileMessage } from "vfile-message";
import type { OnProgress, Output } from "../compile.js";
import { messageOf } from "../diagnostics/report.js";
import { type Compile, type Environment, pause } from "./environment.js";
import { byCodeUnits, type Pages, readPages } from "./pages.js";
import type { Settings } from "./settings.js";

/** What the pages become, and what is wrong with them. */
export interface Build {
  readonly pages: Pages["pages"];
  readonly output: Output;
  /** Those of the disk and those of the pipeline, sorted by page. */
  readonly messages: readonly VFileMessage[];
  /** Whether every page could be read. */
  readonly isWhole: boolean;
}

/** Reads the pages and compiles them. */
export async function build(settings: Settings, environment: Environment, onProgress: OnProgress): Promise<Build> {
  return await buildPages(readPages(settings.docs), settings, environment, onProgress);
}

/** Compiles pages that are read. */
export async function buildPages(
  { pages, findings }: Pages,
  settings: Settings,
  environment: Environment,
  onProgress: OnProgress,
): Promise<Build> {
  await pause(environment.signal);
  const compile = environment.compile ?? (await importCompile());
  const output = compile(pages, settings.options, { onProgress });
  await pause(environment.signal);
  const found = findings.flatMap((finding) => messageOf(finding, settings.options.rules ?? {}) ?? []);
  const messages = [...found, ...output.messages];
  // The sort is stable: messages of one page keep the order of their places.
  messages.sort((one, other) => byCodeUnits(one.file ?? "", other.file ?? ""));
  return { pages, output, messages, isWhole: findings.length === 0 };
}

/** ts-morph and remark take most of the start-up, so they wait until arguments and configuration are right. */
async function importCompile(): Promise<Compile> {
  const { compile } = await import("../pipeline.js");
  return compile;
}
