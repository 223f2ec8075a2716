/** Fields that differ by a number alone: `s0`, `s1`, … */
export function numbered<Schema>(prefix: string, count: number, schema: Schema): Record<string, Schema> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, schema]));
}
