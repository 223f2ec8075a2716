import { type Type, type } from "arktype";
import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";
import { numbered } from "./numbered.js";

const anything = "Record<string, unknown>";
const orderStatus = "'draft' | 'pending' | 'paid' | 'refunded'";

/** Fields that may be missing: `o0?`, `o1?`, … */
const optionals = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`o${at}?`, "string"] as const));

const schemas: PerShape<Type<unknown>> = {
  flat: type({
    id: "string",
    name: "string",
    status: orderStatus,
    count: "number",
    active: "boolean",
    "note?": "string",
  }),
  nested: type({
    runId: "string",
    status: "'pending' | 'started' | 'completed' | 'failed' | 'canceled' | 'terminated'",
    "result?": "unknown",
    "extendedPayloads?": type({ api: "string", parameters: anything }).array(),
    "error?": {
      message: "string",
      code: "string",
      category: "'user' | 'system' | 'billing' | 'auth'",
      "docUrl?": "string",
      "correlationId?": "string",
      "details?": anything,
    },
    "message?": "string",
    "reason?": {
      type: "'timeout' | 'quota' | 'auth-session-validate-dependency-failed'",
      message: "string",
      "docUrl?": "string",
    },
    "labels?": "Record<string, string>",
  }),
  union: type({ type: "'card'", last4: "string", brand: "string", expMonth: "number", expYear: "number" })
    .or({ type: "'bank'", iban: "string", bic: "string" })
    .or({ type: "'wallet'", provider: "'apple' | 'google'", token: "string" })
    .or({ type: "'cash'", amount: "number", till: "string" })
    .or({ type: "'crypto'", address: "string", chain: "string", confirmations: "number" })
    .or({ type: "'voucher'", code: "string", remaining: "number", expired: "boolean" }),
  wide: type({
    ...numbered("s", 14, "string"),
    ...numbered("n", 10, "number"),
    ...numbered("b", 6, "boolean"),
    ...numbered("z", 4, "string | null"),
    ...optionals,
    kind: orderStatus,
    tags: "string[]",
  }),
  list: type({ id: "string", amount: "number", currency: "'usd' | 'eur' | 'gbp'", paid: "boolean" }).array(),
};

/** The guards. */
export const is: PerShape<Guard> = {
  flat: (value) => schemas.flat.allows(value),
  nested: (value) => schemas.nested.allows(value),
  union: (value) => schemas.union.allows(value),
  wide: (value) => schemas.wide.allows(value),
  list: (value) => schemas.list.allows(value),
};

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => issuesOf(schemas.flat(value)),
  nested: (value) => issuesOf(schemas.nested(value)),
  union: (value) => issuesOf(schemas.union(value)),
  wide: (value) => issuesOf(schemas.wide(value)),
  list: (value) => issuesOf(schemas.list(value)),
};

function issuesOf(result: unknown): readonly unknown[] | null {
  return result instanceof type.errors ? result : null;
}
