/** How many models that contain themselves may be nested in each other: deeper values, and cyclic ones, are refused. */
export const maximumDepth: number = 500;

/** How often one check may try another member of a union whose members contain themselves. */
const maximumRetries = 1_000_000;

let retries = 0;

/** The depth of the outermost value, where a new check begins. */
export function rootDepth(): number {
  retries = 0;
  return 0;
}

/** Whether a union of recursive members may try another one: without a bound, each level could double the time. */
export function mayRetry(): boolean {
  retries += 1;
  return retries <= maximumRetries;
}
