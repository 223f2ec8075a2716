/** An issue as Standard Schema has it, but for the message's words. */
export interface HandIssue {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
}

/** The way to a value, as a list that grows at its end: it becomes a path only where there is an issue. */
export interface Step {
  readonly above: Step | undefined;
  readonly key: string | number;
}

/** Adds an issue of the value at a key below a step. */
export function addIssue(
  issues: HandIssue[],
  above: Step | undefined,
  key: string | number,
  expected: string,
  value: unknown,
): void {
  issues.push({ path: pathTo(above, key), expected, received: kindOf(value) });
}

/** Adds an issue of the value that a step leads to. */
export function addOwnIssue(issues: HandIssue[], step: Step | undefined, expected: string, value: unknown): void {
  const path = step ? pathTo(step.above, step.key) : [];
  issues.push({ path, expected, received: kindOf(value) });
}

function pathTo(above: Step | undefined, key: string | number): readonly (string | number)[] {
  const path = [key];
  for (let step = above; step; step = step.above) path.unshift(step.key);
  return path;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
