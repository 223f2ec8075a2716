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
  const words = documented.normalize("NFC").match(/[\p{ID_Continue}$]+/gu) ?? [];
  const [first = "", ...rest] = words;
  const joined = first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  const started = /^[\p{ID_Start}$_]/u.test(joined) ? joined : `_${joined}`;
  return reservedWords.has(started) ? `${started}_` : started;
}
