import type { Issue, IssueCode } from "./result.js";

/** Says what was expected and what kind of value was there. */
export type Message = (expected: string, received: string) => string;

/** The messages of issues, by what they are about. */
export type Messages = { readonly [Code in IssueCode]?: Message };

let messages: Messages | undefined;

/** Gives the messages of all issues to come another language, or other words; codes that are left out stay English. */
export function setMessages(table: Messages | undefined): void {
  messages = table;
}

/** One fault of a value. */
export function issueOf(code: IssueCode, path: Issue["path"], expected: string, received: string, docs: string): Issue {
  const message = messages?.[code]?.(expected, received) ?? `expected ${expected}, received ${received}`;
  return { message, path, code, expected, received, docs };
}
