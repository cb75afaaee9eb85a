// What a restore writes, and how it was before: one step of it a transaction.
import { database, type Replaced, type RestoreStep } from "./database.ts";
import { dropUnshownPictures } from "./pictures.ts";
import { write } from "./write.ts";

/** Writes rows and remembers what they replace; to be used inside one `write`, at whose end `keep` is called. */
export class Recorder {
  private readonly rows: Replaced[] = [];
  private readonly restore: string;
  private readonly at: number;

  constructor(restore: string, at: number) {
    this.restore = restore;
    this.at = at;
  }

  /** Remembers a row that someone else is about to change. */
  remember(table: string, key: string, before: object): void {
    this.rows.push({ table, key, before });
  }

  /** Writes a row, unless it is there as it is. */
  async put(table: string, row: object): Promise<void> {
    const store = database.table(table);
    const key = String((row as Record<string, unknown>)[store.schema.primKey.keyPath as string]);
    const before: unknown = await store.get(key);
    if (before !== undefined && isSame(before, row)) return;
    this.rows.push({ table, key, ...(before !== undefined && { before }) });
    await store.put(row);
  }

  /** Takes a row away, if it is there. */
  async remove(table: string, key: string): Promise<void> {
    const store = database.table(table);
    const before: unknown = await store.get(key);
    if (before === undefined) return;
    this.rows.push({ table, key, before });
    await store.delete(key);
  }

  /** Writes down what was done, where anything was. */
  async keep(): Promise<void> {
    if (this.rows.length === 0) return;
    const order = String(Date.now()).padStart(15, "0"); // steps are undone from the last to the first
    const step: RestoreStep = { id: `${this.restore}/${order}/${crypto.randomUUID()}`, at: this.at, rows: this.rows };
    await database.restores.put(step);
  }
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
    else if (table === "articles") await store.update(of, { trashedAt: now });
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
