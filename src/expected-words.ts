/** What a schema expected, in words. */
export function expectedWords(expected: string | null): string {
  if (expected === null) return "another value";
  if (expected === "!0") return "a text that is not empty";
  return expected
    .replace(/^\((.*)\)$/, "$1")
    .replaceAll(" | ", " or ")
    .replaceAll("Object", "an object")
    .replaceAll("Array", "a list");
}
