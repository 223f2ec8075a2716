import type { VFileMessage } from "vfile-message";
import type { OnProgress, Output } from "../compile.js";
import { limitsOf } from "../diagnostics/limits.js";
import { messageOf } from "../diagnostics/report.js";
import { type Environment, pause } from "./environment.js";
import { type HashedFile, type OutputHashes, outputHashes, pageHashOf } from "./manifest.js";
import { byCodeUnits, type PageFile, type PageSequence, type Pages, readPages } from "./pages.js";
import type { Settings } from "./settings.js";
import { makeVerifiers, type Verifiers } from "./verifiers.js";

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
}

/** Reads the pages and compiles them. */
export async function build(
  settings: Settings,
  environment: Environment,
  onProgress: OnProgress,
  verifiers: Verifiers = makeVerifiers(settings.concurrency),
): Promise<Build> {
  return await buildPages(
    readPages(settings.docs, limitsOf(settings.options)),
    settings,
    environment,
    onProgress,
    verifiers,
  );
}

/** Compiles pages that are read. */
export async function buildPages(
  { pages, findings, again }: Pages,
  settings: Settings,
  environment: Environment,
  onProgress: OnProgress,
  verifiers: Verifiers = makeVerifiers(settings.concurrency),
): Promise<Build> {
  await pause(environment.signal);
  const hashedPages: HashedFile[] = [];
  const sequence = { length: pages.length, [Symbol.iterator]: () => hashEach(pages, hashedPages) };
  const outputHashOf = outputHashes();
  const output = await compilePages(sequence, settings, environment, { onProgress, verifiers, outputHashOf });
  await pause(environment.signal);
  const found = findings.flatMap((finding) => messageOf(finding, settings.options.rules ?? {}) ?? []);
  const messages = [...found, ...output.messages];
  // The sort is stable: messages of one page keep the order of their places.
  messages.sort((one, other) => byCodeUnits(one.file ?? "", other.file ?? ""));
  const read = hashedPages.map(([page]) => again(page));
  return { pages: read, hashedPages, output, outputHashOf, messages, isWhole: findings.length === 0 };
}

function* hashEach(pages: PageSequence, hashed: HashedFile[]): Iterator<PageFile> {
  for (const page of pages) {
    hashed.push([page.path, pageHashOf(page.value)]);
    yield page;
  }
}

/** Who attends to what a compile makes. */
interface Attendance {
  readonly onProgress: OnProgress;
  readonly verifiers: Verifiers;
  readonly outputHashOf: OutputHashes;
}

/** What the pipeline stands on takes most of the start-up, so it waits until arguments and configuration are right. */
async function compilePages(
  pages: PageSequence,
  { options }: Settings,
  { compile }: Environment,
  { onProgress, verifiers, outputHashOf }: Attendance,
): Promise<Output> {
  if (compile) return compile([...pages], options, { onProgress });
  const verifier = verifiers.take();
  try {
    const { draft } = await import("../pipeline.js");
    const { printed, finish } = draft(pages, options, { onProgress, onPrinted: verifier.take });
    const differences = verifier.differences();
    // The verifier is still at work in another thread.
    for (const file of printed) outputHashOf(file);
    return finish(await differences);
  } catch (error) {
    verifier.stop();
    throw error;
  }
}
