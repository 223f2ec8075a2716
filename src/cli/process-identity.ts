import { readFileSync, readlinkSync } from "node:fs";
import os from "node:os";
import { codeOf } from "./system-error.js";

/** A process, told apart from all others that may share a folder, in containers and on other machines too. */
export interface ProcessIdentity {
  readonly id: number;
  /** When it began, in ticks since the system started; 0 where the system does not say. */
  readonly started: number;
  /** The number of the space that its id belongs to, since each container has its own; 0 where there are none. */
  readonly space: number;
  /** The machine's name, in letters that a file name may have. */
  readonly host: string;
}

/** The identity of a process of this machine. */
export function processOf(id: number): ProcessIdentity {
  const host = os
    .hostname()
    .replace(/[^A-Za-z0-9.-]/g, "_")
    .slice(0, 64);
  return { id, started: startOf(id), space: processSpace(), host: host || "_" };
}

/** Whether a process still runs; nothing where that cannot be told from here. */
export function isRunning(other: ProcessIdentity): boolean | undefined {
  const here = processOf(other.id);
  if (other.host !== here.host || other.space !== here.space) return undefined;
  if (!isProcess(other.id)) return false;
  // Another process may have the id by now.
  return here.started === 0 || other.started === 0 ? undefined : here.started === other.started;
}

function isProcess(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Linux alone says it without the start of another program. */
function startOf(id: number): number {
  try {
    const status = readFileSync(`/proc/${id}/stat`, "latin1");
    // The name of the program, in parentheses, may hold anything; the time is the 20th word after it.
    const words = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return Number(words[19] ?? 0);
  } catch {
    return 0;
  }
}

function processSpace(): number {
  try {
    return Number(/\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? 0);
  } catch {
    return 0;
  }
}
