import { Dexie, type EntityTable, type Table } from "dexie";
import type { Article, Content, Original, Picture, Place } from "#domain/article.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import type { Reading } from "#domain/reading.ts";
import { soundRow } from "#domain/sound.ts";
import type { Tag } from "#domain/tag.ts";
import type { Version } from "#domain/version.ts";
import { type Migration, migrations } from "./migrations.ts";
import { mirrorFacts } from "./mirror-facts.ts";

/** The small picture of an article for lists; no bytes where none of its pictures would do. */
export type Thumbnail = { id: string; type: string; bytes?: ArrayBuffer };

/** The memory that something was deleted, and when (milliseconds since 1970). */
export type Tombstone = { id: string; at: number };

/** One row as it stood before a restore; no `before` where there was none. */
export type Replaced = { table: string; key: string; before?: unknown };

/** One step of the last restore, written with it. */
export type RestoreStep = { id: string; at: number; rows: Replaced[] };

/** The library in IndexedDB; the optional list of migrations lets tests open it as an older release did. */
export class LibraryDatabase extends Dexie {
  declare articles: EntityTable<Article, "id">;
  declare contents: EntityTable<Content, "id">;
  declare places: EntityTable<Place & { id: string }, "id">;
  declare pictures: EntityTable<Picture, "id">;
  declare originals: EntityTable<Original, "id">;
  declare readings: EntityTable<Reading, "id">;
  declare facts: Table<string, string>;
  declare highlights: EntityTable<Highlight, "id">;
  declare notes: EntityTable<ArticleNote, "id">;
  declare tags: EntityTable<Tag, "name">;
  declare thumbnails: EntityTable<Thumbnail, "id">;
  declare tombstones: EntityTable<Tombstone, "id">;
  declare versions: EntityTable<Version, "id">;
  declare restores: EntityTable<RestoreStep, "id">;

  constructor(name = "liuye", steps: readonly Migration[] = migrations) {
    super(name, { chromeTransactionDurability: "strict" }); // "saved" is said only when the disk has it
    this.use(mirrorFacts);
    steps.forEach(({ stores, upgrade }, index) => {
      const version = this.version(index + 1).stores(stores);
      if (upgrade) version.upgrade(upgrade);
    });
    for (const table of this.tables) table.hook("reading", (row) => soundRow(table.name, row));
  }
}

/** The one library of this page. */
export const database = new LibraryDatabase();
