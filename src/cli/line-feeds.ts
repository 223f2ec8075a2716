/** Bytes with LF where they have CRLF, as git stores them; a lone CR stays. */
export function lineFeedsOnly<Bytes extends Uint8Array>(bytes: Bytes): Bytes | Buffer {
  if (!bytes.includes(0x0d)) return bytes;
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
