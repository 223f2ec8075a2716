const builtIns: readonly (readonly [name: string, object: object])[] = [
  ["Object", Object.prototype],
  ["Array", Array.prototype],
  ["Function", Function.prototype],
  ["String", String.prototype],
  ["Number", Number.prototype],
  ["Boolean", Boolean.prototype],
  ["BigInt", BigInt.prototype],
  ["Symbol", Symbol.prototype],
  ["Date", Date.prototype],
  ["RegExp", RegExp.prototype],
  ["Error", Error.prototype],
  ["Map", Map.prototype],
  ["Set", Set.prototype],
  ["WeakMap", WeakMap.prototype],
  ["Promise", Promise.prototype],
];

/** What every built-in prototype has, told so that two looks can be compared. */
export function lookAtPrototypes(): ReadonlyMap<string, unknown> {
  return new Map(
    builtIns.flatMap(([name, object]) =>
      Reflect.ownKeys(object).flatMap((key) => {
        const { value, get, set, ...flags } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
        const at = `${name}.prototype.${String(key)}`;
        return [
          [`${at} value`, value],
          [`${at} get`, get],
          [`${at} set`, set],
          [`${at} flags`, JSON.stringify(flags)],
        ] as const;
      }),
    ),
  );
}

/** What two looks see that differs. */
export function changesBetween(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => one.has(key) !== other.has(key) || !Object.is(one.get(key), other.get(key)),
  );
}
