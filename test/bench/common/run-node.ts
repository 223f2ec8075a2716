import { execFile } from "node:child_process";
import { benchFolder } from "./paths.js";

/** Runs Node to its end and gives what it prints; its errors are ours. */
export function runNode(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = { cwd: benchFolder, maxBuffer: 2 ** 28 };
    const child = execFile(process.execPath, [...args], settings, (error, stdout) => {
      if (error) reject(new Error(`${error.message}\n${stdout.slice(0, 1000)}`));
      else resolve(stdout);
    });
    child.stderr?.pipe(process.stderr);
  });
}
