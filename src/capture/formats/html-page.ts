/** What is known of a document beside its text. */
export type Imprint = {
  title?: string | undefined;
  author?: string | undefined;
  site?: string | undefined;
  published?: string | undefined;
  lang?: string | undefined;
  tags?: readonly string[];
};

/** A page with its imprint where the ordinary extraction looks for it; `body` is HTML. */
export function htmlPage({ title, author, site, published, lang, tags = [] }: Imprint, body: string): string {
  const metas = [
    meta("name", "author", author),
    meta("property", "og:site_name", site),
    meta("property", "article:published_time", published),
    meta("name", "keywords", tags.join(", ")),
  ].join("");
  const language = lang && /^[\w-]{2,35}$/.test(lang) ? ` lang="${lang}"` : "";
  const head = `<meta charset="utf-8">${title ? `<title>${escapeHtml(title)}</title>` : ""}${metas}`;
  return `<!doctype html>\n<html${language}><head>${head}</head><body><article>\n${body}\n</article></body></html>\n`;
}

/** Text as it must stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function meta(kind: "name" | "property", name: string, content: string | undefined): string {
  return content ? `<meta ${kind}="${name}" content="${escapeHtml(content)}">` : "";
}
