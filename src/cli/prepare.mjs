// Builds where modelmark is installed from git, which brings no dist: npm runs this before it packs such a package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const isBuilt = existsSync(`${root}dist/cli/main.js`);
// Without the compiler, as in an install that leaves out what is for developers, there is nothing to build with.
if (!isBuilt && existsSync(`${root}node_modules/typescript`)) {
  // What npm packs is named on stdout, alone.
  const { status } = spawnSync("npm run build", { cwd: root, shell: true, stdio: ["ignore", 2, 2] });
  process.exitCode = status ?? 1;
}
