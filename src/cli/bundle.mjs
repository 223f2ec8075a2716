// Bundles the command line into dist/cli, where the compiler's modules of it stood: starting takes half the time. Then
// takes the hash of all code in dist, by which the cache tells one generator from another.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = join(root, "dist");
const folder = join(dist, "cli");

/** Commander starts subcommands that are programs of their own with it; we have none, and it takes 3 ms to load. */
const withoutPrograms = {
  name: "without-programs",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: "programs", namespace: "without-programs" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "without-programs" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The pipeline and the compiler are loaded by way of V8's code cache; a run that changes nothing loads neither. */
const loadedApart = {
  name: "loaded-apart",
  setup({ onResolve }) {
    const stands = (name) => ({ path: join(root, "src/bundled", name) });
    onResolve({ filter: /\/pipeline\.js$/ }, () => stands("pipeline.ts"));
    onResolve({ filter: /\/verifier\.js$/ }, () => stands("verifier.ts"));
    onResolve({ filter: /^ts-morph$/ }, () => stands("ts-morph.ts"));
    // Setting up is done once in a repository: nothing of it is read at other starts.
    onResolve({ filter: /\/init\/init\.js$/ }, () => ({ path: "./init.js", external: true }));
    // Few runs compare pages with anything.
    onResolve({ filter: /\/learn\/commands\.js$/ }, () => ({ path: "./learn.js", external: true }));
  },
};

rmSync(folder, { recursive: true, force: true });
await build({
  entryPoints: {
    main: join(root, "src/cli/main.ts"),
    init: join(root, "src/cli/init/init.ts"),
    learn: join(root, "src/cli/learn/commands.ts"),
    pipeline: join(root, "src/pipeline.ts"),
    verify: join(root, "src/bundled/verify.ts"),
  },
  outdir: folder,
  bundle: true,
  // Node starts a module of this kind 12 ms sooner than ES modules.
  format: "cjs",
  platform: "node",
  target: "node20.19",
  legalComments: "linked",
  // Comments take time to skip; names stay, for reports of bugs.
  minifyWhitespace: true,
  lineLimit: 120,
  // chokidar is large and of use to few runs; jiti looks for files of its own.
  external: ["chokidar", "jiti"],
  plugins: [withoutPrograms, loadedApart],
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});
writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

const code = createHash("sha256");
for (const file of readdirSync(dist, { recursive: true }).sort()) {
  if (/\.js$/.test(file)) code.update(`${file}\0`).update(readFileSync(join(dist, file)));
}
writeFileSync(join(dist, "code-hash.txt"), `${code.digest("hex")}\n`);
