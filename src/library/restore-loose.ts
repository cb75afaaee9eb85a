import { mergeReadings, mergeTags, mergeTombstones } from "#domain/backup/merge.ts";
import type { Rows } from "#domain/backup/tables.ts";
import { Recorder } from "./restore-record.ts";
import { write } from "./write.ts";

/** Unites tags of a backup with those here, all or none. */
export function restoreTags(tags: readonly Rows["tags"][], id: string, now: number): Promise<unknown> {
  return recorded(id, now, async (record) => {
    await record.load(
      "tags",
      tags.map(({ name }) => name),
    );
    for (const tag of tags) {
      const known = record.get("tags", tag.name);
      record.put("tags", known ? mergeTags(known, tag) : tag);
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
    await record.load(
      "readings",
      readings.map((reading) => reading.id),
    );
    for (const reading of readings) {
      const next = { ...reading, articleId: idHere.get(reading.articleId) ?? reading.articleId };
      const known = record.get("readings", reading.id);
      record.put("readings", known ? mergeReadings(known, next) : next);
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
    const ids = tombstones.map((tombstone) => tombstone.id);
    await Promise.all((["articles", "highlights", "tombstones"] as const).map((name) => record.load(name, ids)));
    for (const tombstone of tombstones) {
      const { id: of } = tombstone;
      if (record.get("articles", of) || record.get("highlights", of)) continue;
      const known = record.get("tombstones", of);
      record.put("tombstones", known ? mergeTombstones(known, tombstone) : tombstone);
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
