import type { Original } from "#domain/article.ts";

/** A page's text, compressed to keep beside its article. */
export async function compress(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** The page's text again. */
export async function decompress({ gzip }: Pick<Original, "gzip">): Promise<string> {
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
