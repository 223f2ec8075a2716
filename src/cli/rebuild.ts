import { readFileSync } from "node:fs";
import path from "node:path";
import type { Recompiled } from "../recompile/recompile.js";
import { manifestStands } from "./cache/glance.js";
import { type Former, unreadPage } from "./cache/recall.js";
import { messagesOf } from "./cache/run-record.js";
import { manifestPath, pageHashOf } from "./manifest.js";
import { byCodeUnits } from "./pages.js";
import type { Product } from "./product.js";
import type { Settings } from "./settings.js";

/** So many edited pages are looked at one by one; with more, all are compiled. */
const mostEdited = 32;

/**
 * What a run makes, from what the former one noted, where a few pages were edited since and all outputs stand as that run
 * made them; nothing where all pages have to be compiled.
 */
export async function rebuild(former: Former, settings: Settings): Promise<Product | undefined> {
  const { glance, hashedPages, files, record, notes } = former;
  const before = new Map(files.pages);
  const edited = hashedPages.filter(([page, hash]) => before.get(page) !== hash).map(([page]) => page);
  const isSmall =
    edited.length <= mostEdited && hashedPages.length === before.size && edited.every((page) => before.has(page));
  // Another run may have written since the outputs were looked at.
  if (!isSmall || !manifestStands(glance)) return undefined;
  const recompiled = await recompileEdited(edited, former, settings);
  if (!recompiled) return undefined;
  const made = new Set([manifestPath, ...recompiled.files.map((file) => file.path)]);
  const isEdited = new Set(edited);
  const kept = record.findings.filter(({ page }) => !isEdited.has(page));
  const messages = [...messagesOf({ findings: kept }, settings.options.rules ?? {}), ...recompiled.messages];
  return {
    pages: hashedPages.map(([page]) => unreadPage(settings.docs, page)),
    hashedPages,
    models: notes.models.map(({ page, name, file, type }) => ({ page, name, file, type })),
    files: recompiled.files,
    unmade: files.outputs.filter(([file]) => !made.has(file)),
    messages: messages.sort((one, other) => byCodeUnits(one.file ?? "", other.file ?? "")),
    isWhole: true,
    notes: () => recompiled.notes,
  };
}

async function recompileEdited(
  edited: readonly string[],
  { hashedPages, notes }: Former,
  { docs, options }: Settings,
): Promise<Recompiled | undefined> {
  const hashes = new Map(hashedPages);
  const valueAt = (page: string): Uint8Array | undefined => {
    const value = read(path.join(docs, page));
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

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
