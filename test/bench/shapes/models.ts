/** An order: a few fields and an enum. */
export interface Flat {
  id: string;
  name: string;
  status: OrderStatus;
  count: number;
  active: boolean;
  note?: string;
}

type OrderStatus = "draft" | "pending" | "paid" | "refunded";

/** The outcome of a run: objects, lists and maps inside an object. */
export interface Nested {
  runId: string;
  status: "pending" | "started" | "completed" | "failed" | "canceled" | "terminated";
  result?: unknown;
  extendedPayloads?: Payload[];
  error?: Failure;
  message?: string;
  reason?: Reason;
  labels?: Record<string, string>;
}

/** A call that a run asked for. */
export interface Payload {
  api: string;
  parameters: Record<string, unknown>;
}

/** Why a run failed. */
export interface Failure {
  message: string;
  code: string;
  category: "user" | "system" | "billing" | "auth";
  docUrl?: string;
  correlationId?: string;
  details?: Record<string, unknown>;
}

/** Why a run ended early. */
export interface Reason {
  type: "timeout" | "quota" | "auth-session-validate-dependency-failed";
  message: string;
  docUrl?: string;
}

/** A way to pay: six kinds of object that `type` tells apart. */
export type Union =
  | { type: "card"; last4: string; brand: string; expMonth: number; expYear: number }
  | { type: "bank"; iban: string; bic: string }
  | { type: "wallet"; provider: "apple" | "google"; token: string }
  | { type: "cash"; amount: number; till: string }
  | { type: "crypto"; address: string; chain: string; confirmations: number }
  | { type: "voucher"; code: string; remaining: number; expired: boolean };

/** Forty fields; typia checks them in this order. */
export type Wide = WideStrings &
  WideNumbers &
  WideFlags &
  WideNullables &
  WideOptionals & { kind: OrderStatus; tags: string[] };

type UpTo3 = 0 | 1 | 2 | 3;
type UpTo9 = UpTo3 | 4 | 5 | 6 | 7 | 8 | 9;
type WideStrings = Record<`s${UpTo9 | 10 | 11 | 12 | 13}`, string>;
type WideNumbers = Record<`n${UpTo9}`, number>;
type WideFlags = Record<`b${UpTo3 | 4 | 5}`, boolean>;
type WideNullables = Record<`z${UpTo3}`, string | null>;
type WideOptionals = Partial<Record<`o${UpTo3}`, string>>;

/** One object of a list. */
export interface Item {
  id: string;
  amount: number;
  currency: "usd" | "eur" | "gbp";
  paid: boolean;
}

/** A thousand objects, where the benchmark makes it. */
export type List = Item[];

/** A model that contains itself, for odd inputs alone. */
export interface Tree {
  label: string;
  children?: Tree[] | undefined;
}
