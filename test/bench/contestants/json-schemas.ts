import type { SchemaObject } from "ajv";
import type { PerShape } from "../shapes/shapes.js";
import { numbered } from "./numbered.js";

const text: SchemaObject = { type: "string" };
const number: SchemaObject = { type: "number" };
const flag: SchemaObject = { type: "boolean" };
const anything: SchemaObject = { type: "object" };
const orderStatus = oneOf("draft", "pending", "paid", "refunded");

/** The five shapes as JSON Schema. */
export const jsonSchemas: PerShape<SchemaObject> = {
  flat: object({ id: text, name: text, status: orderStatus, count: number, active: flag }, { note: text }),
  nested: object(
    { runId: text, status: oneOf("pending", "started", "completed", "failed", "canceled", "terminated") },
    {
      result: {},
      extendedPayloads: { type: "array", items: object({ api: text, parameters: anything }) },
      error: object(
        { message: text, code: text, category: oneOf("user", "system", "billing", "auth") },
        { docUrl: text, correlationId: text, details: anything },
      ),
      message: text,
      reason: object(
        { type: oneOf("timeout", "quota", "auth-session-validate-dependency-failed"), message: text },
        { docUrl: text },
      ),
      labels: { type: "object", additionalProperties: text },
    },
  ),
  union: {
    type: "object",
    discriminator: { propertyName: "type" },
    required: ["type"],
    oneOf: [
      kind("card", { last4: text, brand: text, expMonth: number, expYear: number }),
      kind("bank", { iban: text, bic: text }),
      kind("wallet", { provider: oneOf("apple", "google"), token: text }),
      kind("cash", { amount: number, till: text }),
      kind("crypto", { address: text, chain: text, confirmations: number }),
      kind("voucher", { code: text, remaining: number, expired: flag }),
    ],
  },
  wide: object(
    {
      ...numbered("s", 14, text),
      ...numbered("n", 10, number),
      ...numbered("b", 6, flag),
      ...numbered("z", 4, { type: "string", nullable: true }),
      kind: orderStatus,
      tags: { type: "array", items: text },
    },
    numbered("o", 4, text),
  ),
  list: {
    type: "array",
    items: object({ id: text, amount: number, currency: oneOf("usd", "eur", "gbp"), paid: flag }),
  },
};

type Fields = Readonly<Record<string, SchemaObject>>;

function oneOf(...values: readonly string[]): SchemaObject {
  return { enum: values };
}

function object(required: Fields, optional: Fields = {}): SchemaObject {
  return { type: "object", properties: { ...required, ...optional }, required: Object.keys(required) };
}

function kind(name: string, fields: Fields): SchemaObject {
  return object({ type: { const: name }, ...fields });
}
