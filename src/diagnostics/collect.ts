import type { VFileMessage } from "vfile-message";
import { messageOf, type Report, type Severities } from "./report.js";

/** A report and the messages that it has taken so far. */
export interface Collector {
  readonly report: Report;
  /** Sorted by page and place. */
  readonly messages: () => readonly VFileMessage[];
}

/** Makes a report that keeps what it is told, with the severities of the configuration. */
export function collectMessages(severities: Severities): Collector {
  const messages: VFileMessage[] = [];
  return {
    report: (finding) => {
      const message = messageOf(finding, severities);
      if (message) messages.push(message);
    },
    messages: () => [...messages].sort(byPlace),
  };
}

/** The order of messages: by page, then by line and column. */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  if (a.file !== b.file) return (a.file ?? "") < (b.file ?? "") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
