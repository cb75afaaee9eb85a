// Brings a checked backup into the library. Its file is the stage: every entry is read and checked again as it is used, so nothing
// comes in that the check has not seen, and no second copy of it takes the device's room.

import { bodyText } from "#domain/anchor/body-text.ts";
import type { Content, Original, Picture } from "#domain/article.ts";
import { partName, partOf, pictureName } from "#domain/backup/format.ts";
import type { Rows, TableName, VersionRow } from "#domain/backup/tables.ts";
import { htmlOf, sanitizerVersion, sanitizeToFragment } from "#domain/sanitize.ts";
import { sha256 } from "#domain/sha256.ts";
import type { Version } from "#domain/version.ts";
import { bodyHash } from "#library/body-hash.ts";
import { keptPictures } from "#library/edits.ts";
import { missingPictures } from "#library/pictures.ts";
import { restoreReadings, restoreTags, restoreTombstones } from "#library/restore-loose.ts";
import { forgetRestores } from "#library/restore-record.ts";
import { type Incoming, restoreArticles, standingOf } from "#library/restore-slice.ts";
import { takeSettings } from "#library/settings.ts";
import type { Checked } from "./check-backup.ts";

export type RestoreOptions = {
  /** Brings back what was deleted here since. */
  bringBack: boolean;
  /** Of a damaged backup, what is sound: nothing that the check found wrong is touched. */
  soundOnly?: boolean;
  signal: AbortSignal;
  tell: (progress: { done: number; total: number }) => void;
  now: number;
};

/** What a restore did: articles that are new or newer here now, those that stayed away because they were deleted here, and settings. */
export type Restored = { added: number; renewed: number; deleted: number; settings: number };

/** Articles, and bytes of them, written in one transaction: as imports are. */
const mostTogether = 64;
const mostBytes = 8 * 1024 * 1024;

/** After so many milliseconds the page may draw and answer. */
const patience = 16;

/** Restores a backup that was checked and is without problems, or what is sound of it. Stopped or interrupted, every article is whole or not there, and restoring again goes on. */
export async function restoreBackup(checked: Checked, options: RestoreOptions): Promise<Restored> {
  const { problems, sound } = checked;
  if (problems.length > 0 && !(options.soundOnly && sound > 0))
    throw new Error("a backup with problems is not restored");
  return new Restoring(checked, options).run();
}

class Restoring {
  private readonly checked: Checked;
  private readonly options: RestoreOptions;
  private readonly idHere = new Map<string, string>();
  private readonly restored: Restored = { added: 0, renewed: 0, deleted: 0, settings: 0 };
  private id = "";
  private rested = performance.now();

  constructor(checked: Checked, options: RestoreOptions) {
    this.checked = checked;
    this.options = options;
  }

  async run(): Promise<Restored> {
    const { manifest, sound } = this.checked;
    const { signal, tell, now } = this.options;
    // The same backup has the same name: going on with a restore that was interrupted does not make its first half final.
    this.id = (await sha256(new TextEncoder().encode(JSON.stringify(manifest.entries)))).slice(0, 16);
    await forgetRestores(this.id);
    const total = sound;
    const parts = new Set(manifest.entries.flatMap(({ name }) => partOf(name)?.part ?? []));
    let done = 0;
    for (const part of [...parts].sort((a, b) => a - b)) {
      const groups = await this.groups(part);
      for (const group of groups) {
        signal.throwIfAborted();
        const standings = await restoreArticles(await this.filled(group), this.id, this.options.bringBack, now);
        for (const [at, { id, fate }] of standings.entries()) {
          const article = group.articles[at];
          if (article && article.id !== id) this.idHere.set(article.id, id);
          if (fate === "new") this.restored.added++;
          if (fate === "newer") this.restored.renewed++;
          if (fate === "deleted") this.restored.deleted++;
        }
        done += group.articles.length;
        tell({ done, total });
      }
    }
    for (const part of parts) {
      signal.throwIfAborted();
      await restoreTags(await this.rows("tags", part), this.id, now);
      const readings = (await this.rows("readings", part)).filter(({ articleId }) => !this.checked.lost.has(articleId));
      await restoreReadings(readings, this.idHere, this.id, now);
      await restoreTombstones(await this.rows("tombstones", part), this.id, now);
      this.restored.settings += takeSettings(await this.rows("settings", part));
    }
    return this.restored;
  }

  /** A part of the backup in groups that are written together; pictures and originals are still to be read. */
  private async groups(part: number): Promise<Group[]> {
    const { lost, problems } = this.checked;
    const articles = (await this.rows("articles", part)).filter(({ id }) => !lost.has(id));
    const contents = byId(await this.rows("contents", part));
    const places = byId(await this.rows("places", part));
    const originals = byId(await this.rows("originals", part));
    const notes = byId(await this.rows("notes", part));
    const versions = Map.groupBy(await this.rows("versions", part), ({ articleId }) => articleId);
    const highlights = Map.groupBy(await this.rows("highlights", part), ({ articleId }) => articleId);
    const groups: Group[] = [];
    let bytes = mostBytes;
    const take = <Row>(rows: Map<string, Row>, id: string): Row[] => {
      const row = rows.get(id);
      rows.delete(id);
      return row === undefined ? [] : [row];
    };
    for (const article of articles) {
      let group = groups.at(-1);
      if (!group || group.articles.length >= mostTogether || bytes >= mostBytes) {
        group = { articles: [], contents: [], places: [], originals: [], highlights: [], notes: [], versions: [] };
        groups.push(group);
        bytes = 0;
      }
      const { id } = article;
      group.articles.push(article);
      group.contents.push(...take(contents, id));
      group.places.push(...take(places, id));
      group.originals.push(...take(originals, id));
      group.notes.push(...take(notes, id));
      group.highlights.push(...take(highlights, id).flat());
      group.versions.push(...take(versions, id).flat());
      bytes += this.sizeOf(group, id);
    }
    const strays = {
      articles: [],
      contents: [],
      places: [],
      originals: [],
      highlights: [...highlights.values()].flat(),
      notes: [...notes.values()],
      versions: [],
    };
    // Of a damaged backup they may belong to an article that is lost.
    if (problems.length > 0 || strays.highlights.length + strays.notes.length === 0) return groups;
    return [...groups, strays];
  }

  /** The sound rows of a part. What the check found wrong is not looked at again; what has become wrong since is thrown. */
  private async rows<Table extends TableName>(table: Table, part: number): Promise<Rows[Table][]> {
    const { reader, problems, damaged } = this.checked;
    if (damaged.has(partName(table, part))) return [];
    return problems.length > 0 ? reader.rows(table, part, () => {}) : reader.rows(table, part);
  }

  private sizeOf({ contents, originals }: Group, id: string): number {
    const content = contents.at(-1);
    const original = originals.at(-1);
    const { reader, pictures } = this.checked;
    const sizes = (content?.id === id ? (content.pictures ?? []) : []).map((picture) => {
      const row = pictures.get(picture);
      return (row && reader.entry(pictureName(row))?.bytes) ?? 0;
    });
    if (original?.id === id) sizes.push(reader.entry(original.file)?.bytes ?? 0);
    return sizes.reduce((sum, size) => sum + size, content?.id === id ? content.html.length * 2 : 0);
  }

  /** A group with its bodies clean, and with the pictures and originals that are wanted here. */
  private async filled({ contents, originals, versions, ...group }: Group): Promise<Incoming> {
    const { reader, damaged } = this.checked;
    const standings = await standingOf(group.articles, new Set(contents.map(({ id }) => id)), this.options.bringBack);
    const taken = new Set(
      group.articles
        .filter((_, at) => standings[at]?.capture === "backup" && standings[at]?.fate !== "deleted")
        .map(({ id }) => id),
    );
    const clean: Content[] = [];
    for (const content of contents) {
      clean.push(taken.has(content.id) ? await cleaned(content) : content);
      await this.rest();
    }
    const kept: Original[] = [];
    for (const { file, ...row } of originals)
      if (!damaged.has(file)) kept.push({ ...row, gzip: (await reader.bytes(file)).buffer });
    const deleted = new Set(group.articles.filter((_, at) => standings[at]?.fate === "deleted").map(({ id }) => id));
    const earlier: Version[] = [];
    for (const { original, ...row } of versions) {
      if (deleted.has(row.articleId)) continue;
      const { file, ...page } = original ?? {};
      const gzip = file === undefined || damaged.has(file) ? undefined : (await reader.bytes(file)).buffer;
      const version: Version = await cleaned(row);
      earlier.push(gzip && original ? { ...version, original: { ...page, kind: original.kind, gzip } } : version);
      await this.rest();
    }
    const showing = [...clean.filter(({ id }) => taken.has(id)), ...earlier];
    const pictures = new Set([...showing.flatMap(picturesOf), ...(await missingPictures(clean.flatMap(picturesOf)))]);
    return { ...group, contents: clean, originals: kept, versions: earlier, pictures: await this.pictures(pictures) };
  }

  private async pictures(wanted: ReadonlySet<string>): Promise<Picture[]> {
    const { reader, pictures, damaged } = this.checked;
    const here = wanted.size > 0 ? await keptPictures([...wanted]) : new Set();
    const found: Picture[] = [];
    for (const id of wanted) {
      const row = here.has(id) ? undefined : pictures.get(id);
      if (row && !damaged.has(pictureName(row)))
        found.push({ ...row, bytes: (await reader.bytes(pictureName(row))).buffer });
    }
    return found;
  }

  private async rest(): Promise<void> {
    if (performance.now() - this.rested < patience) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.rested = performance.now();
  }
}

type Group = Omit<Incoming, "pictures" | "originals" | "versions"> & {
  versions: VersionRow[];
  originals: (Omit<Original, "gzip"> & { file: string })[];
};

/** A backup is a stranger's file like any other: its bodies go through the one way in. */
async function cleaned<Body extends Pick<Content, "html" | "text" | "sanitizer">>(content: Body): Promise<Body> {
  const html = htmlOf(sanitizeToFragment(content.html));
  if (html === content.html) return content;
  return { ...content, html, text: bodyText(html), sanitizer: sanitizerVersion, hash: await bodyHash(html) };
}

const picturesOf = ({ pictures = [] }: Pick<Content, "pictures">) => pictures;

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
