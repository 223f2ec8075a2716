import ts from "typescript";

/** Characters that end, reorder or hide text, and halves of pairs; line feeds and tabs aside. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Marks of format that are seen: Arabic and Kaithi signs of numbers, Syriac's abbreviation. */
const seen = /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]$/u;

/** What makes a picture of the character before it, as in emoji. */
const variant = /^[\ufe00-\ufe0f]$/;

/** Text that is ASCII alone, as most is. */
const plain = /^[\n\t -~]*$/;

/** The characters of an output that its reader does not see. */
export function hiddenCharacters(text: string): readonly string[] {
  if (plain.test(text)) return [];
  const found = [...text.matchAll(hidden)].filter(({ 0: character, index }) => {
    if (seen.test(character)) return false;
    return !(variant.test(character) && !/[\s]|[\ufe00-\ufe0f]/.test(text.charAt(index - 1)));
  });
  return found.map(({ 0: character }) => `hidden U+${(character.codePointAt(0) ?? 0).toString(16)}`);
}

/** What tools obey in a comment, wherever it stands there. */
const obeyed = new RegExp(
  [
    "@ts-(?:no)?check|@ts-ignore|@ts-expect-error|@jsx|@internal|@license|@lic|@preserve|@copyright|@cc_on",
    "[@#]__|[@#]\\s*source(?:Mapping)?URL|biome-ignore",
  ].join("|"),
  "i",
);

/** What linters, bundlers and TypeScript obey where a comment begins with it. */
const obeyedAtStart =
  /^(?:\/{3,}\s*<|\/\*!|\/[/*]\s*(?:eslint|biome-ignore|globals?\s|exported\s|prettier-ignore|istanbul|c8|v8|webpack|@vite|@flow|@deno|deno-|tslint|jshint|jslint|#region|#endregion))/i;

/** The annotation that our own emitter writes before a call. */
const ownAnnotation = "/* @__PURE__ */";

function commentsOf(text: string): readonly string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const comments: string[] = [];
  const braces: boolean[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia) {
      comments.push(scanner.getTokenText());
    }
    if (token === ts.SyntaxKind.TemplateHead) braces.push(true);
  }
  return braces.length > 0 ? [...comments, "a template"] : comments;
}

/** What the comments of an output ask of tools. */
export function directives(text: string): readonly string[] {
  return commentsOf(text)
    .filter((comment) => comment !== ownAnnotation)
    .filter((comment) => obeyed.test(comment) || obeyedAtStart.test(comment) || comment === "a template")
    .map((comment) => `a comment that is obeyed: ${comment.slice(0, 200)}`);
}

/** A file as the compiler parsed it, with what it keeps outside its public type. */
type Parsed = ts.SourceFile & {
  readonly parseDiagnostics?: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly unknown[];
  readonly checkJsDirective?: unknown;
  readonly pragmas?: ReadonlyMap<string, unknown>;
};

/** What the compiler itself makes of an output: faults of syntax, and what it would obey. */
export function compilerFindings(file: Parsed): readonly string[] {
  const errors = (file.parseDiagnostics ?? []).map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, " "),
  );
  const references = [
    ...file.referencedFiles,
    ...file.typeReferenceDirectives,
    ...file.libReferenceDirectives,
    ...file.amdDependencies,
  ];
  return [
    ...errors.map((error) => `syntax: ${error}`),
    ...references.map(() => "a reference directive"),
    ...(file.commentDirectives ?? []).map(() => "a directive of TypeScript"),
    ...(file.checkJsDirective === undefined ? [] : ["a directive that turns checks off or on"]),
    ...[...(file.pragmas?.keys() ?? [])].map((pragma) => `a pragma ${pragma}`),
  ];
}

/** Parses an output. */
export function parseOutput(text: string): ts.SourceFile {
  return ts.createSourceFile("output.ts", text, ts.ScriptTarget.Latest, true);
}
