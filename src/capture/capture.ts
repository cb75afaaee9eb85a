// Every way in ends here: a page as it came becomes a clean article, or one error and nothing kept.
// It brings extraction and sanitiser with it, so the screens load it with the first capture and not before.
import { LiuyeError } from "#domain/errors.ts";
import { extract } from "#domain/extract/extract.ts";
import { extractText } from "#domain/extract/extract-text.ts";
import { sanitizerVersion, sanitizeToHtml } from "#domain/sanitize.ts";
import { countReading } from "#domain/text/count.ts";
import { normalizeUrl } from "#domain/url.ts";
import { type Saved, saveArticle } from "#library/articles.ts";
import type { Page } from "./page.ts";

/** The longest page taken, in characters: beyond it cleaning it would hold a phone up for many seconds. */
const longestPage = 5 * 1024 * 1024;

/** Makes an article of a page and keeps it. Throws LiuyeError, and then nothing of the page was kept. */
export async function capture(page: Page, now: number): Promise<Saved> {
  if (page.content.length > longestPage) throw new LiuyeError("page-too-complex");
  const { contentHtml, textContent, siteName, url, ...found } =
    page.kind === "html" ? extract(page.content, page.url) : extractText(page.content, page.name);
  const html = sanitizeToHtml(contentHtml);
  const text = textContent.trim();
  if (!text) throw new LiuyeError("nothing-to-read");
  return saveArticle(
    {
      ...found,
      ...(page.id && { id: page.id }),
      title: found.title || page.name || text.slice(0, 40),
      identity: page.id ? `guide:${page.id}` : await identityOf(url, text),
      ...(url && { url }),
      ...(siteName && { source: siteName }),
      length: countReading(text),
      html,
      text,
      sanitizer: sanitizerVersion,
    },
    now,
  );
}

/** What makes two captures the same page: the address without its trimmings, else the words without their spacing. */
async function identityOf(url: string | undefined, text: string): Promise<string> {
  const address = url && normalizeUrl(url);
  if (address) return `url:${address}`;
  const words = new TextEncoder().encode(text.replace(/\s+/g, ""));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", words));
  return `text:${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
