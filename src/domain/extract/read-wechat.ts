import type { ParsedPage } from "./parsed-page.ts";

/** Beijing, where WeChat's clock stands. */
const zone = 8 * 60 * 60;

/** A WeChat article names itself in elements of its own, and its date only in a script: `ct = "1389751200"`. */
export function readWechat(page: ParsedPage): void {
  const { document } = page;
  const title = wordsOf(document.querySelector("#activity-name"));
  if (!title && !document.querySelector("#js_content")) return;
  const account = wordsOf(document.querySelector("#js_name"));
  const author = wordsOf(document.querySelector("#js_author_name, .rich_media_meta_list > .rich_media_meta_text"));
  if (title) page.title = title;
  if (account) page.siteName = account;
  if (author && author.length < 20) page.byline = author;
  for (const script of document.querySelectorAll("script:not([src])")) {
    const seconds = /\bct\s*=\s*["'](\d{10})["']/.exec(script.textContent ?? "")?.[1];
    if (!seconds) continue;
    const local = new Date((Number(seconds) + zone) * 1000).toISOString();
    page.published = `${local.slice(0, 16)}+08:00`;
    return;
  }
}

function wordsOf(element: Element | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
}
