const signatures = [
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF87a",
  "GIF89a",
  "PK\x03\x04",
  "PK\x05\x06",
  "%PDF-",
  "\x1f\x8b",
  "Rar!\x1a\x07",
  "7z\xbc\xaf",
  "\x7fELF",
  "SQLite format 3\0",
];

/** WebP, WAVE and AVI begin with RIFF and their length, and then say what they are; a text may well begin with the word. */
const riffKinds = ["WEBP", "WAVE", "AVI "];

/** Whether a file's first bytes, one character each, are those of a known format without words: pictures, archives, PDF, databases. */
export function isKnownBinary(start: string): boolean {
  if (start.startsWith("RIFF")) return riffKinds.includes(start.slice(8, 12));
  return signatures.some((signature) => start.startsWith(signature));
}
