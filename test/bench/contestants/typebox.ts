import Type, { type TLiteral, type TObject, type TSchema, type TUnion } from "typebox";
import { Compile } from "typebox/compile";
import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";
import { numbered } from "./numbered.js";

const text = Type.String();
const number = Type.Number();
const flag = Type.Boolean();
const optionalText = Type.Optional(text);
const anything = Type.Record(text, Type.Unknown());
const oneOf = (...values: string[]): TUnion<TLiteral[]> => Type.Union(values.map((value) => Type.Literal(value)));
const kind = (name: string, fields: Record<string, TSchema>): TObject =>
  Type.Object({ type: Type.Literal(name), ...fields });
const orderStatus = oneOf("draft", "pending", "paid", "refunded");

const schemas: PerShape<TSchema> = {
  flat: Type.Object({
    id: text,
    name: text,
    status: orderStatus,
    count: number,
    active: flag,
    note: optionalText,
  }),
  nested: Type.Object({
    runId: text,
    status: oneOf("pending", "started", "completed", "failed", "canceled", "terminated"),
    result: Type.Optional(Type.Unknown()),
    extendedPayloads: Type.Optional(Type.Array(Type.Object({ api: text, parameters: anything }))),
    error: Type.Optional(
      Type.Object({
        message: text,
        code: text,
        category: oneOf("user", "system", "billing", "auth"),
        docUrl: optionalText,
        correlationId: optionalText,
        details: Type.Optional(anything),
      }),
    ),
    message: optionalText,
    reason: Type.Optional(
      Type.Object({
        type: oneOf("timeout", "quota", "auth-session-validate-dependency-failed"),
        message: text,
        docUrl: optionalText,
      }),
    ),
    labels: Type.Optional(Type.Record(text, text)),
  }),
  union: Type.Union([
    kind("card", { last4: text, brand: text, expMonth: number, expYear: number }),
    kind("bank", { iban: text, bic: text }),
    kind("wallet", { provider: oneOf("apple", "google"), token: text }),
    kind("cash", { amount: number, till: text }),
    kind("crypto", { address: text, chain: text, confirmations: number }),
    kind("voucher", { code: text, remaining: number, expired: flag }),
  ]),
  wide: Type.Object({
    ...numbered("s", 14, text),
    ...numbered("n", 10, number),
    ...numbered("b", 6, flag),
    ...numbered("z", 4, Type.Union([text, Type.Null()])),
    ...numbered("o", 4, optionalText),
    kind: orderStatus,
    tags: Type.Array(text),
  }),
  list: Type.Array(Type.Object({ id: text, amount: number, currency: oneOf("usd", "eur", "gbp"), paid: flag })),
};

const validators = {
  flat: Compile(schemas.flat),
  nested: Compile(schemas.nested),
  union: Compile(schemas.union),
  wide: Compile(schemas.wide),
  list: Compile(schemas.list),
};

/** The guards. */
export const is: PerShape<Guard> = {
  flat: (value) => validators.flat.Check(value),
  nested: (value) => validators.nested.Check(value),
  union: (value) => validators.union.Check(value),
  wide: (value) => validators.wide.Check(value),
  list: (value) => validators.list.Check(value),
};

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => (validators.flat.Check(value) ? null : [...validators.flat.Errors(value)]),
  nested: (value) => (validators.nested.Check(value) ? null : [...validators.nested.Errors(value)]),
  union: (value) => (validators.union.Check(value) ? null : [...validators.union.Errors(value)]),
  wide: (value) => (validators.wide.Check(value) ? null : [...validators.wide.Errors(value)]),
  list: (value) => (validators.list.Check(value) ? null : [...validators.list.Errors(value)]),
};
