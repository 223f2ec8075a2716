import { availableParallelism, cpus } from "node:os";

/** What figures were measured on. */
export interface Machine {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return { node: process.version, processor: cpus()[0]?.model ?? "unknown", cores: availableParallelism() };
}

/** A machine in a few words. */
export function formatMachine({ node, processor, cores }: Machine): string {
  return `Node ${node}, ${processor}, ${cores} cores`;
}
