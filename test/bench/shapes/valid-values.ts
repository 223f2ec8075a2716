import type { Failure, Flat, Item, List, Nested, Payload, Reason, Union, Wide } from "./models.js";
import type { RandomValues } from "./random-values.js";
import type { PerShape } from "./shapes.js";

const listLength = 1000;

/** Makes valid values of each shape; parts that may be missing are there or not. */
export const makeValid: PerShape<(random: RandomValues) => unknown> = {
  flat: makeFlat,
  nested: makeNested,
  union: makeUnion,
  wide: makeWide,
  list: makeList,
};

function makeFlat({ text, pick, integer, flag, maybe }: RandomValues): Flat {
  return {
    id: text(12),
    name: text(8),
    status: pick(["draft", "pending", "paid", "refunded"]),
    count: integer(1000),
    active: flag(),
    ...maybe("note", () => text(12)),
  };
}

function makeNested(random: RandomValues): Nested {
  const { text, pick, several, maybe } = random;
  return {
    runId: text(21),
    status: pick(["pending", "started", "completed", "failed", "canceled", "terminated"]),
    ...maybe("result", () => makeAnything(random)),
    ...maybe("extendedPayloads", () => several(1, 3, () => makePayload(random))),
    ...maybe("error", () => makeFailure(random)),
    ...maybe("message", () => text(12)),
    ...maybe("reason", () => makeReason(random)),
    ...maybe("labels", () => Object.fromEntries(several(1, 2, () => [text(6), text(5)]))),
  };
}

function makePayload(random: RandomValues): Payload {
  return { api: random.text(12), parameters: makeAnything(random) };
}

function makeFailure(random: RandomValues): Failure {
  const { text, pick, maybe } = random;
  return {
    message: text(30),
    code: text(12),
    category: pick(["user", "system", "billing", "auth"]),
    ...maybe("docUrl", () => text(12)),
    ...maybe("correlationId", () => text(12)),
    ...maybe("details", () => makeAnything(random)),
  };
}

function makeReason({ text, pick, maybe }: RandomValues): Reason {
  return {
    type: pick(["timeout", "quota", "auth-session-validate-dependency-failed"]),
    message: text(12),
    ...maybe("docUrl", () => text(12)),
  };
}

function makeAnything({ text, pick, several }: RandomValues): Record<string, unknown> {
  return Object.fromEntries(several(1, 3, () => [text(6), pick<unknown>([1, "a", true, null])]));
}

function makeUnion({ text, pick, integer, flag }: RandomValues): Union {
  return pick<() => Union>([
    () => ({ type: "card", last4: text(4), brand: text(5), expMonth: 1 + integer(12), expYear: 2030 }),
    () => ({ type: "bank", iban: text(22), bic: text(8) }),
    () => ({ type: "wallet", provider: pick(["apple", "google"]), token: text(20) }),
    () => ({ type: "cash", amount: integer(500), till: text(3) }),
    () => ({ type: "crypto", address: text(34), chain: text(4), confirmations: integer(20) }),
    () => ({ type: "voucher", code: text(10), remaining: integer(100), expired: flag() }),
  ])();
}

function makeWide({ text, pick, integer, flag, maybe }: RandomValues): Wide {
  const numbered = (prefix: string, length: number, make: () => unknown): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length }, (_, at) => [`${prefix}${at}`, make()]));
  const fields: unknown = {
    ...numbered("s", 14, () => text(6)),
    ...numbered("n", 10, () => integer(1e6)),
    ...numbered("b", 6, flag),
    ...numbered("z", 4, () => (flag() ? null : text(5))),
    ...maybe("o0", () => text(5)),
    ...maybe("o1", () => text(5)),
    ...maybe("o2", () => text(5)),
    ...maybe("o3", () => text(5)),
    kind: pick(["draft", "pending", "paid", "refunded"]),
    tags: [text(3), text(3)],
  };
  return fields as Wide;
}

function makeList({ text, pick, integer, flag }: RandomValues): List {
  const makeItem = (): Item => ({
    id: text(10),
    amount: integer(1e5),
    currency: pick(["usd", "eur", "gbp"]),
    paid: flag(),
  });
  return Array.from({ length: listLength }, makeItem);
}
