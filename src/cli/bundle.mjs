// Bundles the command line into dist/cli, where the compiler's modules of it stood: starting takes half the time. Then
// takes the hash of all code in dist, by which the cache tells one generator from another.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = join(root, "dist");

rmSync(join(dist, "cli"), { recursive: true, force: true });
await build({
  entryPoints: { main: join(root, "src/cli/main.ts") },
  outdir: join(dist, "cli"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  chunkNames: "[name]-[hash]",
  legalComments: "linked",
  // ts-morph is large and of use to few runs; jiti looks for files of its own.
  external: ["ts-morph", "jiti"],
  // Packages in CommonJS ask for Node's modules.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "warning",
});

const code = createHash("sha256");
for (const file of readdirSync(dist, { recursive: true }).sort()) {
  if (/\.js$/.test(file)) code.update(`${file}\0`).update(readFileSync(join(dist, file)));
}
writeFileSync(join(dist, "code-hash.txt"), `${code.digest("hex")}\n`);
