import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What tells this generator from others that could write other outputs: the hash of its own code, which the build takes,
 * the versions of what it stands on, and of Unicode, by which names are read. Nothing where it runs from its sources.
 */
export function generatorIdentity(): string | undefined {
  const root = packageRoot(path.dirname(fileURLToPath(import.meta.url)));
  if (root === undefined) return undefined;
  const code = textOf(path.join(root, "dist", "code-hash.txt"));
  const description = textOf(path.join(root, "package.json"));
  if (code === undefined || description === undefined) return undefined;
  const { dependencies = {} }: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(description);
  const versions = Object.keys(dependencies).map((name) => `${name}@${versionOf(root, name)}`);
  return [code, ...versions, `unicode@${process.versions["unicode"]}`].join(" ");
}

/** The folder of the package that a file is of. */
function packageRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (path.basename(at) === "dist") return path.dirname(at);
    if (path.dirname(at) === at) return undefined;
  }
}

/** The version of a package as it is found from a folder, upwards. */
function versionOf(folder: string, name: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    const text = textOf(path.join(at, "node_modules", name, "package.json"));
    const version = text && /"version"\s*:\s*"([^"]*)"/.exec(text)?.[1];
    if (version) return version;
    if (path.dirname(at) === at) return "unknown";
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
