import { isMainThread, parentPort } from "node:worker_threads";
import type { Difference, PrintedFile } from "../emit/print.js";
import { verifyFiles } from "../emit/verify.js";
import { keepCode } from "./code-cache.js";

export { verifyFiles };

/** In a thread of its own, it verifies what it is handed and tells what differs once it is told that this is all. */
if (!isMainThread && parentPort) listen(parentPort);

function listen(port: NonNullable<typeof parentPort>): void {
  const found: Difference[] = [];
  port.on("message", (message: readonly PrintedFile[] | "end") => {
    if (message !== "end") {
      found.push(...verifyFiles(message));
      return;
    }
    port.postMessage(found);
    port.close();
    keepCode();
  });
}
