// One article as a file of its own, to be opened by any browser in any year: no script, no font, nothing from elsewhere.
import type { Article } from "#domain/article.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";

/** The words that stand on such a page, in one language. */
export type ArticlePageWords = {
  /** BCP 47, of these words. */
  lang: string;
  /** Before the day it was kept, as in "Kept 2026-11-23". */
  kept: string;
  /** The link to the page itself. */
  original: string;
  /** Above the passages and notes of the reader. */
  marks: string;
};

export type ArticlePageParts = {
  article: Article;
  /** The article's body as it is kept: clean HTML. */
  html: string;
  words: ArticlePageWords;
  note?: ArticleNote | undefined;
  /** In the order of the text. */
  highlights?: readonly Highlight[];
  /** Where a kept picture is for this page: an address of its own or `data:`; undefined leaves it out. */
  pictureAddress: (id: string) => string | undefined;
};

/** Nothing runs, nothing is sent, nothing is asked for but pictures that lie beside the page or inside it. */
const policy =
  "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Two families of the reader's own device, one measure, light and dark, and ink on paper. */
const style = `:root{color-scheme:light dark}
body{max-width:38em;margin:0 auto;padding:2em 1.2em 4em;font:1.06em/1.85 "Songti SC","Noto Serif CJK SC","Source Han Serif SC","SimSun",Georgia,serif;overflow-wrap:anywhere;color:#1f1d1a;background:#faf8f3}
header,aside{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-size:.85em;color:#6b655c}
h1{font-size:1.65em;line-height:1.4;color:#1f1d1a}
h2,h3,h4{line-height:1.5}
a{color:inherit}
img,svg{max-width:100%;height:auto}
img:not([src]){display:none}
pre{overflow-x:auto;font-size:.9em;line-height:1.5}
table{display:block;overflow-x:auto;border-collapse:collapse}
td,th{border:1px solid #8886;padding:.3em .6em;text-align:start}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:3px solid #3f6b4f}
aside{margin-top:3em;border-top:1px solid #8886}
@media (prefers-color-scheme:dark){body{color:#d9d4c9;background:#1a1917}h1{color:#efe9dc}header,aside{color:#a39c8f}}
@media print{body{max-width:none;padding:0;color:#000;background:#fff}}`;

/** The whole page as HTML. The body is taken as it is kept; its pictures are pointed to where the caller says they are. */
export function articlePage({ article, html, words, note, highlights = [], pictureAddress }: ArticlePageParts): string {
  const { title, subtitle, byline, source, published, url, savedAt, lang } = article;
  const about = [
    byline,
    source,
    published?.slice(0, 10),
    `${words.kept} ${new Date(savedAt).toISOString().slice(0, 10)}`,
  ];
  const link = url ? ` · <a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(words.original)}</a>` : "";
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${metaOf(article)}<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
${subtitle ? `<p>${escapeHtml(subtitle)}</p>\n` : ""}<p lang="${escapeHtml(words.lang)}">${about.flatMap((fact) => (fact ? [escapeHtml(fact)] : [])).join(" · ")}${link}</p>
</header>
<main>
${showPictures(html, pictureAddress)}
</main>
${marksOf(words, note, highlights)}</body>
</html>
`;
}

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What other programs look for in a head, each in the name most of them know. */
function metaOf({ byline, source, published, url, tags, excerpt }: Article): string {
  const named: [string, string | undefined][] = [
    ["author", byline],
    ["publisher", source],
    ["date", published],
    ["keywords", tags?.join(", ")],
    ["description", excerpt],
  ];
  const metas = named.flatMap(([name, content]) =>
    content ? [`<meta name="${name}" content="${escapeHtml(content)}">\n`] : [],
  );
  return metas.join("") + (url ? `<link rel="canonical" href="${escapeHtml(url)}">\n` : "");
}

/** Kept pictures are named by their bytes in the body; here each gets an address, in the words the sanitiser writes. */
function showPictures(html: string, addressOf: (id: string) => string | undefined): string {
  return html.replace(/ data-picture="([0-9a-f]{64})"/g, (whole, id: string) => {
    const address = addressOf(id);
    return address === undefined ? whole : `${whole} src="${escapeHtml(address)}"`;
  });
}

function marksOf(words: ArticlePageWords, note: ArticleNote | undefined, highlights: readonly Highlight[]): string {
  if (!note && highlights.length === 0) return "";
  const own = (text: string | undefined) => (text ? `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>\n` : "");
  const passages = highlights.map(
    ({ anchor, note: word }) => `<blockquote>${escapeHtml(anchor.quote.exact)}</blockquote>\n${own(word)}`,
  );
  return `<aside>
<h2 lang="${escapeHtml(words.lang)}">${escapeHtml(words.marks)}</h2>
${own(note?.text)}${passages.join("")}</aside>
`;
}
