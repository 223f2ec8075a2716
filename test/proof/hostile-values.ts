import type { Model, ModelId } from "../../src/model/model.js";
import { type Literal, madeOf } from "./literal.js";
import { isKeyed } from "./reference-values.js";
import type { ValidValues } from "./valid-values.js";

/** A value that no literal makes. */
export interface Hostile {
  readonly what: string;
  readonly value: unknown;
  /** Whether a look at it may throw; a guard that need not look may take it. */
  readonly traps: boolean;
}

/** A key that `Object.prototype` has while hostile values are judged. */
export const pollutedKey = "__polluted";

/** Values of a model in hostile forms. */
export function hostileValues(model: Model<ModelId>, valid: ValidValues): readonly Hostile[] {
  const full = valid.ofModel(model.id, "full");
  const fresh = (): unknown => (full ? madeOf(full) : {});
  return [
    { what: "a symbol", value: Symbol("a"), traps: false },
    { what: "a function", value: () => fresh(), traps: false },
    ...(isKeyed(fresh()) ? objectForms(fresh) : []),
    ...nestedForms(full),
  ];
}

function objectForms(fresh: () => unknown): readonly Hostile[] {
  const source = (): object => Object(fresh());
  const cyclic: Record<string, unknown> = { ...source() };
  for (const key of Object.keys(cyclic)) if (isKeyed(cyclic[key])) cyclic[key] = cyclic;
  return [
    { what: "an array with the properties", value: dressed([], source()), traps: false },
    { what: "a function with the properties", value: dressed(() => undefined, source()), traps: false },
    { what: "inherited properties", value: Object.create(source()), traps: false },
    { what: "inherited keys of other values", value: withInherited(source()), traps: false },
    { what: "an object without a prototype", value: dressed(Object.create(null), source()), traps: false },
    { what: "a frozen object", value: Object.freeze(source()), traps: false },
    { what: "a cycle", value: cyclic, traps: false },
    { what: "a prototype by JSON", value: JSON.parse('{ "__proto__": { "a": 1 } }'), traps: false },
    { what: "properties that throw", value: throwing(source()), traps: true },
    { what: "a revoked proxy", value: revoked(source()), traps: true },
  ];
}

/** The object, with a prototype whose keys hold what no field does. */
function withInherited(value: object): object {
  return dressed(Object.create({ inherited: Symbol("a") }), value);
}

/** The target with an object's properties as its own, but for the length that an array has already. */
function dressed(target: object, { ...properties }: object): object {
  for (const [key, value] of Object.entries(properties)) {
    if (key === "length" && Array.isArray(target)) continue;
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return target;
}

function throwing(value: object): object {
  const copy: object = { ...value };
  for (const key of Object.keys(copy)) {
    Object.defineProperty(copy, key, {
      enumerable: true,
      get: () => {
        throw new Error("a getter");
      },
    });
  }
  return copy;
}

function revoked(value: object): object {
  const { proxy, revoke } = Proxy.revocable(value, {});
  revoke();
  return proxy;
}

/** The value with each object and each list in it in a hostile form: inherited keys, holes, lists with keys. */
function nestedForms(full: Literal | undefined): readonly Hostile[] {
  if (full?.kind !== "record") return [];
  return full.entries.flatMap(([key, inner]) => {
    if (inner.kind === "leaf") return [];
    const value = madeOf(inner);
    const forms = Array.isArray(value)
      ? [Array(1), [...value, ...Array(1)]]
      : [withInherited(Object(value)), dressed([], Object(value))];
    return forms.map((form) => ({
      what: `a form of ${key}`,
      value: { ...Object(madeOf(full)), [key]: form },
      traps: false,
    }));
  });
}
