/**
 * Tells texts apart well enough for the name of a file, and for damage that nobody intends; it guards nothing. Node's
 * cryptography takes 3 ms to load, which is a twentieth of a run that finds every file as it was. FNV-1a over code units,
 * 32 bits, in hexadecimal.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
