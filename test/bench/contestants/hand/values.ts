type KeyOf<Model> = Model extends unknown ? keyof Model : never;

/** An object of which nothing is known but which keys to look at. */
export type Unchecked<Model> = { readonly [Key in KeyOf<Model>]?: unknown };

/** Whether a value is an object and no list. */
export function isRecord<Model>(value: unknown): value is Unchecked<Model> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an order's status. */
export function isOrderStatus(value: unknown): boolean {
  return value === "draft" || value === "pending" || value === "paid" || value === "refunded";
}

/** Whether a value is a run's status. */
export function isRunStatus(value: unknown): boolean {
  return (
    value === "pending" ||
    value === "started" ||
    value === "completed" ||
    value === "failed" ||
    value === "canceled" ||
    value === "terminated"
  );
}

/** Whether a value is a failure's category. */
export function isCategory(value: unknown): boolean {
  return value === "user" || value === "system" || value === "billing" || value === "auth";
}

/** Whether a value is a reason's type. */
export function isReasonType(value: unknown): boolean {
  return value === "timeout" || value === "quota" || value === "auth-session-validate-dependency-failed";
}

/** Whether a value is a currency. */
export function isCurrency(value: unknown): boolean {
  return value === "usd" || value === "eur" || value === "gbp";
}

/** Whether a value is a text or missing. */
export function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

/** Whether a value is a list of texts. */
export function isTextList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (typeof value[index] !== "string") return false;
  return true;
}

/** Whether a value is an object that holds texts alone. */
export function isTextMap(value: unknown): boolean {
  if (!isRecord<Record<string, unknown>>(value)) return false;
  for (const key in value) if (typeof value[key] !== "string") return false;
  return true;
}
