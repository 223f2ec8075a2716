import { type HashedFile, hashOf, manifestPath } from "../manifest.js";
import { byCodeUnits } from "../pages.js";
import type { Product } from "../product.js";
import type { Settings } from "../settings.js";
import type { Cache } from "./cache.js";
import { type Glance, snapshotAfter } from "./glance.js";
import { findingOf, recordKey, settingsText, writeRecord } from "./run-record.js";
import { writeSnapshot } from "./snapshot.js";

/** Keeps what a run made, for `recall`; `glance`: the look at the files that the run began with, where it wrote its outputs. */
export function remember(
  { folder, generator }: Cache,
  { docs, out, options }: Settings,
  product: Product,
  manifest: string,
  glance: Glance | undefined,
): void {
  const { hashedPages, files, outputHashOf, unmade, messages, models, overridesHash } = product;
  const made = files.map((file): HashedFile => [file.path, outputHashOf(file)]);
  const sorted = [...made, ...unmade].sort(([one], [other]) => byCodeUnits(one, other));
  const outputs: readonly HashedFile[] = [...sorted, [manifestPath, hashOf(manifest)]];
  const findings = messages.flatMap((message) => findingOf(message) ?? []);
  const settings = settingsText(generator, options);
  const record = recordKey(settings, hashedPages, overridesHash);
  const runFiles = { pages: hashedPages, outputs, overrides: overridesHash };
  writeRecord(folder, record, { models: models.length, findings }, runFiles, product.notes);
  const standing = new Set(unmade.map(([file]) => file));
  if (glance) writeSnapshot(folder, docs, out, snapshotAfter(glance, outputs, standing, { settings, record }));
}
