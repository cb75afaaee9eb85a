// Writes the whole library into one archive, slice by slice: the truth as rows, and beside it every article as a page to read.

import type { Content } from "#domain/article.ts";
import {
  type Entry,
  formatVersion,
  type Manifest,
  manifestName,
  partName,
  pictureName,
  stemOf,
} from "#domain/backup/format.ts";
import { rowChecks, type TableName } from "#domain/backup/tables.ts";
import { byPlace } from "#domain/highlight.ts";
import { sha256 } from "#domain/sha256.ts";
import { type ArticlePageWords, articlePage } from "#export/article-page.ts";
import { librarySlices, looseRows, pictureById, type Slice, schemaVersion } from "#library/backup-slices.ts";
import { keptSettings } from "#library/settings.ts";
import { articleCount } from "#library/worded.ts";
import { type IndexLine, indexPage } from "./index-page.ts";
import { pack } from "./packing.ts";
import { type Sink, ZipWriter } from "./zip-writer.ts";

/** The words in a backup, in the reader's language, and the two that tell a stranger what it is. */
export type BackupWords = { page: ArticlePageWords; index: string; readme: string; readmeName: string };

/** How far it is, in articles. */
type BackupProgress = { done: number; total: number };

export type BackupOptions = {
  words: BackupWords;
  /** The version of Liuye. */
  app: string;
  signal: AbortSignal;
  tell: (progress: BackupProgress) => void;
  now: number;
};

/** What was written; `leftOut` names rows that are damaged here and that no restore would believe, as `table/key`. */
export type Written = { manifest: Manifest; leftOut: string[] };

/** Writes a backup into a sink. Throws the signal's reason when it is aborted. */
export async function writeBackup(sink: Sink, options: BackupOptions): Promise<Written> {
  return new BackupWriter(sink, options).write();
}

class BackupWriter {
  private readonly zip: ZipWriter;
  private readonly options: BackupOptions;
  private readonly entries: Entry[] = [];
  private readonly counts: Partial<Record<TableName, number>> = {};
  private readonly leftOut: string[] = [];
  private readonly lines: IndexLine[] = [];
  /** The file of each picture written. */
  private readonly pictures = new Map<string, string>();
  private readonly stems = new Set<string>();

  constructor(sink: Sink, options: BackupOptions) {
    this.zip = new ZipWriter(sink, options.now);
    this.options = options;
  }

  async write(): Promise<Written> {
    const { words, tell, now, app } = this.options;
    const total = await articleCount();
    tell({ done: 0, total });
    await this.add(words.readmeName, words.readme);
    let part = 0;
    let done = 0;
    for await (const slice of librarySlices()) {
      await this.addSlice(slice, ++part);
      done += slice.articles.length;
      tell({ done, total: Math.max(total, done) });
    }
    for (const table of ["tags", "readings", "tombstones"] as const) {
      let of = 0;
      for await (const rows of looseRows(table))
        await this.addPart(
          table,
          ++of,
          rows.filter((row) => this.isSound(table, row)),
        );
    }
    await this.addPart("settings", 1, keptSettings());
    await this.add("index.html", indexPage(words.index, words.page.lang, this.lines));
    const manifest: Manifest = {
      format: "liuye-backup",
      ...{ formatVersion, schema: schemaVersion, app, createdAt: now, counts: this.counts, entries: this.entries },
    };
    await this.zip.add(manifestName, bytesOf(JSON.stringify(manifest)), { compress: true });
    await this.zip.close();
    return { manifest, leftOut: this.leftOut };
  }

  private async addSlice(read: Slice, part: number): Promise<void> {
    const slice = this.sound(read);
    const { articles, contents, places, highlights, notes } = slice;
    const stems = new Map(articles.map((article) => [article.id, this.stemOf(article)]));
    const pages: { file: string; gzip: ArrayBuffer }[] = [];
    const apart = <Row extends { gzip: ArrayBuffer }>({ gzip, ...row }: Row, name: string) => {
      const file = `originals/${name}.gz`;
      pages.push({ file, gzip });
      return { ...row, file };
    };
    const originals = slice.originals.map((row) => apart(row, stems.get(row.id) ?? row.id));
    const versions = slice.versions.map(({ original, ...row }) => ({
      ...row,
      ...(original && { original: apart(original, `${stems.get(row.articleId) ?? row.articleId} ${row.id}`) }),
    }));
    const pictures = await this.addPictures([...contents, ...versions]);
    const tables = { articles, contents, places, originals, pictures, highlights, notes, versions };
    for (const [table, rows] of Object.entries(tables)) await this.addPart(table as TableName, part, rows);
    for (const { file, gzip } of pages) await this.addBytes(file, new Uint8Array(gzip), { compress: false });
    await this.addPages(slice, stems);
  }

  /** A slice without the rows that no restore would believe. */
  private sound(slice: Slice): Slice {
    const originals = slice.originals.filter(
      (row) => this.isSound("originals", { ...row, file: "" }) && isBytes(row.gzip),
    );
    const rest = (["articles", "contents", "places", "highlights", "notes"] as const).map(
      (table) => [table, slice[table].filter((row) => this.isSound(table, row))] as const,
    );
    const versions = slice.versions.filter(
      ({ original, ...row }) => this.isSound("versions", row) && (!original || isBytes(original.gzip)),
    );
    return { ...slice, ...Object.fromEntries(rest), originals, versions };
  }

  private isSound(table: TableName, row: object): boolean {
    const isSound = rowChecks[table](row) !== undefined;
    if (!isSound) this.leftOut.push(`${table}/${"id" in row ? row.id : "name" in row ? row.name : "?"}`);
    return isSound;
  }

  /** Each article as a page, but those in the trash, and those whose words have yet to arrive. */
  private async addPages(
    { articles, contents, highlights, notes }: Slice,
    stems: ReadonlyMap<string, string>,
  ): Promise<void> {
    const contentOf = new Map(contents.map((content) => [content.id, content]));
    const noteOf = new Map(notes.map((note) => [note.id, note]));
    for (const article of articles) {
      if (article.trashedAt !== undefined) continue;
      const { id, title, source, savedAt, url } = article;
      const content = contentOf.get(id);
      const page = `articles/${stems.get(id)}.html`;
      this.lines.push({ title, source, savedAt, url, ...(content && { page }) });
      if (!content) continue;
      const pictureAddress = (picture: string) => {
        const file = this.pictures.get(picture);
        return file && `../${file}`;
      };
      const marks = byPlace(highlights.filter(({ articleId }) => articleId === id));
      const { page: words } = this.options.words;
      const parts = { article, html: content.html, words, note: noteOf.get(id), highlights: marks, pictureAddress };
      await this.add(page, articlePage(parts));
    }
  }

  /** Writes the pictures that were not written yet, one at a time, and gives their rows. */
  private async addPictures(contents: readonly Pick<Content, "pictures">[]): Promise<object[]> {
    const rows: object[] = [];
    for (const id of new Set(contents.flatMap(({ pictures = [] }) => pictures))) {
      if (this.pictures.has(id)) continue;
      const picture = await pictureById(id);
      if (!picture) continue; // it never came, and its article's receipt says so
      const { bytes, ...row } = picture;
      const file = pictureName(row);
      if (!this.isSound("pictures", row)) continue;
      if (!isBytes(bytes) || (await sha256(bytes)) !== id) {
        this.leftOut.push(`pictures/${id}`); // no longer what was kept, and no restore would take it
        continue;
      }
      this.pictures.set(id, file);
      rows.push(row);
      await this.addBytes(file, new Uint8Array(bytes), { compress: false });
    }
    return rows;
  }

  private async addPart(table: TableName, part: number, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    this.counts[table] = (this.counts[table] ?? 0) + rows.length;
    const lines = bytesOf(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    await this.addBytes(partName(table, part), await pack(lines, "gzip"), { compress: false });
  }

  private add(name: string, text: string): Promise<void> {
    return this.addBytes(name, bytesOf(text), { compress: true });
  }

  private async addBytes(name: string, bytes: Uint8Array<ArrayBuffer>, how: { compress: boolean }): Promise<void> {
    this.options.signal.throwIfAborted();
    this.entries.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    await this.zip.add(name, bytes, how);
  }

  private stemOf(article: { id: string; title: string; savedAt: number }): string {
    const stem = stemOf(article);
    let free = stem;
    for (let more = 2; this.stems.has(free.toLowerCase()); more++) free = `${stem} ${more}`; // some disks take A for a
    this.stems.add(free.toLowerCase());
    return free;
  }
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
