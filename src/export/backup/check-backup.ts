// The drill: reads a backup to its last byte, as a restore would, and says what is in it, what is wrong with it, and what would become
// of it here. Nothing is written.
import type { Article } from "#domain/article.ts";
import { type Manifest, partName, partOf, pictureName } from "#domain/backup/format.ts";
import { BackupError, isHarmful, type Problem } from "#domain/backup/problem.ts";
import { looseTables, type Rows, slicedTables, type TableName, tableNames } from "#domain/backup/tables.ts";
import { type Standing, standingOf } from "#library/restore-slice.ts";
import { missingSettings } from "#library/settings.ts";
import { BackupReader } from "./backup-reader.ts";

/** What would become of a backup's articles, how many of each fate, and of the choices that were never made here. */
type Outlook = Record<Standing["fate"], number> & { settings: number };

/** What a check found. Where there are problems only what is sound may be restored, and only where `sound` is above 0. */
export type Checked = {
  reader: BackupReader;
  manifest: Manifest;
  /** Of the sound articles. */
  outlook: Outlook;
  problems: Problem[];
  /** The entry of each picture there is. */
  pictures: ReadonlyMap<string, Rows["pictures"]>;
  /** Articles whose row and words are what was written; 0 where the file was made to do harm. */
  sound: number;
  /** Entries that are missing or not what was written. */
  damaged: ReadonlySet<string>;
  /** Articles whose words are lost, by id. */
  lost: ReadonlySet<string>;
};

export type Checking = {
  signal: AbortSignal;
  /** Entries read, of all. */
  tell: (progress: { done: number; total: number }) => void;
};

/** Problems that are named; a backup cut in half would have one for every entry. */
const mostProblems = 100;

/** Reads and checks a whole backup. Throws BackupError where nothing can be said of its parts, and the signal's reason. */
export async function checkBackup(file: Blob, { signal, tell }: Checking): Promise<Checked> {
  const reader = await BackupReader.open(file);
  const { manifest } = reader;
  const found = new Findings(reader);
  const seen = new Set<string>();
  const total = manifest.entries.length;
  for (const [done, { name }] of manifest.entries.entries()) {
    signal.throwIfAborted();
    tell({ done, total });
    const part = partOf(name);
    const step = part
      ? `${slicedTables.some((table) => table === part.table) ? "slice" : part.table}/${part.part}`
      : name;
    if (seen.has(step)) continue; // read with the first part of its slice
    seen.add(step);
    if (part) await found.readPart(part);
    else await found.attempt(name, () => reader.bytes(name));
  }
  if (found.problems.length === 0) found.problems.push(...found.miscounted());
  tell({ done: total, total });
  const { outlook, problems, pictures, sound, harm, damaged, lost } = found;
  return { reader, manifest, outlook, problems, pictures, sound: harm ? 0 : sound, damaged, lost };
}

class Findings {
  readonly outlook: Outlook = { new: 0, newer: 0, same: 0, older: 0, deleted: 0, settings: 0 };
  readonly pictures = new Map<string, Rows["pictures"]>();
  readonly problems: Problem[] = [];
  readonly damaged = new Set<string>();
  readonly lost = new Set<string>();
  sound = 0;
  harm = false;
  private readonly reader: BackupReader;
  private readonly counts = new Map<TableName, number>();
  private readonly known = new Set<string>();

  constructor(reader: BackupReader) {
    this.reader = reader;
  }

  /** What a deed upon an entry gives; where the entry is not what was written that is noted. */
  async attempt<Value>(entry: string, deed: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await deed();
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      this.note(error.problem);
      this.damaged.add(entry);
      return undefined;
    }
  }

  async readPart({ table, part }: { table: TableName; part: number }): Promise<void> {
    const loose = looseTables.find((one) => one === table);
    if (loose) {
      const { rows } = await this.read(loose, part);
      if (loose === "settings") this.outlook.settings += missingSettings(rows as Rows["settings"][]);
      return;
    }
    const { rows: articles } = await this.read("articles", part);
    const contents = await this.read("contents", part);
    for (const one of ["places", "highlights", "notes"] as const) await this.read(one, part);
    for (const row of (await this.read("pictures", part)).rows) {
      const name = pictureName(row);
      const entry = this.reader.entry(name);
      if (entry?.sha256 === row.id) this.pictures.set(row.id, row);
      else this.note({ code: entry ? "entry-changed" : "entry-missing", entry: name });
    }
    const originals = (await this.read("originals", part)).rows;
    const versions = (await this.read("versions", part)).rows;
    for (const { file } of [...originals, ...versions.flatMap(({ original }) => original ?? [])]) {
      if (this.reader.entry(file)) continue;
      this.note({ code: "entry-missing", entry: file });
      this.damaged.add(file);
    }
    this.noteTwins(articles, table);
    const bodies = new Set(contents.rows.map(({ id }) => id));
    const sound = articles.filter(({ id, pending }) => contents.whole || pending || bodies.has(id));
    const kept = new Set(sound);
    for (const article of articles) if (!kept.has(article)) this.lost.add(article.id);
    this.sound += sound.length;
    for (const { fate } of await standingOf(sound, bodies, false)) this.outlook[fate]++;
  }

  /** Tables of which there are more or fewer rows than the manifest says. */
  miscounted(): Problem[] {
    const { counts } = this.reader.manifest;
    return tableNames
      .filter((table) => (counts[table] ?? 0) !== (this.counts.get(table) ?? 0))
      .map((table) => ({ code: "count-differs", entry: table }));
  }

  /** The sound rows of a part, and whether that is all of them. */
  private async read<Table extends TableName>(
    table: Table,
    part: number,
  ): Promise<{ rows: Rows[Table][]; whole: boolean }> {
    let whole = true;
    const refuse = ({ problem }: BackupError) => {
      whole = false;
      this.note(problem);
    };
    const rows = await this.attempt(partName(table, part), () => this.reader.rows(table, part, refuse));
    this.counts.set(table, (this.counts.get(table) ?? 0) + (rows?.length ?? 0));
    return { rows: rows ?? [], whole: whole && rows !== undefined };
  }

  /** No disk makes two articles of one: that is someone's doing. */
  private noteTwins(articles: readonly Article[], table: TableName): void {
    for (const { id, identity } of articles) {
      for (const name of [`id ${id}`, `identity ${identity}`]) {
        if (this.known.has(name)) {
          this.note({ code: "row-refused", entry: `${table}: ${name}` });
          this.harm = true;
        }
        this.known.add(name);
      }
    }
  }

  private note(problem: Problem): void {
    if (isHarmful(problem)) this.harm = true;
    if (this.problems.length < mostProblems) this.problems.push(problem);
  }
}
