// The files every EPUB 3 has beside its chapters. https://www.w3.org/TR/epub-33/
import { escapeXml } from "./xhtml.ts";

/** What stands on a book's own pages, in one language. */
export type BookWords = {
  lang: string;
  contents: string;
  cover: string;
  notes: string;
  original: string;
  kept: string;
};

/** A file of the book as its package lists it. */
export type BookItem = {
  id: string;
  path: string;
  type: string;
  properties?: string;
  inSpine?: boolean;
  fallback?: string;
};

/** An entry of the contents list, with those below it. */
export type ContentsEntry = { label: string; href: string; below: ContentsEntry[] };

/** What is known of a book. */
export type Imprint = {
  identifier: string;
  title: string;
  lang: string;
  creators: readonly string[];
  publisher?: string | undefined;
  source?: string | undefined;
  date?: string | undefined;
  subjects: readonly string[];
  description?: string | undefined;
  /** When the newest thing in it was made, in milliseconds since 1970. */
  modified: number;
};

export const containerXml = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The package document: what the book is, which files it has, in which order they are read. */
export function packageXml(imprint: Imprint, items: readonly BookItem[]): string {
  const { identifier, title, lang, creators, publisher, source, date, subjects, description, modified } = imprint;
  const element = (name: string, value: string | undefined, attributes = "") =>
    value && escapeXml(value).trim() ? `<${name}${attributes}>${escapeXml(value).trim()}</${name}>\n` : "";
  const manifest = items.map(
    ({ id, path, type, properties, fallback }) =>
      `<item id="${id}" href="${escapeXml(path)}" media-type="${type}"${properties ? ` properties="${properties}"` : ""}${fallback ? ` fallback="${fallback}"` : ""}/>`,
  );
  const spine = items.flatMap(({ id, inSpine }) => (inSpine ? [`<itemref idref="${id}"/>`] : []));
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${element("dc:identifier", identifier, ' id="book"')}${element("dc:title", title)}${element("dc:language", lang)}${creators
  .map((creator) => element("dc:creator", creator))
  .join("")}${element("dc:publisher", publisher)}${element("dc:source", source)}${element("dc:date", date)}${subjects
  .map((subject) => element("dc:subject", subject))
  .join(
    "",
  )}${element("dc:description", description)}<meta property="dcterms:modified">${new Date(modified).toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
${manifest.join("\n")}
</manifest>
<spine toc="ncx">
${spine.join("\n")}
</spine>
</package>
`;
}

/** The contents list of EPUB 3. */
export function navigationXhtml(words: BookWords, entries: readonly ContentsEntry[]): string {
  const list = (of: readonly ContentsEntry[]): string =>
    `<ol>\n${of.map(({ label, href, below }) => `<li><a href="${escapeXml(href)}">${escapeXml(label)}</a>${below.length > 0 ? list(below) : ""}</li>`).join("\n")}\n</ol>`;
  return page(
    words.lang,
    words.contents,
    `<nav epub:type="toc" id="toc">\n<h1>${escapeXml(words.contents)}</h1>\n${list(entries)}\n</nav>`,
  );
}

/** The contents list of EPUB 2, for older devices. */
export function ncxXml(imprint: Imprint, entries: readonly ContentsEntry[]): string {
  let order = 0;
  const point = ({ label, href, below }: ContentsEntry): string =>
    `<navPoint id="point-${++order}" playOrder="${order}"><navLabel><text>${escapeXml(label)}</text></navLabel><content src="${escapeXml(href)}"/>${below.map(point).join("")}</navPoint>`;
  const depth = (of: readonly ContentsEntry[]): number =>
    of.length === 0 ? 0 : 1 + Math.max(...of.map(({ below }) => depth(below)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${imprint.lang}">
<head><meta name="dtb:uid" content="${escapeXml(imprint.identifier)}"/><meta name="dtb:depth" content="${depth(entries)}"/><meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>
<docTitle><text>${escapeXml(imprint.title)}</text></docTitle>
<navMap>
${entries.map(point).join("\n")}
</navMap>
</ncx>
`;
}

/** The first page: what the book is called and whose it is. */
export function coverXhtml(words: BookWords, { title, lang }: Imprint, lines: readonly string[]): string {
  return page(
    lang,
    title,
    `<section epub:type="titlepage" class="liuye-cover">\n<h1>${escapeXml(title)}</h1>\n${lines.map((line) => `<p>${escapeXml(line)}</p>`).join("\n")}\n<p class="liuye-kept" lang="${words.lang}" xml:lang="${words.lang}">${escapeXml(words.kept)}</p>\n</section>`,
  );
}

/** An XHTML document of the book; `body` is XHTML already. */
export function page(lang: string, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><title>${escapeXml(title).trim() || "-"}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

/** Little: type, colours and margins are the reading program's. */
export const bookStyle = `h1,h2,h3,h4,h5,h6{line-height:1.4}
p{margin:0 0 .8em}
img,svg{max-width:100%;height:auto}
pre{white-space:pre-wrap;font-size:.9em}
blockquote{margin:1em 0;padding-left:1em;border-left:2px solid #888}
table{border-collapse:collapse}
td,th{border:1px solid #888;padding:.2em .5em;text-align:left}
.liuye-about{font-size:.85em;margin-bottom:2em}
.liuye-cover{text-align:center;padding-top:30%}
.liuye-kept{font-size:.8em;margin-top:4em}
.liuye-mark{background:#f6e58d;color:inherit}
.liuye-mark.green{background:#cfe8b4}
.liuye-mark.blue{background:#bcdcf5}
.liuye-mark.line{background:none;text-decoration:underline}
.liuye-notes{margin-top:3em;border-top:1px solid #888;font-size:.9em}
`;
