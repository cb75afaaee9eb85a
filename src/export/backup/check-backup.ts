// The drill: reads a backup to its last byte, as a restore would, and says what is in it, what is wrong with it, and what would become
// of it here. Nothing is written.
import { type Manifest, partOf, pictureName } from "#domain/backup/format.ts";
import { BackupError, type Problem } from "#domain/backup/problem.ts";
import { looseTables, type Rows, slicedTables, type TableName, tableNames } from "#domain/backup/tables.ts";
import { type Standing, standingOf } from "#library/restore-slice.ts";
import { missingSettings } from "#library/settings.ts";
import { BackupReader } from "./backup-reader.ts";

/** What would become of a backup's articles, how many of each fate, and of the choices that were never made here. */
type Outlook = Record<Standing["fate"], number> & { settings: number };

/** What a check found. Where there are problems nothing may be restored. */
export type Checked = {
  reader: BackupReader;
  manifest: Manifest;
  outlook: Outlook;
  problems: Problem[];
  /** The entry of each picture there is. */
  pictures: ReadonlyMap<string, Rows["pictures"]>;
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
  const problems: Problem[] = [];
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
    try {
      if (part) await found.readPart(part);
      else await reader.bytes(name);
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      if (problems.length < mostProblems) problems.push(error.problem);
    }
  }
  if (problems.length === 0) problems.push(...found.miscounted());
  tell({ done: total, total });
  return { reader, manifest, outlook: found.outlook, problems, pictures: found.pictures };
}

class Findings {
  readonly outlook: Outlook = { new: 0, newer: 0, same: 0, older: 0, deleted: 0, settings: 0 };
  readonly pictures = new Map<string, Rows["pictures"]>();
  private readonly reader: BackupReader;
  private readonly counts = new Map<TableName, number>();
  private readonly known = new Set<string>();

  constructor(reader: BackupReader) {
    this.reader = reader;
  }

  async readPart({ table, part }: { table: TableName; part: number }): Promise<void> {
    const loose = looseTables.find((one) => one === table);
    if (loose) {
      const rows = await this.read(loose, part);
      if (loose === "settings") this.outlook.settings += missingSettings(rows as Rows["settings"][]);
      return;
    }
    const articles = await this.read("articles", part);
    const contents = await this.read("contents", part);
    for (const one of ["places", "highlights", "notes"] as const) await this.read(one, part);
    for (const row of await this.read("pictures", part)) {
      const name = pictureName(row);
      const entry = this.reader.entry(name);
      if (!entry) throw new BackupError("entry-missing", name);
      if (entry.sha256 !== row.id) throw new BackupError("entry-changed", name);
      this.pictures.set(row.id, row);
    }
    const originals = await this.read("originals", part);
    const versions = await this.read("versions", part);
    for (const { file } of [...originals, ...versions.flatMap(({ original }) => original ?? [])])
      if (!this.reader.entry(file)) throw new BackupError("entry-missing", file);
    for (const { id, identity } of articles) {
      for (const name of [`id ${id}`, `identity ${identity}`]) {
        if (this.known.has(name)) throw new BackupError("row-refused", `${table}: ${name}`);
        this.known.add(name);
      }
    }
    const standings = await standingOf(articles, new Set(contents.map(({ id }) => id)), false);
    for (const { fate } of standings) this.outlook[fate]++;
  }

  /** Tables of which there are more or fewer rows than the manifest says. */
  miscounted(): Problem[] {
    const { counts } = this.reader.manifest;
    return tableNames
      .filter((table) => (counts[table] ?? 0) !== (this.counts.get(table) ?? 0))
      .map((table) => ({ code: "count-differs", entry: table }));
  }

  private async read<Table extends TableName>(table: Table, part: number): Promise<Rows[Table][]> {
    const rows = await this.reader.rows(table, part);
    this.counts.set(table, (this.counts.get(table) ?? 0) + rows.length);
    return rows;
  }
}
