/** Random values of one seed, the same in every process. */
export interface RandomValues {
  /** A whole number from 0, below the limit. */
  readonly integer: (limit: number) => number;
  readonly text: (length: number) => string;
  readonly flag: () => boolean;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** As many values as asked for at least, and up to so many more. */
  readonly several: <Value>(least: number, more: number, make: () => Value) => Value[];
  /** The value's property, or none. */
  readonly maybe: <Key extends string, Value>(key: Key, make: () => Value) => { [Name in Key]?: Value };
}

/** Makes random values by a linear congruential generator. */
export function randomValues(seed: number): RandomValues {
  let state = seed;
  const next = (): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const integer = (limit: number): number => Math.floor(next() * limit);
  const flag = (): boolean => next() < 0.5;
  return {
    integer,
    flag,
    text: (length) => Array.from({ length }, () => String.fromCharCode(97 + integer(26))).join(""),
    pick: (values) => values[integer(values.length)] ?? values[0],
    several: (least, more, make) => Array.from({ length: least + integer(more + 1) }, make),
    maybe: <Key extends string, Value>(key: Key, make: () => Value) =>
      (flag() ? { [key]: make() } : {}) as { [Name in Key]?: Value },
  };
}
