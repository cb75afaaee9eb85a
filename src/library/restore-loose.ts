import { mergeReadings, mergeTags, mergeTombstones } from "#domain/backup/merge.ts";
import type { Rows } from "#domain/backup/tables.ts";
import { database } from "./database.ts";
import { Recorder } from "./restore-record.ts";
import { write } from "./write.ts";

/** Unites tags of a backup with those here, all or none. */
export function restoreTags(tags: readonly Rows["tags"][], id: string, now: number): Promise<unknown> {
  return recorded(id, now, async (record) => {
    for (const tag of tags) {
      const known = await database.tags.get(tag.name);
      await record.put("tags", known ? mergeTags(known, tag) : tag);
    }
  });
}

/** Unites readings; `idHere` tells which article one belongs to where it has another id here. */
export function restoreReadings(
  readings: readonly Rows["readings"][],
  idHere: ReadonlyMap<string, string>,
  id: string,
  now: number,
): Promise<unknown> {
  return recorded(id, now, async (record) => {
    for (const reading of readings) {
      const next = { ...reading, articleId: idHere.get(reading.articleId) ?? reading.articleId };
      const known = await database.readings.get(reading.id);
      await record.put("readings", known ? mergeReadings(known, next) : next);
    }
  });
}

/** Takes over what was deleted elsewhere; what is here is not deleted by it. */
export function restoreTombstones(
  tombstones: readonly Rows["tombstones"][],
  id: string,
  now: number,
): Promise<unknown> {
  return recorded(id, now, async (record) => {
    for (const tombstone of tombstones) {
      const { id: of } = tombstone;
      if ((await database.articles.get(of)) || (await database.highlights.get(of))) continue;
      const known = await database.tombstones.get(of);
      await record.put("tombstones", known ? mergeTombstones(known, tombstone) : tombstone);
    }
  });
}

function recorded(id: string, now: number, deed: (record: Recorder) => Promise<void>): Promise<unknown> {
  return write(async () => {
    const record = new Recorder(id, now);
    await deed(record);
    await record.keep();
  });
}
