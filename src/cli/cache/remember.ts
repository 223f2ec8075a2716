import type { Build } from "../build.js";
import { hashOf, manifestPath } from "../manifest.js";
import type { Settings } from "../settings.js";
import type { Cache } from "./cache.js";
import { findingOf, recordKey, settingsText, writeRecord } from "./run-record.js";

/** Keeps what a run made, for `recall`. */
export function remember(
  { folder, generator }: Cache,
  { options }: Settings,
  { pages, output: { files, messages, schema } }: Build,
  manifest: string,
): void {
  const hashedPages = pages.map(({ path: page, value }) => [page, hashOf(value)] as const);
  const outputs = [...files, { path: manifestPath, text: manifest }].map(
    ({ path: file, text }) => [file, hashOf(text)] as const,
  );
  const findings = messages.flatMap((message) => findingOf(message) ?? []);
  const key = recordKey(settingsText(generator, options), hashedPages);
  writeRecord(folder, key, { models: schema.models.size, findings }, { pages: hashedPages, outputs });
}
