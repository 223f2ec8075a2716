import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The least that a generator does which trusts nothing it remembers: it lists, reads and hashes every page.

const [, , floor, docs = ""] = process.argv;
for (const file of filesIn(docs)) {
  if (floor === "list") continue;
  const bytes = readFileSync(file);
  if (floor === "hash") createHash("sha256").update(bytes).digest("hex");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}
