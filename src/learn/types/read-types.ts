import { ts } from "ts-morph";
import type { Unmatched } from "../proposal.js";
import type { Declaration, TypesFile, WireFacts } from "./declaration.js";
import { declarationsIn } from "./declarations.js";
import { type DeclaredNames, declaredNames, namesIn } from "./module-names.js";
import { wireFactsIn } from "./wire-facts.js";

/** A file of an SDK's types. */
export interface SourceText {
  /** Below the folder of types, with `/`: `components/foo.ts`. */
  readonly path: string;
  readonly text: string;
}

/** All that the files of an SDK declare. */
export interface DeclaredTypes {
  /** By key; of two in one folder the first. */
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly wireFacts: ReadonlyMap<string, WireFacts>;
  /** The files that could not be read. */
  readonly unread: readonly Unmatched[];
}

/** A file of more characters is not read; of 2,900 real ones the largest has 300,000. */
export const mostCharacters = 8_388_608;

interface Parsed {
  readonly path: string;
  readonly source: ts.SourceFile;
}

/** Reads what files declare; a file that cannot be read is told of, and keeps none of the others. */
export function readTypes(files: readonly SourceText[]): DeclaredTypes {
  const unread: Unmatched[] = [];
  const parsed: Parsed[] = [];
  for (const { path, text } of [...files].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const source = parse(path, text);
    if (typeof source === "string") unread.push({ source: `types ${path}`, reason: source, isUnread: true });
    else parsed.push({ path, source });
  }
  const declared = new Map(parsed.map(({ path, source }) => [path, declaredNames(source)]));
  const read = parsed.map(({ path, source }) => guarded(path, () => readFile(path, source, declared)));
  const declarations = new Map<string, Declaration>();
  const wireFacts = new Map<string, WireFacts>();
  for (const file of read) {
    if (!("declarations" in file)) {
      unread.push(file);
      continue;
    }
    for (const each of file.declarations) if (!declarations.has(each.key)) declarations.set(each.key, each);
    for (const [key, facts] of file.wireFacts) if (!wireFacts.has(key)) wireFacts.set(key, facts);
  }
  return { declarations, wireFacts, unread };
}

function readFile(path: string, source: ts.SourceFile, declared: DeclaredNames): TypesFile {
  const lookup = namesIn(source, path, declared);
  return {
    file: path,
    declarations: declarationsIn(source, path, lookup),
    wireFacts: wireFactsIn(source, path),
  };
}

/** The stack ends where expressions nest some thousand times in one another, in the compiler's parser as well as here. */
function guarded<Result>(path: string, read: () => Result): Result | Unmatched {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return { source: `types ${path}`, reason: tooDeep, isUnread: true };
    throw error;
  }
}

const tooDeep = "Unexpected nesting, expected a file that the compiler can read";

/** The parsed file, or why there is none. */
function parse(path: string, text: string): ts.SourceFile | string {
  if (text.length > mostCharacters) {
    return `Unexpected ${text.length} characters, expected at most ${mostCharacters}`;
  }
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const source = guarded(path, () => ts.createSourceFile(path, text, options));
  if (!("statements" in source)) return source.reason;
  const [error] = parseErrors(source);
  if (!error) return source;
  const { line } = source.getLineAndCharacterOfPosition(error.start ?? 0);
  return `Unexpected syntax in line ${line + 1}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`;
}

/** The errors that parsing met: the compiler keeps them on the file, outside its public type. */
function parseErrors(file: ts.SourceFile): readonly ts.Diagnostic[] {
  return hasParseErrors(file) ? file.parseDiagnostics : [];
}

function hasParseErrors(file: ts.SourceFile): file is ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] } {
  return "parseDiagnostics" in file && Array.isArray(file.parseDiagnostics);
}
