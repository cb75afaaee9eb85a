// What a restore writes, and how it was before: one step of it a transaction.
import type { Original, Picture } from "#domain/article.ts";
import type { Rows } from "#domain/backup/tables.ts";
import type { Version } from "#domain/version.ts";
import { database, type Replaced, type RestoreStep, type Thumbnail } from "./database.ts";
import { dropUnshownPictures } from "./pictures.ts";
import { write } from "./write.ts";

/** Digits of a step's number: steps are undone from the last to the first, in the order of their keys as texts. */
const orderLength = 15;

/**
 * Gathers what is to be written, with what it replaces, and writes it in a few large requests; to be used inside one `write`,
 * at whose end `keep` is called. A row must have been loaded before it is looked at, written or taken away.
 */
export class Recorder {
  private readonly rows: Replaced[] = [];
  private readonly present = new Map<string, Map<string, unknown>>();
  private readonly fresh = new Map<string, Map<string, object>>();
  private readonly gone = new Map<string, Set<string>>();
  private readonly restore: string;
  private readonly at: number;

  constructor(restore: string, at: number) {
    this.restore = restore;
    this.at = at;
  }

  /** Reads rows, those that are there. */
  async load<Table extends Loadable>(name: Table, keys: Iterable<string>): Promise<void> {
    const known = mapOf(this.present, name);
    const wanted = [...new Set(keys)].filter((key) => !known.has(key));
    if (wanted.length === 0) return;
    const found: unknown[] = await database.table(name).bulkGet(wanted);
    for (const [at, key] of wanted.entries()) known.set(key, found[at]);
  }

  /** A row that was loaded, as it is to be; undefined where there is none. */
  get<Table extends Loadable>(name: Table, key: string): Loaded[Table] | undefined {
    const row = mapOf(this.fresh, name).get(key) ?? this.present.get(name)?.get(key);
    return this.gone.get(name)?.has(key) ? undefined : (row as Loaded[Table] | undefined);
  }

  /** Writes a row, unless it is there as it is. */
  put<Table extends Loadable>(name: Table, row: Loaded[Table]): void {
    const key = String((row as Record<string, unknown>)[database.table(name).schema.primKey.keyPath as string]);
    const before = this.get(name, key);
    if (before !== undefined && isSame(before, row)) return;
    this.rows.push({ table: name, key, ...(before !== undefined && { before }) });
    mapOf(this.fresh, name).set(key, row);
    this.gone.get(name)?.delete(key);
  }

  /** Takes a row away, if it is there. */
  remove(name: Loadable, key: string): void {
    const before = this.get(name, key);
    if (before === undefined) return;
    this.rows.push({ table: name, key, before });
    this.gone.set(name, (this.gone.get(name) ?? new Set()).add(key));
    this.fresh.get(name)?.delete(key);
  }

  /** Remembers a row that someone else is about to change. */
  remember(table: string, key: string, before: object): void {
    this.rows.push({ table, key, before });
  }

  /** Writes all that was gathered so far. */
  async flush(): Promise<void> {
    for (const [name, keys] of this.gone) await database.table(name).bulkDelete([...keys]);
    for (const [name, rows] of this.fresh) {
      await database.table(name).bulkPut([...rows.values()]);
      for (const [key, row] of rows) mapOf(this.present, name).set(key, row);
    }
    for (const [name, keys] of this.gone) for (const key of keys) mapOf(this.present, name).delete(key);
    this.gone.clear();
    this.fresh.clear();
  }

  /** Writes all that was gathered, and how it was before. */
  async keep(): Promise<void> {
    await this.flush();
    if (this.rows.length === 0) return;
    const [last = "/0"] = await database.restores.orderBy(":id").reverse().limit(1).primaryKeys();
    const order = String(Number(last.split("/")[1]) + 1).padStart(orderLength, "0"); // a clock may be set back in between
    const step: RestoreStep = { id: `${this.restore}/${order}`, at: this.at, rows: this.rows };
    await database.restores.put(step);
  }
}

/** The rows of the tables a restore writes to. */
type Loaded = Omit<Rows, "settings" | "originals" | "pictures" | "versions"> & {
  originals: Original;
  pictures: Picture;
  thumbnails: Thumbnail;
  versions: Version;
};
type Loadable = keyof Loaded;

function mapOf<Value>(maps: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  const map = maps.get(name) ?? new Map<string, Value>();
  maps.set(name, map);
  return map;
}

/** When the last restore that can be undone was, in milliseconds since 1970; undefined where there is none. */
export async function lastRestore(): Promise<number | undefined> {
  const [key] = await database.restores.limit(1).primaryKeys();
  return key === undefined ? undefined : (await database.restores.get(key))?.at;
}

/** Forgets how it was before other restores than this: only the last one can be undone, in however many goes it was done. */
export function forgetRestores(butOf = ""): Promise<unknown> {
  return write(() => database.restores.filter(({ id }) => !id.startsWith(`${butOf}/`)).delete(), [database.restores]);
}

/**
 * Undoes the last restore, step by step: what it wrote over is put back, and what it added to articles that were here is taken
 * away. Articles it added go to the trash with all that is theirs, because something may have been written into them since.
 */
export async function undoRestore(now: number): Promise<void> {
  for (const key of (await database.restores.toCollection().primaryKeys()).reverse())
    await write(() => undoStep(key, now));
}

async function undoStep(key: string, now: number): Promise<void> {
  const step = await database.restores.get(key);
  if (!step) return;
  const added = new Set(step.rows.filter(({ table, before }) => table === "articles" && !before).map((row) => row.key));
  const pictures = step.rows.filter(({ table, before }) => table === "pictures" && !before).map((row) => row.key);
  for (const { table, key: of, before } of step.rows.toReversed()) {
    const store = database.table(table);
    if (before !== undefined) await store.put(before);
    else if (table === "articles") await store.update(of, { trashedAt: now, undoneAt: now });
    else if (table !== "pictures" && !added.has(of) && !added.has(await articleOf(table, of))) await store.delete(of);
  }
  await dropUnshownPictures(pictures);
  await database.restores.delete(key);
}

/** The article a highlight or a reading belongs to. */
async function articleOf(table: string, key: string): Promise<string> {
  const row: { articleId?: string } | undefined = await database.table(table).get(key);
  return row?.articleId ?? "";
}

/** Whether two rows are the same, bytes by their length: pictures and originals are written once and named by what they are. */
function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(row: unknown): string {
  return JSON.stringify(row, (_, value) => {
    if (value instanceof ArrayBuffer) return value.byteLength;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
