import { escapeHtml } from "#export/article-page.ts";

/** An article in the list: `page` is its file, missing where its words never arrived. */
export type IndexLine = {
  title: string;
  source?: string | undefined;
  savedAt: number;
  page?: string;
  url?: string | undefined;
};

const style = `:root{color-scheme:light dark}
body{max-width:46em;margin:0 auto;padding:2em 1.2em 4em;font:1rem/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f1d1a;background:#faf8f3;overflow-wrap:anywhere}
ol{padding:0;list-style:none}
li{padding:.5em 0;border-bottom:1px solid #8884}
a{color:inherit}
small{display:block;color:#6b655c}
@media (prefers-color-scheme:dark){body{color:#d9d4c9;background:#1a1917}small{color:#a39c8f}}`;

/** The list of all articles, the latest first, to be opened by a double click. */
export function indexPage(title: string, lang: string, lines: readonly IndexLine[]): string {
  const rows = lines
    .toSorted((a, b) => b.savedAt - a.savedAt)
    .map(({ title, source, savedAt, page, url }) => {
      const address = page === undefined ? url : page.split("/").map(encodeURIComponent).join("/");
      const name = escapeHtml(title);
      const link = address === undefined ? name : `<a href="${escapeHtml(address)}" rel="noreferrer">${name}</a>`;
      const day = new Date(savedAt).toISOString().slice(0, 10);
      return `<li>${link}<small>${[source && escapeHtml(source), day].filter(Boolean).join(" · ")}</small></li>`;
    });
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<ol>
${rows.join("\n")}
</ol>
</body>
</html>
`;
}
