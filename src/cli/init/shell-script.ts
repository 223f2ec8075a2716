/** What there is to say of a script before a line is added at its end. */
export type ShellEnd = { readonly kind: "open" } | { readonly kind: "closed"; readonly reason: string };

/** Whether a line at the end of a script would be run by a shell. */
export function endOfScript(text: string): ShellEnd {
  const shebang = /^#!.*/.exec(text)?.[0];
  if (shebang && !/\b(?:ba|da|z|k)?sh\b/.test(shebang)) {
    return { kind: "closed", reason: `it is no shell script: \`${shebang}\`` };
  }
  const lines = text.split(/\r?\n/).filter((line) => /^\s*[^\s#]/.test(line));
  const last = lines.at(-1) ?? "";
  if (/^\s*(?:exec|exit)\b/.test(last)) return { kind: "closed", reason: `it ends with \`${last.trim()}\`` };
  return { kind: "open" };
}

/** The script with lines at its end, in its own line ends. */
export function withLines(text: string, lines: readonly string[]): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const joint = text === "" || text.endsWith("\n") ? "" : newline;
  return text + joint + lines.map((line) => line + newline).join("");
}
