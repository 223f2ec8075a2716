import * as v from "valibot";
import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";
import { numbered } from "./numbered.js";

const text = v.string();
const number = v.number();
const flag = v.boolean();
const optionalText = v.optional(text);
const anything = v.record(text, v.any());
const orderStatus = v.picklist(["draft", "pending", "paid", "refunded"]);

const schemas: PerShape<v.GenericSchema> = {
  flat: v.object({
    id: text,
    name: text,
    status: orderStatus,
    count: number,
    active: flag,
    note: optionalText,
  }),
  nested: v.object({
    runId: text,
    status: v.picklist(["pending", "started", "completed", "failed", "canceled", "terminated"]),
    result: v.optional(v.any()),
    extendedPayloads: v.optional(v.array(v.object({ api: text, parameters: anything }))),
    error: v.optional(
      v.object({
        message: text,
        code: text,
        category: v.picklist(["user", "system", "billing", "auth"]),
        docUrl: optionalText,
        correlationId: optionalText,
        details: v.optional(anything),
      }),
    ),
    message: optionalText,
    reason: v.optional(
      v.object({
        type: v.picklist(["timeout", "quota", "auth-session-validate-dependency-failed"]),
        message: text,
        docUrl: optionalText,
      }),
    ),
    labels: v.optional(v.record(text, text)),
  }),
  union: v.variant("type", [
    v.object({ type: v.literal("card"), last4: text, brand: text, expMonth: number, expYear: number }),
    v.object({ type: v.literal("bank"), iban: text, bic: text }),
    v.object({ type: v.literal("wallet"), provider: v.picklist(["apple", "google"]), token: text }),
    v.object({ type: v.literal("cash"), amount: number, till: text }),
    v.object({ type: v.literal("crypto"), address: text, chain: text, confirmations: number }),
    v.object({ type: v.literal("voucher"), code: text, remaining: number, expired: flag }),
  ]),
  wide: v.object({
    ...numbered("s", 14, text),
    ...numbered("n", 10, number),
    ...numbered("b", 6, flag),
    ...numbered("z", 4, v.nullable(text)),
    ...numbered("o", 4, optionalText),
    kind: orderStatus,
    tags: v.array(text),
  }),
  list: v.array(v.object({ id: text, amount: number, currency: v.picklist(["usd", "eur", "gbp"]), paid: flag })),
};

/** The guards. */
export const is: PerShape<Guard> = {
  flat: (value) => v.is(schemas.flat, value),
  nested: (value) => v.is(schemas.nested, value),
  union: (value) => v.is(schemas.union, value),
  wide: (value) => v.is(schemas.wide, value),
  list: (value) => v.is(schemas.list, value),
};

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => v.safeParse(schemas.flat, value).issues ?? null,
  nested: (value) => v.safeParse(schemas.nested, value).issues ?? null,
  union: (value) => v.safeParse(schemas.union, value).issues ?? null,
  wide: (value) => v.safeParse(schemas.wide, value).issues ?? null,
  list: (value) => v.safeParse(schemas.list, value).issues ?? null,
};
