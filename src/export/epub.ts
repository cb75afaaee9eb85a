import type { Article } from "#domain/article.ts";
import { LiuyeError } from "#domain/errors.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";
import { sha256 } from "#domain/sha256.ts";
import { drawMarks } from "./draw-marks.ts";
import {
  type BookItem,
  type BookWords,
  bookStyle,
  type ContentsEntry,
  containerXml,
  coverXhtml,
  type Imprint,
  navigationXhtml,
  ncxXml,
  packageXml,
  page,
} from "./epub-files.ts";
import { fallbackPicture } from "./fallback-picture.ts";
import { exportedOf, type KeptArticle, pictureName } from "./kept-article.ts";
import { escapeXml, webHref, type Xhtml, xhtmlOf } from "./xhtml.ts";
import type { PutFile } from "./zip-file.ts";

/** A book in the making: chapters are written as they come, and what lists them at the end. */
export class Book {
  private readonly put: PutFile;
  private readonly words: BookWords;
  private readonly title: string;
  private readonly items: BookItem[] = [];
  private readonly contents: ContentsEntry[] = [];
  private readonly pictures = new Set<string>();
  private readonly chapters: { article: Article; latest: number }[] = [];
  private readonly exported: object[] = [];

  /** `title` is the name of a book of many articles; a book of one has the article's. */
  constructor(put: PutFile, words: BookWords, title: string) {
    this.put = put;
    this.words = words;
    this.title = title;
  }

  /** The file that must stand first in the archive, unpacked (EPUB OCF 3.3 §4.3.3). */
  async begin(): Promise<void> {
    await this.put("mimetype", "application/epub+zip", { packed: false });
    await this.put("META-INF/container.xml", containerXml);
  }

  async addChapter(kept: KeptArticle): Promise<void> {
    const { article, content } = kept;
    const number = this.chapters.length + 1;
    const path = `chapter-${number}.xhtml`;
    const fragment = sanitizeToFragment(content.html);
    const noted = drawMarks(fragment, content.html, kept.highlights);
    for (const picture of kept.pictures) await this.addPicture(picture);
    const there = new Map(kept.pictures.map((picture) => [picture.id, pictureName(picture)]));
    const body = xhtmlOf(fragment, (image) => {
      const name = there.get(image.getAttribute("data-picture") ?? "");
      return name && this.pictures.has(name) ? `pictures/${name}` : undefined;
    });
    const notes = [
      ...(kept.note ? [escaped(kept.note.text)] : []),
      ...noted.map(
        ({ note = "", lost, anchor }, at) =>
          `${lost ? `${escapeXml(anchor.quote.exact)} — ` : `<sup>${at + 1}</sup> `}${escaped(note)}`,
      ),
    ];
    await this.put(`EPUB/${path}`, page(article.lang, article.title, chapter(article, body, notes, this.words)));
    const properties = [...(body.hasMath ? ["mathml"] : []), ...(body.hasSvg ? ["svg"] : [])].join(" ");
    this.items.push({ id: `chapter-${number}`, path, type: xhtml, inSpine: true, ...(properties && { properties }) });
    this.contents.push({ label: labelOf(article.title), href: path, below: nested(body.headings, path) });
    const latest = Math.max(
      article.refreshedAt,
      kept.note?.at ?? 0,
      ...kept.highlights.map(({ at, changedAt = 0 }) => Math.max(at, changedAt)),
    );
    this.chapters.push({ article, latest });
    this.exported.push({ file: `EPUB/${path}`, ...exportedOf(kept) });
  }

  /** Writes what lists the chapters; the book is whole then. Throws LiuyeError `nothing-to-read` when there are none. */
  async end(): Promise<void> {
    if (this.chapters.length === 0) throw new LiuyeError("nothing-to-read");
    const imprint = await this.imprint();
    const [only] = this.chapters;
    const lines =
      this.chapters.length === 1 && only
        ? [only.article.byline, only.article.source, only.article.published?.slice(0, 10)]
        : this.chapters.slice(0, mostOnCover).map(({ article }) => article.title);
    const entries = this.chapters.length === 1 ? [{ ...(this.contents[0] as ContentsEntry) }] : this.contents;
    const cover: BookItem = { id: "cover", path: "cover.xhtml", type: xhtml, inSpine: true };
    const items: BookItem[] = [
      { id: "nav", path: "nav.xhtml", type: xhtml, properties: "nav" },
      { id: "ncx", path: "toc.ncx", type: "application/x-dtbncx+xml" },
      { id: "style", path: "style.css", type: "text/css" },
      cover,
      ...this.items,
    ];
    const all: ContentsEntry[] = [{ label: this.words.cover, href: cover.path, below: [] }, ...entries];
    await this.put(
      "EPUB/cover.xhtml",
      coverXhtml(
        this.words,
        imprint,
        lines.flatMap((line) => line ?? []),
      ),
    );
    await this.put("EPUB/nav.xhtml", navigationXhtml(this.words, all));
    await this.put("EPUB/toc.ncx", ncxXml(imprint, all));
    await this.put("EPUB/style.css", bookStyle);
    await this.put("EPUB/package.opf", packageXml(imprint, items));
    await this.put("META-INF/liuye.json", JSON.stringify(this.exported));
  }

  /** A picture of a kind that not every program for books knows goes in as it is, and once more as one all know. */
  private async addPicture(picture: KeptArticle["pictures"][number]): Promise<void> {
    const name = pictureName(picture);
    if (this.pictures.has(name)) return;
    const { type, bytes } = picture;
    const fallback = isOfBooks.test(type) ? undefined : await fallbackPicture(bytes, type);
    if (!fallback && !isOfBooks.test(type)) return;
    this.pictures.add(name);
    const id = `picture-${this.pictures.size}`;
    const path = `pictures/${name}`;
    await this.put(`EPUB/${path}`, new Uint8Array(bytes), { packed: false });
    this.items.push({ id, path, type, ...(fallback && { fallback: `${id}-drawn` }) });
    if (!fallback) return;
    await this.put(`EPUB/${path}.jpg`, fallback, { packed: false });
    this.items.push({ id: `${id}-drawn`, path: `${path}.jpg`, type: "image/jpeg" });
  }

  private async imprint(): Promise<Imprint> {
    const modified = Math.max(...this.chapters.map(({ latest }) => latest));
    const [only] = this.chapters;
    if (only && this.chapters.length === 1) {
      const { id, title, lang, byline, source, url, published, tags = [], excerpt } = only.article;
      return {
        identifier: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
          ? `urn:uuid:${id}`
          : `urn:liuye:article:${id}`,
        title: labelOf(title),
        lang,
        creators: byline ? [byline] : [],
        publisher: source,
        source: url,
        ...(published && { date: published.slice(0, 10) }),
        subjects: tags,
        description: excerpt,
        modified,
      };
    }
    const ids = this.chapters.map(({ article }) => article.id).join("\n");
    const hash = await sha256(new TextEncoder().encode(ids));
    return {
      identifier: `urn:uuid:${hash.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5")}`,
      title: this.title,
      lang: commonest(this.chapters.map(({ article }) => article.lang)),
      creators: [...new Set(this.chapters.flatMap(({ article }) => article.byline ?? []))].slice(0, mostCreators),
      subjects: [],
      modified,
    };
  }
}

const xhtml = "application/xhtml+xml";
/** Titles on the cover of a book of many; the contents list has all. */
const mostOnCover = 12;
const mostCreators = 20;

/** Pictures every program that reads books must know; WebP is one of them only since EPUB 3.3. */
const isOfBooks = /^image\/(?:png|jpeg|gif)$/;

function chapter(article: Article, body: Xhtml, notes: readonly string[], words: BookWords): string {
  const { title, byline, source, published, url } = article;
  const about = [byline, source, published?.slice(0, 10)].flatMap((fact) => (fact ? [escapeXml(fact)] : []));
  const link = url && webHref(url);
  if (link) about.push(`<a href="${escapeXml(link)}">${escapeXml(words.original)}</a>`);
  const list = notes.map((note) => `<li>${note}</li>`).join("\n");
  return `<section epub:type="chapter">
<h1>${escapeXml(labelOf(title))}</h1>
${about.length > 0 ? `<p class="liuye-about">${about.join(" · ")}</p>\n` : ""}<div id="liuye-body">
${body.markup}
</div>
${notes.length > 0 ? `<aside class="liuye-notes">\n<p>${escapeXml(words.notes)}</p>\n<ul>\n${list}\n</ul>\n</aside>\n` : ""}</section>`;
}

function escaped(text: string): string {
  return escapeXml(text).replace(/\r?\n/g, "<br/>");
}

/** Something a contents list can show. */
function labelOf(title: string): string {
  return escapeXml(title).trim() ? title.replace(/\s+/g, " ").trim() : "…";
}

/** Headings as a tree: what is lower stands below what is higher before it. */
function nested(headings: Xhtml["headings"], path: string): ContentsEntry[] {
  const top: ContentsEntry[] = [];
  const open: { level: number; below: ContentsEntry[] }[] = [{ level: 0, below: top }];
  for (const { level, text, id } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const entry = { label: labelOf(text), href: `${path}#${id}`, below: [] };
    open.at(-1)?.below.push(entry);
    open.push({ level, below: entry.below });
  }
  return top;
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "und";
}
