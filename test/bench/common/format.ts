/** A ratio with the digits that tell something; nothing where it was not measured. */
export function formatRatio(ratio: number | undefined): string {
  if (ratio === undefined || Number.isNaN(ratio)) return "–";
  return ratio < 10 ? ratio.toFixed(2) : formatCount(ratio);
}

/** A number of things, with commas. */
export function formatCount(count: number | undefined): string {
  return count === undefined || Number.isNaN(count) ? "–" : Math.round(count).toLocaleString("en-US");
}

/** Milliseconds with two decimals below ten. */
export function formatMilliseconds(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(2) : formatCount(milliseconds);
}
