// Every way out for articles: which files of which kind, one after the other, and nothing of them all in memory at once.
import { LiuyeError } from "#domain/errors.ts";
import { articleNoteOf } from "#library/article-notes.ts";
import { articleById } from "#library/articles.ts";
import { highlightCount } from "#library/highlights.ts";
import { placeOf } from "#library/places.ts";
import { readingsOf } from "#library/readings.ts";
import { type ArticlePageWords, articlePage } from "./article-page.ts";
import { Book } from "./epub.ts";
import type { BookWords } from "./epub-files.ts";
import { distinctNames, fileName } from "./file-name.ts";
import { dataAddress, jsonEnd, jsonOf, jsonStart } from "./json-file.ts";
import { type KeptArticle, keptArticle, pictureName } from "./kept-article.ts";
import { markdownFile } from "./markdown-file.ts";
import { type TableWords, tableHead, tableLine } from "./table.ts";
import { beginZip, type PutFile } from "./zip-file.ts";

export const exportFormats = ["markdown", "epub", "html", "json", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What stands in the files beside the articles' own words, in one language. */
export type ExportWords = { page: ArticlePageWords; book: BookWords; table: TableWords; untitled: string };

export type ExportOrder = {
  ids: readonly string[];
  format: ExportFormat;
  /** Whether pictures go along. */
  pictures: boolean;
  /** What a file of many articles is called. */
  name: string;
  words: ExportWords;
};

/** A finished file, and how many of the articles are not in it because their words have yet to arrive or have gone. */
export type ExportFile = { name: string; blob: Blob; left: number };

type Tell = (done: number) => void;

/**
 * Makes one file of articles. Throws the signal's reason once it is aborted, and LiuyeError `nothing-to-read` when none of
 * the articles has its words; nothing is kept of what was made by then.
 */
export async function exportArticles(order: ExportOrder, signal: AbortSignal, tell: Tell): Promise<ExportFile> {
  const { ids, name, words } = order;
  const [only] = ids.length === 1 ? ids : [];
  const article = only === undefined ? null : await articleById(only);
  const base = fileName(article?.title ?? name, words.untitled);
  const count = { left: 0 };
  async function* each(): AsyncGenerator<KeptArticle> {
    for (const [at, id] of ids.entries()) {
      signal.throwIfAborted();
      const kept = await keptArticle(id, order.pictures);
      if (kept) yield kept;
      else count.left++;
      tell(at + 1);
    }
  }
  const made = await makers[order.format](order, each(), { base, signal, tell });
  if (ids.length === count.left) throw new LiuyeError("nothing-to-read");
  return { ...made, left: count.left };
}

type Made = { name: string; blob: Blob };
type Making = { base: string; signal: AbortSignal; tell: Tell };
type Maker = (order: ExportOrder, each: AsyncGenerator<KeptArticle>, making: Making) => Promise<Made>;

const makers: Record<ExportFormat, Maker> = {
  async epub({ words, name }, each, { base, signal }) {
    const zip = beginZip("application/epub+zip", signal);
    const book = new Book(zip.put, words.book, name);
    await book.begin();
    for await (const kept of each) await book.addChapter(kept);
    await book.end();
    return { name: `${base}.epub`, blob: await zip.end() };
  },

  async markdown(order, each, making) {
    const write = (kept: KeptArticle) => markdownFile(kept, order.pictures ? pictureFolder : undefined);
    return filesOf(order, each, making, "md", "text/markdown", write, write);
  },

  async html(order, each, making) {
    const pageOf = ({ article, content, highlights, note }: KeptArticle, addresses: ReadonlyMap<string, string>) =>
      articlePage({
        article,
        html: content.html,
        words: order.words.page,
        note: note ?? undefined,
        highlights,
        pictureAddress: (id) => addresses.get(id),
      });
    const alone = async (kept: KeptArticle) =>
      pageOf(
        kept,
        new Map(await Promise.all(kept.pictures.map(async (one) => [one.id, await dataAddress(one)] as const))),
      );
    const among = (kept: KeptArticle) =>
      pageOf(kept, new Map(kept.pictures.map((one) => [one.id, `${pictureFolder}/${pictureName(one)}`])));
    return filesOf(order, each, making, "html", "text/html", alone, among);
  },

  async json(_, each, { base }) {
    const text = new LongText("application/json");
    let between = jsonStart;
    for await (const kept of each) {
      text.add(between, await jsonOf(kept, await readingsOf(kept.article.id)));
      between = ",\n";
    }
    text.add(between === jsonStart ? jsonStart : "", jsonEnd);
    return { name: `${base}.json`, blob: text.end() };
  },

  async csv({ ids, words }, _, { base, signal, tell }) {
    const text = new LongText("text/csv");
    text.add(tableHead(words.table));
    for (const [at, id] of ids.entries()) {
      signal.throwIfAborted();
      const [article, place, highlights, note] = await Promise.all([
        articleById(id),
        placeOf(id),
        highlightCount(id),
        articleNoteOf(id),
      ]);
      if (article)
        text.add(
          tableLine({ article, progress: place?.progress ?? 0, highlights, note: note?.text ?? "" }, words.table),
        );
      tell(at + 1);
    }
    return { name: `${base}.csv`, blob: text.end() };
  },
};

const pictureFolder = "pictures";

/** A file for each article: one by itself where it needs no other, else all in a ZIP with their pictures in a folder. */
async function filesOf(
  { ids, format, words }: ExportOrder,
  each: AsyncGenerator<KeptArticle>,
  { base, signal }: Making,
  ending: string,
  type: string,
  alone: (kept: KeptArticle) => string | Promise<string>,
  among: (kept: KeptArticle) => string,
): Promise<Made> {
  const zip = beginZip("application/zip", signal);
  const distinct = distinctNames();
  const pictures = new Set<string>();
  let single: KeptArticle | undefined;
  for await (const kept of each) {
    if (ids.length === 1 && (format === "html" || kept.pictures.length === 0)) single = kept;
    else {
      const name = distinct(fileName(kept.article.title, words.untitled));
      await zip.put(`${name}.${ending}`, among(kept));
      await putPictures(zip.put, kept, pictures);
    }
  }
  if (single) return { name: `${base}.${ending}`, blob: new Blob([await alone(single)], { type }) };
  // Of one library there may be both: a name says which it is.
  const many = ids.length > 1 ? ` ${format === "html" ? "HTML" : "Markdown"}` : "";
  return { name: `${base}${many}.zip`, blob: await zip.end() };
}

/** Each picture once, though articles share it; packed already, they are stored as they are. */
async function putPictures(put: PutFile, { pictures }: KeptArticle, there: Set<string>): Promise<void> {
  for (const picture of pictures) {
    if (there.has(picture.id)) continue;
    there.add(picture.id);
    await put(`${pictureFolder}/${pictureName(picture)}`, new Uint8Array(picture.bytes), { packed: false });
  }
}

/** A text that may be longer than a string can be; what is written goes into blobs, which the browser keeps out of memory. */
class LongText {
  private readonly type: string;
  private pieces: BlobPart[] = [];
  private pending: string[] = [];
  private length = 0;

  constructor(type: string) {
    this.type = type;
  }

  add(...texts: string[]): void {
    this.pending.push(...texts);
    for (const { length } of texts) this.length += length;
    if (this.length < pieceLength) return;
    this.pieces.push(new Blob(this.pending));
    this.pending = [];
    this.length = 0;
  }

  end(): Blob {
    return new Blob([...this.pieces, ...this.pending], { type: this.type });
  }
}

/** Characters gathered before they become a blob. */
const pieceLength = 4 * 1024 * 1024;
