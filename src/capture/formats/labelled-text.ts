import { decodeBytes } from "#domain/text/decode.ts";

/**
 * Reads bytes as text by their own signs first, then by the encoding they were sent with, then by what the page says.
 * Throws `file-empty` and `not-text`.
 */
export function decodeLabelled(bytes: Uint8Array, label = ""): ReturnType<typeof decodeBytes> {
  const isMarked = bytes[0] === 0xef || (bytes[0] ?? 0) >= 0xfe;
  if (bytes.length === 0 || isMarked || !/^[\w:.-]{2,40}$/.test(label)) return decodeBytes(bytes);
  // decodeBytes weighs a label in the page's head against the bytes; put there, the outer one is weighed the same way.
  const prefix = `<?xml encoding="${label}"?>`;
  const labelled = new Uint8Array(prefix.length + bytes.length);
  labelled.set(new TextEncoder().encode(prefix));
  labelled.set(bytes, prefix.length);
  const decoded = decodeBytes(labelled);
  if (!decoded.text.startsWith(prefix)) return decodeBytes(bytes);
  const text = decoded.text.slice(prefix.length);
  return text.trim() === "" ? decodeBytes(bytes) : { ...decoded, text };
}
