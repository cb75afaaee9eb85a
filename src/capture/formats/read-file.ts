import { liftPictures } from "#capture/inline-pictures.ts";
import { compress } from "#capture/originals.ts";
import { longestPage, type PagePicture } from "#capture/page.ts";
import { LiuyeError } from "#domain/errors.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { sniffFormat } from "./sniff.ts";

/** A file as far as it can be read without a document. */
export type ReadFile = { format: "zip"; bytes: Uint8Array } | ReadPage;

/** A file that is one page: an archive's bytes, or words, their pictures taken out of them. */
export type ReadPage =
  | { format: "mhtml" | "webarchive" | "epub"; bytes: Uint8Array }
  | {
      format: "html" | "markdown" | "text";
      text: string;
      packed: ArrayBuffer;
      truncated: boolean;
      pictures: Map<string, PagePicture>;
    };

/**
 * Reads a file's bytes and tells by them what it is. Throws LiuyeError `file-empty`, `file-unreadable`, `not-text`,
 * and `file-too-large` for words beyond the limit: half a page would look like all of it.
 */
export async function readFile(name: string, file: Blob): Promise<ReadFile> {
  const buffer = await file.arrayBuffer().catch((cause) => {
    throw new LiuyeError("file-unreadable", { cause }); // a folder, or a file that has gone since it was picked
  });
  const bytes = new Uint8Array(buffer);
  const format = sniffFormat(name, bytes);
  if (format === "mhtml" || format === "webarchive" || format === "epub" || format === "zip") return { format, bytes };
  const { text, truncated } = decodeBytes(bytes); // throws for what is of no format of ours
  const { html, pictures } = format === "html" ? liftPictures(text) : { html: text, pictures: new Map() };
  if (html.length > longestPage) throw new LiuyeError("file-too-large");
  return { format: format ?? "text", text: html, packed: await compress(html), truncated, pictures };
}
