import type { PagePicture } from "#capture/page.ts";

const signatures: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
  ["image/avif", /^[\s\S]{4}ftyp(?:avif|avis)/],
  ["image/bmp", /^BM[\s\S]{4}\0{4}/],
];

/** The picture in these bytes, its type told by how they begin or else as declared; undefined for what is none. */
export function pictureIn(bytes: Uint8Array, declared = ""): PagePicture | undefined {
  if (bytes.length === 0) return undefined;
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const found = signatures.find(([, pattern]) => pattern.test(start))?.[0];
  const claimed = (declared.split(";", 1)[0] ?? "").trim().toLowerCase();
  const type = found ?? (/^image\/[\w.+-]+$/.test(claimed) ? claimed : undefined);
  // A copy: storing a view of a file, or sending it to another thread, would take the whole file along.
  return type ? { type, bytes: bytes.slice() } : undefined;
}
