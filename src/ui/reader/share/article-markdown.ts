import type { Article } from "#domain/article.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";
import { markdownOf } from "#export/markdown.ts";
import { formatPublished } from "#i18n/format.ts";
import { convertBody, converterTo, shownScript } from "#ui/reader/place/convert-script.ts";

/** An article as Markdown in the writing it is shown in: its title, who wrote it, where it stood, and its words. */
export async function articleAsMarkdown(article: Article, html: string): Promise<string> {
  const script = shownScript(article.lang);
  const convert = await converterTo(script);
  const fragment = sanitizeToFragment(html);
  if (script !== "stored") convertBody(fragment, script, convert);
  const { title, byline, source, published, url } = article;
  const about = [byline, source, published && formatPublished(published)].filter(Boolean).join(" · ");
  const head = [`# ${convert(title)}`, convert(about), url && `<${url}>`].filter(Boolean).join("\n\n");
  return `${head}\n\n${markdownOf(fragment)}`;
}
