import { EventEmitter, once } from "node:events";

/** Says that something may have changed. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring, at once where one came since the last was heard; rejects where the signal is aborted. */
  readonly heard: (signal: AbortSignal) => Promise<void>;
}

/** Makes a bell that nobody has rung. */
export function makeBell(): Bell {
  const emitter = new EventEmitter();
  let rung = false;
  return {
    ring: () => {
      rung = true;
      emitter.emit("ring");
    },
    heard: async (signal) => {
      signal.throwIfAborted();
      if (!rung) await once(emitter, "ring", { signal });
      rung = false;
    },
  };
}
