const openingFence = /^```[^`]*$/;
const closingFence = /^```[ \t]*$/;
const anyFence = /^[ \t]*```/;

/**
 * For each line the index of the line that closes the fence it opens, or -1 where it opens none. A fence as TSDoc
 * knows it: three backticks at the start of both lines, one line or more between, and none that starts with three.
 */
export function closingFences(lines: readonly string[]): readonly number[] {
  const closings = new Array<number>(lines.length).fill(-1);
  let nextFence = -1;
  let nextCloses = false;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? "";
    if (nextCloses && nextFence > index + 1 && openingFence.test(line)) closings[index] = nextFence;
    if (!anyFence.test(line)) continue;
    nextFence = index;
    nextCloses = closingFence.test(line);
  }
  return closings;
}
