import { setFlagsFromString } from "node:v8";
import type { VFileMessage } from "vfile-message";
import type { OnProgress, Output, OutputFile } from "../compile.js";
import { limitsOf } from "../diagnostics/limits.js";
import { messageOf } from "../diagnostics/report.js";
import type { PrintedFile } from "../draft.js";
import type { Options } from "../options.js";
import { type Environment, pause } from "./environment.js";
import { type HashedFile, type OutputHashes, outputHashes, pageHashOf } from "./manifest.js";
import { readOverrides, withOverrides } from "./overrides-file.js";
import { byCodeUnits, type PageFile, type PageSequence, type Pages, readPages } from "./pages.js";
import type { Settings } from "./settings.js";
import { makeVerifiers, type Verifiers } from "./verifiers.js";
import { makeWaitingTexts, type WaitingTexts } from "./waiting-texts.js";

/** What the pages become, and what is wrong with them. */
export interface Build {
  /** Their bytes are read once more where somebody asks for them. */
  readonly pages: readonly PageFile[];
  /** The pages with their hashes, as `pageHashOf` gives them. */
  readonly hashedPages: readonly HashedFile[];
  readonly output: Output;
  readonly outputHashOf: OutputHashes;
  /** Those of the disk and those of the pipeline, sorted by page. */
  readonly messages: readonly VFileMessage[];
  /** Whether every page could be read. */
  readonly isWhole: boolean;
  /** The hash of the overrides. */
  readonly overridesHash: string | undefined;
}

/** What a run has for its outputs until they are written. */
export interface Means {
  readonly verifiers: Verifiers;
  readonly texts: WaitingTexts;
}

/** The means of a run that writes nothing. */
function ownMeans({ concurrency }: Settings): Means {
  return { verifiers: makeVerifiers(concurrency), texts: makeWaitingTexts(Number.POSITIVE_INFINITY) };
}

/** Reads the pages and compiles them. */
export async function build(
  settings: Settings,
  environment: Environment,
  onProgress: OnProgress,
  means: Means = ownMeans(settings),
): Promise<Build> {
  return await buildPages(
    readPages(settings.docs, limitsOf(settings.options)),
    settings,
    environment,
    onProgress,
    means,
  );
}

/** Compiles pages that are read. */
export async function buildPages(
  { pages, findings, again }: Pages,
  settings: Settings,
  environment: Environment,
  onProgress: OnProgress,
  means: Means = ownMeans(settings),
): Promise<Build> {
  await pause(environment.signal);
  if (pages.length > manyPages) setFlagsFromString("--heap-growing-percent=30");
  const overrides = readOverrides(settings);
  const options = await withOverrides(settings, overrides);
  const hashedPages: HashedFile[] = [];
  const sequence = { length: pages.length, [Symbol.iterator]: () => hashEach(pages, hashedPages) };
  const outputHashOf = outputHashes();
  const output = await compilePages(sequence, options, environment, { ...means, onProgress, outputHashOf });
  await pause(environment.signal);
  const found = findings.flatMap((finding) => messageOf(finding, options.rules ?? {}) ?? []);
  const messages = [...found, ...output.messages];
  // The sort is stable: messages of one page keep the order of their places.
  messages.sort((one, other) => byCodeUnits(one.file ?? "", other.file ?? ""));
  const read = hashedPages.map(([page]) => again(page));
  const isWhole = findings.length === 0;
  return { pages: read, hashedPages, output, outputHashOf, messages, isWhole, overridesHash: overrides?.hash };
}

/**
 * From here on V8 collects garbage whenever the heap has grown by a third, which takes a twentieth more time. By itself it
 * waits until a heap of this size has become three times as large.
 */
const manyPages = 5000;

function* hashEach(pages: PageSequence, hashed: HashedFile[]): Iterator<PageFile> {
  for (const page of pages) {
    hashed.push([page.path, pageHashOf(page.value)]);
    yield page;
  }
}

/** Who attends to what a compile makes. */
interface Attendance extends Means {
  readonly onProgress: OnProgress;
  readonly outputHashOf: OutputHashes;
}

/** What the pipeline stands on takes most of the start-up, so it waits until arguments and configuration are right. */
async function compilePages(
  pages: PageSequence,
  options: Options,
  { compile }: Environment,
  { onProgress, verifiers, texts, outputHashOf }: Attendance,
): Promise<Output> {
  if (compile) return compile([...pages], options, { onProgress });
  const verifier = verifiers.take();
  try {
    const { draft } = await import("../pipeline.js");
    const taken: OutputFile[] = [];
    const take = (file: PrintedFile): OutputFile => {
      verifier.take(file);
      const kept = texts.keep(file);
      taken.push(kept);
      return kept;
    };
    const { finish } = draft(pages, options, { onProgress, take });
    const differences = verifier.differences();
    // The verifier is still at work in another thread.
    for (const file of taken) outputHashOf(file);
    return finish(await differences);
  } catch (error) {
    verifier.stop();
    throw error;
  }
}
