/** A value together with how TypeScript writes it. */
export type Literal =
  | {
      readonly kind: "leaf";
      readonly value: unknown;
      /** The type that the value alone has; absent where TypeScript cannot write it. */
      readonly type?: string;
      readonly expression: string;
    }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "record"; readonly entries: readonly Entry[] };

export type Entry = readonly [key: string, value: Literal];

export type ListLiteral = Extract<Literal, { kind: "list" }>;
export type RecordLiteral = Extract<Literal, { kind: "record" }>;

/** A value that a literal of TypeScript makes. */
export function plain(value: string | number | boolean | bigint | null | undefined): Literal {
  const text = typeof value === "bigint" ? `${value}n` : typeof value === "string" ? quoted(value) : String(value);
  return { kind: "leaf", value, type: text, expression: text };
}

/** A value of a class. */
export function instance(value: unknown, type: string, expression: string): Literal {
  return { kind: "leaf", value, type, expression };
}

/** A value that TypeScript cannot tell from one that fits, or cannot write. */
export function untellable(value: unknown, expression: string): Literal {
  return { kind: "leaf", value, expression };
}

export function list(...items: readonly Literal[]): ListLiteral {
  return { kind: "list", items };
}

export function record(entries: readonly Entry[]): RecordLiteral {
  return { kind: "record", entries };
}

/** The record with a key set, in its place where it has one already. */
export function withEntry({ entries }: RecordLiteral, key: string, value: Literal): RecordLiteral {
  const at = entries.findIndex(([name]) => name === key);
  return record(at < 0 ? [...entries, [key, value]] : entries.with(at, [key, value]));
}

export function withoutEntry({ entries }: RecordLiteral, key: string): RecordLiteral {
  return record(entries.filter(([name]) => name !== key));
}

/** The value itself, made anew. */
export function madeOf(literal: Literal): unknown {
  switch (literal.kind) {
    case "leaf":
      return literal.value;
    case "list":
      return literal.items.map(madeOf);
    case "record":
      return Object.fromEntries(literal.entries.map(([key, value]) => [key, madeOf(value)]));
  }
}

/** Whether TypeScript can write the value. */
export function isTellable(literal: Literal): boolean {
  switch (literal.kind) {
    case "leaf":
      return literal.type !== undefined;
    case "list":
      return literal.items.every(isTellable);
    case "record":
      return literal.entries.every(([, value]) => isTellable(value));
  }
}

/** The expression that makes the value. */
export function expressionOf(literal: Literal): string {
  switch (literal.kind) {
    case "leaf":
      return literal.expression;
    case "list":
      return `[${literal.items.map(expressionOf).join(", ")}]`;
    case "record": {
      const entries = literal.entries.map(([key, value]) => `${keyCode(key)}: ${expressionOf(value)}`);
      return `{ ${entries.join(", ")} }`;
    }
  }
}

/** The type that the value alone has; `inner` writes the types of what it holds. */
export function typeOf(literal: Literal, inner: (literal: Literal) => string): string {
  switch (literal.kind) {
    case "leaf":
      return literal.type ?? "never";
    case "list":
      return `[${literal.items.map(inner).join(", ")}]`;
    case "record":
      return `{ ${literal.entries.map(([key, value]) => `${quoted(key)}: ${inner(value)}`).join("; ")} }`;
  }
}

/** A key that defines a property of its own, `__proto__` too. */
function keyCode(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : quoted(key);
}

/** A text on one line, as the compiler counts lines. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (character) =>
    character === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
