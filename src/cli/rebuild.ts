import type { Finding } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Notes } from "../recompile/notes.js";
import type { Recompiled } from "../recompile/recompile.js";
import { manifestStands } from "./cache/glance.js";
import type { Former } from "./cache/recall.js";
import { messagesOf } from "./cache/run-record.js";
import { manifestPath, outputHashes, pageHashOf } from "./manifest.js";
import { readOverrides, withOverrides } from "./overrides-file.js";
import { byCodeUnits, pageBytes, unreadPage } from "./pages.js";
import type { Product } from "./product.js";
import type { Settings } from "./settings.js";
import type { Verifiers } from "./verifiers.js";

/** So many edited pages are looked at one by one; with more, all are compiled. */
const mostEdited = 32;

/** What a rebuild makes. */
export interface Rebuilt {
  readonly product: Product;
  /** Whether the outputs are what their models predict; to be awaited before they are written. */
  readonly isVerified: Promise<boolean>;
}

/**
 * What a run makes, from what the former one noted, where a few pages were edited since and all outputs stand as that run
 * made them; nothing where all pages have to be compiled.
 */
export async function rebuild(former: Former, settings: Settings, verifiers: Verifiers): Promise<Rebuilt | undefined> {
  const edited = editedPages(former);
  // Another run may have written since the outputs were looked at.
  if (!edited || !manifestStands(former.glance)) return undefined;
  verifiers.getReady();
  const notes = former.notes();
  const overrides = readOverrides(settings);
  if (overrides?.hash !== former.files.overrides) return undefined;
  const options = await withOverrides(settings, overrides);
  const recompiled = notes && (await recompileEdited(edited, notes, former, { docs: settings.docs, options }));
  if (!recompiled) return undefined;
  const verifier = verifiers.take();
  for (const file of recompiled.printed) verifier.take(file);
  const isVerified = verifier.differences().then((differences) => differences.length === 0);
  return { product: productOf(recompiled, new Set(edited), former, settings), isVerified };
}

/** The pages that were edited since; nothing where there are many, or new ones, or some are gone. */
function editedPages({ hashedPages, files }: Former): readonly string[] | undefined {
  const before = new Map(files.pages);
  if (hashedPages.length !== before.size || !hashedPages.every(([page]) => before.has(page))) return undefined;
  const edited = hashedPages.filter(([page, hash]) => before.get(page) !== hash).map(([page]) => page);
  return edited.length <= mostEdited ? edited : undefined;
}

function productOf(
  { printed, messages, rechecked, notes }: Recompiled,
  edited: ReadonlySet<string>,
  { hashedPages, files, record }: Former,
  { docs, options }: Settings,
): Product {
  const made = new Set([manifestPath, ...printed.map((file) => file.path)]);
  const isMadeAgain = ({ page, rule }: Finding): boolean =>
    edited.has(page) || (rechecked.has(page) && rules[rule].scope === "models");
  const kept = record.findings.filter((finding) => !isMadeAgain(finding));
  const all = [...messagesOf({ findings: kept }, options.rules ?? {}), ...messages];
  return {
    pages: hashedPages.map(([page]) => unreadPage(docs, page)),
    hashedPages,
    models: notes.models.map(({ page, name, file, type }) => ({ page, name, file, type })),
    files: printed.map(({ path: file, text }) => ({ path: file, text })),
    outputHashOf: outputHashes(),
    unmade: files.outputs.filter(([file]) => !made.has(file)),
    messages: all.sort((one, other) => byCodeUnits(one.file ?? "", other.file ?? "")),
    isWhole: true,
    overridesHash: files.overrides,
    notes,
  };
}

async function recompileEdited(
  edited: readonly string[],
  notes: Notes,
  { hashedPages }: Former,
  { docs, options }: Pick<Settings, "docs" | "options">,
): Promise<Recompiled | undefined> {
  const hashes = new Map(hashedPages);
  const valueAt = (page: string): Uint8Array | undefined => {
    const value = read(docs, page);
    return value && pageHashOf(value) === hashes.get(page) ? value : undefined;
  };
  const pages = edited.flatMap((page) => {
    const value = valueAt(page);
    return value ? [{ path: page, value }] : [];
  });
  if (pages.length < edited.length) return undefined;
  const { recompile } = await import("../pipeline.js");
  return recompile(notes, { pages, valueAt }, options);
}

function read(docs: string, page: string): Buffer | undefined {
  try {
    return pageBytes(docs, page);
  } catch {
    return undefined;
  }
}
