import { printable, withoutCommands } from "./printable.js";

declare const commandBrand: unique symbol;

/**
 * A line that GitHub's runner obeys. Only `workflowCommand` makes it, so text of a page cannot become one but through an
 * escape: a raw string does not fit.
 */
export type WorkflowCommand = string & { readonly [commandBrand]: true };

/** What an annotation says beside its message; what is left out says nothing. */
export interface AnnotationProperties {
  /** Relative to the repository's root, with `/`. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
  readonly col?: number | undefined;
  readonly endColumn?: number | undefined;
  readonly title?: string | undefined;
}

/** The kinds of annotations. */
export type AnnotationKind = "error" | "warning" | "notice";

/** Makes the command that annotates a file of a pull request; the message may have several lines. */
export function workflowCommand(
  kind: AnnotationKind,
  properties: AnnotationProperties,
  message: string,
): WorkflowCommand {
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
  const said = pairs.map(([key, value]) => `${key}=${escapedProperty(harmless(String(value)))}`).join(",");
  const lines = message.split("\n").map(harmless).join("\n");
  return `::${kind}${said && ` ${said}`}::${escaped(lines)}` as WorkflowCommand;
}

/** What the runner shows of a command is read by others, once it has taken the escapes back. */
function harmless(line: string): string {
  return withoutCommands(printable(line));
}

/** The runner takes these escapes back once it has found the end of a command; no other end of a line is left in a text. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
