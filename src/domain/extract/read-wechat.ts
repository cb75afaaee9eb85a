import { fill, type ParsedPage } from "./parsed-page.ts";

/** Beijing, where WeChat's clock stands. */
const zone = 8 * 60 * 60;

/** A WeChat article names itself in elements of its own, and its date only in a script: `ct = "1389751200"`. */
export function readWechat(page: ParsedPage): void {
  const { document } = page;
  const title = wordsOf(document.querySelector("#activity-name"));
  if (!title && !document.querySelector("#js_content")) return;
  const account = wordsOf(document.querySelector("#js_name"));
  const author = wordsOf(document.querySelector("#js_author_name, .rich_media_meta_list > .rich_media_meta_text"));
  fill(page, "title", title, "rule");
  fill(page, "siteName", account, "rule");
  if (author && author.length < 20) fill(page, "byline", author, "rule");
  for (const script of document.querySelectorAll("script:not([src])")) {
    const seconds = /\b(?:ct|create_time)\b["']?\s*[:=]\s*(?:JsDecode\()?["'](\d{10})["']/.exec(
      script.textContent ?? "",
    )?.[1];
    if (!seconds) continue;
    const local = new Date((Number(seconds) + zone) * 1000).toISOString();
    fill(page, "published", `${local.slice(0, 16)}+08:00`, "script");
    return;
  }
}

function wordsOf(element: Element | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
}
