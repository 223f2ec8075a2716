import { rmSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { initRepository, makeFolder, type TestRepository } from "./test-repository.js";

/** A repository that goes with its test, in a folder of its own, with files of which none is staged. */
export function repository(files: Readonly<Record<string, string>> = {}): TestRepository {
  return initRepository(path.join(temporaryFolder(), "repository"), files);
}

/** A folder that goes with its test. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository whose pages and outputs are committed. */
export async function committed(files: Readonly<Record<string, string>>): Promise<TestRepository> {
  const made = repository(files);
  made.git("add", ".");
  await made.run(["generate", "--staged"]);
  made.git("commit", "-qm", "first");
  return made;
}
