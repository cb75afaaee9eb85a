// The page an article was made of, as it came, and what it says.
import type { Article, Original } from "#domain/article.ts";
import { extractWith } from "#domain/extract/extract.ts";
import { extractText } from "#domain/extract/extract-text.ts";
import { extractWhole } from "#domain/extract/extract-whole.ts";
import type { Extracted } from "#domain/extract/extracted.ts";
import { originalOf } from "#library/articles.ts";
import { decompress } from "./originals.ts";
import { stepsWithRules } from "./site-rules.ts";

/** A kept page, unpacked. */
export type KeptPage = Pick<Original, "kind" | "url" | "whole"> & { content: string };

/** The page an article was made of, unpacked, or null when none was kept. */
export async function pageOf({ id }: Article): Promise<KeptPage | null> {
  const original = await originalOf(id);
  return original && { ...original, content: await decompress(original) };
}

/** What a page says of itself by today's rules. */
export async function readPage({ kind, content, url, whole }: KeptPage): Promise<Extracted> {
  if (kind === "text") return extractText(content);
  return whole ? extractWhole(content, url) : extractWith(await stepsWithRules(), content, url);
}
