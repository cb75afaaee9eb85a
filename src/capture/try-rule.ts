// A reader's rule tried on a page, before it is kept.
import { claimedAddress } from "#domain/extract/claimed-address.ts";
import { extractWith } from "#domain/extract/extract.ts";
import type { Extracted } from "#domain/extract/extracted.ts";
import { parseHtml } from "#domain/extract/parse-html.ts";
import { rulesOf } from "#domain/extract/rules/choose-rules.ts";
import { readSite, type SiteReading } from "#domain/extract/rules/read-site.ts";
import type { SiteRule } from "#domain/extract/rules/site-rule.ts";
import { withRules } from "#domain/extract/rules/with-rules.ts";
import { steps } from "#domain/extract/steps.ts";
import { allArticles, originalOf } from "#library/articles.ts";
import { openFile } from "./from-file.ts";
import { decompress } from "./originals.ts";

/** A page to try a rule on. */
export type TrialPage = { content: string; url?: string };

export type Trial = {
  /** The page's address or marks are the rule's. */
  claimed: boolean;
  /** What the rule itself found. */
  reading?: SiteReading;
  article: Extracted;
};

/** So many articles are offered to try a rule on. */
const mostOffered = 30;

/** Reads a page with one rule and no other; throws what `extract` throws. */
export function tryRule(rule: SiteRule, { content, url }: TrialPage): Trial {
  const document = parseHtml(content);
  const address = url ?? claimedAddress(document);
  const reading = readSite({ document, ...(address && { address }) }, [rule]);
  return {
    claimed: rulesOf(document, address, [rule]).length > 0,
    ...(reading && { reading }),
    article: extractWith(withRules(steps, [rule]), content, url),
  };
}

/** Articles with an address, the newest first. */
export async function articlesToTry(): Promise<{ id: string; title: string }[]> {
  const articles = await allArticles();
  return articles
    .filter(({ url }) => url !== undefined)
    .slice(0, mostOffered)
    .map(({ id, title }) => ({ id, title }));
}

/** The page an article was made of, or null when none was kept. */
export async function keptPage(id: string): Promise<TrialPage | null> {
  const original = await originalOf(id);
  if (original?.kind !== "html") return null;
  return { content: await decompress(original), ...(original.url && { url: original.url }) };
}

/** The page in a file, or null when it holds another thing; throws what `openFile` throws. */
export async function pageInFile(file: File): Promise<TrialPage | null> {
  const page = await openFile(file);
  if (Array.isArray(page) || page.kind !== "html") return null;
  return { content: page.content, ...(page.url && { url: page.url }) };
}
