import * as z from "zod";
import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";
import { numbered } from "./numbered.js";

const text = z.string();
const number = z.number();
const flag = z.boolean();
const anything = z.record(z.string(), z.any());
const orderStatus = z.enum(["draft", "pending", "paid", "refunded"]);

const schemas: PerShape<z.ZodType> = {
  flat: z.object({
    id: text,
    name: text,
    status: orderStatus,
    count: number,
    active: flag,
    note: z.optional(text),
  }),
  nested: z.object({
    runId: text,
    status: z.enum(["pending", "started", "completed", "failed", "canceled", "terminated"]),
    result: z.optional(z.any()),
    extendedPayloads: z.optional(z.array(z.object({ api: text, parameters: anything }))),
    error: z.optional(
      z.object({
        message: text,
        code: text,
        category: z.enum(["user", "system", "billing", "auth"]),
        docUrl: z.optional(text),
        correlationId: z.optional(text),
        details: z.optional(anything),
      }),
    ),
    message: z.optional(text),
    reason: z.optional(
      z.object({
        type: z.enum(["timeout", "quota", "auth-session-validate-dependency-failed"]),
        message: text,
        docUrl: z.optional(text),
      }),
    ),
    labels: z.optional(z.record(z.string(), text)),
  }),
  union: z.discriminatedUnion("type", [
    z.object({ type: z.literal("card"), last4: text, brand: text, expMonth: number, expYear: number }),
    z.object({ type: z.literal("bank"), iban: text, bic: text }),
    z.object({ type: z.literal("wallet"), provider: z.enum(["apple", "google"]), token: text }),
    z.object({ type: z.literal("cash"), amount: number, till: text }),
    z.object({ type: z.literal("crypto"), address: text, chain: text, confirmations: number }),
    z.object({ type: z.literal("voucher"), code: text, remaining: number, expired: flag }),
  ]),
  wide: z.object({
    ...numbered("s", 14, text),
    ...numbered("n", 10, number),
    ...numbered("b", 6, flag),
    ...numbered("z", 4, z.nullable(text)),
    ...numbered("o", 4, z.optional(text)),
    kind: orderStatus,
    tags: z.array(text),
  }),
  list: z.array(z.object({ id: text, amount: number, currency: z.enum(["usd", "eur", "gbp"]), paid: flag })),
};

/** The guards. */
export const is: PerShape<Guard> = {
  flat: (value) => schemas.flat.safeParse(value).success,
  nested: (value) => schemas.nested.safeParse(value).success,
  union: (value) => schemas.union.safeParse(value).success,
  wide: (value) => schemas.wide.safeParse(value).success,
  list: (value) => schemas.list.safeParse(value).success,
};

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => schemas.flat.safeParse(value).error?.issues ?? null,
  nested: (value) => schemas.nested.safeParse(value).error?.issues ?? null,
  union: (value) => schemas.union.safeParse(value).error?.issues ?? null,
  wide: (value) => schemas.wide.safeParse(value).error?.issues ?? null,
  list: (value) => schemas.list.safeParse(value).error?.issues ?? null,
};
