import { LiuyeError } from "#domain/errors.ts";
import { languageOf } from "#domain/text/language.ts";
import { plainText, textOf } from "./blocks.ts";
import { claimedAddress } from "./claimed-address.ts";
import { type Extracted, excerptOf } from "./extracted.ts";
import { parseHtml } from "./parse-html.ts";
import type { ParsedPage, Removed, Step } from "./parsed-page.ts";
import { present } from "./present.ts";
import { steps } from "./steps.ts";
import { beginWatch, watch } from "./watch.ts";
import { webAddress } from "./web-address.ts";

/** Finds the article in a page; throws `nothing-to-read` and `page-too-complex`. */
export function extract(html: string, url?: string): Extracted {
  return extractWith(steps, html, url);
}

/** The same with other rules, so that each can be shown to be needed. */
export function extractWith(
  rules: readonly Step[],
  html: string,
  url?: string,
  /** Is given what each step took out. */
  log?: Removed[],
): Extracted {
  beginWatch();
  const document = parseHtml(html);
  const given = webAddress(url);
  const address = given ?? claimedAddress(document);
  const page: ParsedPage = {
    document,
    lines: [],
    tags: {},
    body: document.body,
    origins: {},
    removed: [],
    ...(address && { address }),
  };
  if (!document.body) throw new LiuyeError("nothing-to-read");
  for (const rule of rules) {
    watch();
    rule.run(page);
  }
  log?.push(...page.removed);
  const textContent = page.blocks ? textOf(page.blocks) : plainText(page.body);
  if (!/[\p{L}\p{N}]/u.test(textContent)) throw new LiuyeError("nothing-to-read");
  return present({
    title: page.title ?? excerptOf(textContent).slice(0, 60),
    subtitle: page.subtitle,
    byline: page.byline,
    editor: page.editor,
    siteName: page.siteName,
    published: page.published,
    modified: page.modified,
    lead: page.lead,
    documentNumbers: page.documentNumbers,
    origins: page.origins,
    lang: languageOf(textContent, page.tags.lang),
    contentHtml: page.body.innerHTML,
    textContent,
    excerpt: excerptOf(textContent),
    url: address,
    claimed: address && !given ? true : undefined,
  }) as Extracted;
}
