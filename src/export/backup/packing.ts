// Compression by the browser itself, in bounded memory.
import { BackupError, type ProblemCode } from "#domain/backup/problem.ts";

type Format = "gzip" | "deflate-raw";

/** Bytes packed. */
export async function pack(bytes: Uint8Array<ArrayBuffer>, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream(format);
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [packed] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
  return new Uint8Array(packed);
}

/** Bytes unpacked, counted as they come: more than `most` ends in BackupError `tooMany`, damage in `entry-unreadable`. */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  format: Format,
  most: number,
  entry: string,
  tooMany: ProblemCode = "entry-too-large",
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  // What fails here fails the reading too, and is told there.
  writer
    .write(bytes)
    .then(
      () => writer.close(),
      () => {},
    )
    .catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new BackupError("entry-unreadable", entry);
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => {});
      throw new BackupError(tooMany, entry);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
