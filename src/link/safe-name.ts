import { fingerprint } from "../fingerprint.js";

/** Device names of Windows, which no file or folder there can have, and what names move aside to. */
const deviceName = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])_*$/i;

/** What no module specifier or file system takes as it is: marks of URLs and of Windows, dots and blanks at the ends, devices. */
const unsafe = /[\\#?%:*"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\.|[. ]$|^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *\./iu;

/** The most bytes that file systems take for a name. */
const mostBytes = 255;

/** A name that every file system and module specifier takes, with its ending; `apart`: what tells it from one that is alike. */
export function safeName(name: string, ending: string, apart?: string): string {
  const moved = deviceName.test(name) ? `${name}_` : name;
  const safe = unsafe.test(moved) ? withoutMarks(moved) : moved;
  const tail = `${apart === undefined ? "" : `-${fingerprint(apart)}`}${ending}`;
  if (bytesOf(safe + tail) <= mostBytes) return safe + tail;
  const longTail = `-${fingerprint(name)}${tail}`;
  return cut(safe, mostBytes - bytesOf(longTail)) + longTail;
}

function withoutMarks(name: string): string {
  const visible = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${visible}-${fingerprint(name)}`.replace(/^-/, "");
}

function cut(text: string, most: number): string {
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();
