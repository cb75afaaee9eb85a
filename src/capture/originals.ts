import type { Original } from "#domain/article.ts";

/** A page's text, compressed to keep beside its article. */
export async function compress(text: string): Promise<ArrayBuffer> {
  const gzip = new CompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  const written = writer.write(new TextEncoder().encode(text)).then(() => writer.close());
  const [bytes] = await Promise.all([new Response(gzip.readable).arrayBuffer(), written]);
  return bytes;
}

/** The page's text again. */
export async function decompress({ gzip }: Pick<Original, "gzip">): Promise<string> {
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
