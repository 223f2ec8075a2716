/**
 * Letters of identifiers beside ASCII's: those that Unicode has had from its first versions on, so that neither the
 * run-time's tables nor the compiler's decide what a page's type is called.
 */
const letters =
  "\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0386\\u0388-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce" +
  "\\u0400-\\u0481\\u048a-\\u052f\\u05d0-\\u05ea\\u0621-\\u063a\\u0641-\\u064a\\u0904-\\u0939\\u0e01-\\u0e30" +
  "\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fa5\\uac00-\\ud7a3";

const start = `A-Za-z$_${letters}`;
const identifierName = new RegExp(`^[${start}][${start}0-9]*$`);
const identifierStart = new RegExp(`^[${start}]`);
const identifierParts = new RegExp(`[${start}0-9]+`, "g");

/** Whether a text has the form of an identifier in every version of ECMAScript; reserved words have it too. */
export function isIdentifierName(text: string): boolean {
  return identifierName.test(text);
}

/** Words that no type can be called: keywords, TypeScript's own types and contextual words that a declaration refuses. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "any as asserts async await bigint boolean break case catch class const continue debugger default delete do else " +
    "enum export extends false finally for function if implements import in infer instanceof interface intrinsic is " +
    "keyof let never new null number object of package private protected public readonly return static string super " +
    "switch symbol this throw true try type typeof undefined unique unknown var void while with yield globalThis"
  ).split(" "),
);

/** The identifier that a documented name becomes, by the name alone: `Pet Shop` → `PetShop`, `class` → `class_`. */
export function typeNameOf(documented: string): string {
  const [first = "", ...rest] = documented.normalize("NFC").match(identifierParts) ?? [];
  const joined = first + rest.map(capitalised).join("");
  const started = identifierStart.test(joined) ? joined : `_${joined}`;
  return reservedWords.has(started) ? `${started}_` : started;
}

/** Whether a module can bind a name: a type may be called `eval`, but nothing may be imported or exported as that. */
export function isBindable(name: string): boolean {
  return isIdentifierName(name) && !reservedWords.has(name) && name !== "eval" && name !== "arguments";
}

/** A word with a capital, where that is one letter of an identifier too. */
function capitalised(word: string): string {
  const capital = word.slice(0, 1).toUpperCase();
  return identifierName.test(`_${capital}`) && capital.length === 1 ? capital + word.slice(1) : word;
}
