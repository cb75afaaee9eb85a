import type { Exported } from "#domain/exported.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";
import { drawMarks } from "./draw-marks.ts";
import { exportedOf, type KeptArticle, pictureName } from "./kept-article.ts";
import { markdownOf } from "./markdown.ts";
import { escaped } from "./markdown-inline.ts";

/**
 * An article as a Markdown file: front matter, its words with the reader's passages in `==…==`, notes as footnotes, and
 * at the end a comment with what only Liuye reads (places of passages, colours, times), so that it comes back as it was.
 * `pictures` is the folder its pictures lie in, seen from the file; undefined when they do not go along.
 */
export function markdownFile(kept: KeptArticle, pictures: string | undefined): string {
  const { article, content, note } = kept;
  const fragment = sanitizeToFragment(content.html);
  const noted = drawMarks(fragment, content.html, kept.highlights);
  const there = new Map(kept.pictures.map((picture) => [picture.id, `${pictures}/${pictureName(picture)}`]));
  const body = markdownOf(fragment, {
    faithful: true,
    picture: (image) => {
      const own = pictures === undefined ? undefined : there.get(image.getAttribute("data-picture") ?? "");
      const source = image.getAttribute("data-remote-src") ?? "";
      return own ?? (/^https?:/i.test(source) ? source : undefined);
    },
  });
  const exported = exportedOf(kept);
  const parts = [
    frontMatter(exported, article.id, Math.round((kept.place?.progress ?? 0) * 100)),
    `# ${escaped(article.title.replace(/\s+/g, " ").trim())}`,
    body.trimEnd(),
    ...noted.map(({ note, lost, anchor }, at) =>
      footnote(lost ? `${anchor.quote.exact} — ${note}` : (note ?? ""), `mark-${at + 1}`),
    ),
    note && footnote(note.text, "mark-article"),
    comment(exported),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** What other programs read of it, each under the name most of them know. */
function frontMatter(exported: Exported, id: string, percent: number): string {
  const { title, byline, source, url, published, savedAt, tags, lang, favouritedAt, archivedAt } = exported;
  const lines: [string, string | undefined][] = [
    ["liuye", String(exported.liuye)],
    ["id", quoted(id)],
    ["title", quoted(title)],
    ["author", quoted(byline)],
    ["source", quoted(source)],
    ["url", quoted(url)],
    ["published", quoted(published)],
    ["saved", savedAt === undefined ? undefined : new Date(savedAt).toISOString()],
    ["tags", tags && `[${tags.map(quoted).join(", ")}]`],
    ["lang", quoted(lang)],
    ["favourite", String(favouritedAt !== undefined)],
    ["archived", String(archivedAt !== undefined)],
    ["progress", `${percent}%`],
  ];
  return ["---", ...lines.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`)), "---"].join(
    "\n",
  );
}

/** A string as YAML and JSON both have it; what would be read as a list or nothing is told to be words. */
function quoted(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : JSON.stringify(text).replace(/^"\[|[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) =>
        sign === '"[' ? '"\\u005b' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
}

function footnote(words: string, label: string): string {
  const text = words
    .trim()
    .split(/\n+/)
    .map((line) => escaped(line.trim()).replace(/^([#>+-]|\d+[.)])/, "\\$1"));
  return `[^${label}]: ${text.join("\n    \n    ")}`;
}

/** JSON in a comment, which no Markdown program shows; nothing in it can end the comment. */
function comment(exported: Exported): string {
  const json = JSON.stringify(exported).replace(/[<>&]|--/g, (sign) =>
    [...sign].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(""),
  );
  return `<!-- liuye ${json} -->`;
}
