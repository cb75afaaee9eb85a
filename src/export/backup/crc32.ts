/** The table of the CRC-32 that ZIP and PNG use (ISO 3309, reflected polynomial EDB88320). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of bytes. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  // By index, over tens of megabytes: an iterator costs five times as much.
  for (let at = 0; at < bytes.length; at++) sum = (table[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
