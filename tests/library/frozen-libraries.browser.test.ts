// Libraries as every released schema left them, opened by the Liuye of today: no row and no field may be missing.
import { Dexie } from "dexie";
import { beforeEach, describe, expect, test } from "vitest";
import { allArticles, contentOf } from "#library/articles.ts";
import { auditLibrary } from "#library/audit.ts";
import { libraryCounts, libraryLength } from "#library/counts.ts";
import { database } from "#library/database.ts";
import { allHighlights, highlightsOf } from "#library/highlights.ts";
import { migrations } from "#library/migrations.ts";
import { allNoted } from "#library/noted.ts";
import { readArticlesBetween, readingDays } from "#library/readings.ts";
import { remakeFacts } from "#library/remake-facts.ts";
import { measureRoom } from "#library/room.ts";
import { idsInState } from "#library/states.ts";
import { versionsOf } from "#library/versions.ts";
import { wordedById } from "#library/worded.ts";
import { dumpOf } from "./dump.ts";

type Row = Record<string, unknown> & { id: string };
type Frozen = {
  version: number;
  stores: Record<string, string>;
  rows: { store: string; key?: string; value: unknown }[];
};

const files = import.meta.glob<string>("../fixtures/libraries/*.json", {
  eager: true,
  query: "?raw",
  import: "default",
});
const frozen = Object.values(files).map((file) => {
  const library: Frozen = JSON.parse(file);
  return { ...library, rows: library.rows.map((row) => ({ ...row, value: thaw(row.value) })) };
});

/** What JSON has no word for. */
function thaw(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(thaw);
  if ("$bytes" in value) return Uint8Array.from(atob(String(value.$bytes)), (sign) => sign.charCodeAt(0)).buffer;
  if ("$number" in value) return Number(value.$number);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, thaw(inner)]));
}

async function putOnDisk({ version, stores, rows }: Frozen): Promise<void> {
  const then = new Dexie("liuye");
  then.version(version).stores(stores);
  await then.transaction("rw", then.tables, async () => {
    for (const { store, key, value } of rows) await then.table(store).put(value, key);
  });
  then.close();
}

beforeEach(async () => {
  database.close({ disableAutoOpen: false });
  await Dexie.delete("liuye");
});

test("there is a library of every schema that was released", () => {
  expect(frozen.map(({ version }) => version).sort()).toEqual(migrations.map((_, at) => at + 1));
});

describe.each(frozen)("a library of schema $version", (library) => {
  const rowsOf = (store: string) => library.rows.filter((row) => row.store === store).map(({ value }) => value);

  test("is opened with every row and every field it had", async () => {
    await putOnDisk(library);
    await database.open();
    const now = await dumpOf();
    for (const store of Object.keys(library.stores)) {
      if (store === "facts") continue; // made of the articles, and made again
      const moved = store === "articles" ? rowsOf(store).map(withoutNotes) : rowsOf(store);
      expect(new Set(now[store]), store).toEqual(new Set(moved));
    }
    for (const article of rowsOf("articles") as (Row & { note?: string; passages?: { quote: string }[] })[]) {
      if (article.note) expect((await database.notes.get(article.id))?.text).toBe(article.note);
      const quotes = (await highlightsOf(article.id)).map(({ anchor }) => anchor.quote.exact);
      for (const { quote } of article.passages ?? []) expect(quotes).toContain(quote);
    }
  });

  test("is listed, counted, searched and read, whatever stands in its odd rows", async () => {
    await putOnDisk(library);
    await database.open();
    const ids = (rowsOf("articles") as Row[]).map(({ id }) => id);
    const facts = await remakeFacts();
    expect(facts.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(facts.every(({ savedAt, tags }) => Number.isFinite(savedAt) && Array.isArray(tags))).toBe(true);
    const worded = await wordedById(ids);
    expect(worded.find(({ article }) => article.id === "ferry")?.text).toContain("缆绳");
    for (const id of ids) {
      expect((await contentOf(id))?.html ?? "").toBeTypeOf("string");
      await versionsOf(id);
    }
    for (const state of ["favourite", "unread", "reading", "read", "archived", "noted"] as const)
      await idsInState(state);
    expect((await libraryCounts()).articles).toBeGreaterThan(7);
    expect(await libraryLength()).toBeGreaterThan(60);
    for (const read of [allArticles, allNoted, allHighlights, readingDays]) await read();
    await readArticlesBetween("1970-01-01", "2099-12-31");
    for await (const { room } of measureRoom()) expect(Object.values(room).every(Number.isFinite)).toBe(true);
    let seen = 0;
    for await (const { done } of auditLibrary()) seen = done;
    expect(seen).toBeGreaterThan(7);
  });
});

/** Notes and passages moved out of the rows with schema 5. */
function withoutNotes(row: unknown): unknown {
  const { note: _, passages: __, ...rest } = row as Row;
  return rest;
}
