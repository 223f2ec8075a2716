import { isMainThread, type MessagePort, workerData } from "node:worker_threads";
import type { PrintedFile } from "../emit/print.js";
import { verifyFiles } from "../emit/verify.js";
import { keepCode } from "./code-cache.js";

export { verifyFiles };

/** What a thread that verifies is given. */
export interface Workplace {
  readonly port: MessagePort;
  /** How many batches were answered, for who waits without hearing events. */
  readonly answers: Int32Array;
}

/** In a thread of its own, it verifies what it is handed and answers each batch with what differs. */
if (!isMainThread && isWorkplace(workerData)) listen(workerData);

function isWorkplace(value: unknown): value is Workplace {
  return typeof value === "object" && value !== null && "port" in value && "answers" in value;
}

function listen({ port, answers }: Workplace): void {
  port.on("message", (message: readonly PrintedFile[] | "end") => {
    if (message !== "end") {
      port.postMessage(verifyFiles(message));
      Atomics.add(answers, 0, 1);
      Atomics.notify(answers, 0);
      return;
    }
    port.postMessage("end");
    port.close();
    keepCode();
  });
}
