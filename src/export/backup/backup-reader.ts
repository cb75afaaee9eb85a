// Reads the entries of a backup, believing none of them before its bytes are those the manifest names.
import {
  type Entry,
  largestEntry,
  type Manifest,
  manifestName,
  partName,
  readManifest,
} from "#domain/backup/format.ts";
import { BackupError } from "#domain/backup/problem.ts";
import { readJson } from "#domain/backup/read-json.ts";
import { type Rows, rowChecks, type TableName } from "#domain/backup/tables.ts";
import { sha256 } from "#domain/sha256.ts";
import { schemaVersion } from "#library/backup-slices.ts";
import { unpack } from "./packing.ts";
import { ZipReader } from "./zip-reader.ts";

/** A backup that is open to be read. */
export class BackupReader {
  readonly manifest: Manifest;
  private readonly zip: ZipReader;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipReader, manifest: Manifest) {
    this.zip = zip;
    this.manifest = manifest;
    this.entries = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  }

  /** Opens a file. Throws BackupError for one that is no backup, is damaged as a whole, or comes from a later Liuye. */
  static async open(file: Blob): Promise<BackupReader> {
    const zip = await ZipReader.open(file);
    if (!zip.has(manifestName)) throw new BackupError("not-a-backup");
    return new BackupReader(zip, readManifest(textOf(await zip.read(manifestName), manifestName), schemaVersion));
  }

  entry(name: string): Entry | undefined {
    return this.entries.get(name);
  }

  /** The bytes of an entry, if they are those that were written. Throws BackupError, naming it, if not. */
  async bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.entries.get(name);
    if (!entry) throw new BackupError("entry-missing", name);
    const bytes = await this.zip.read(name);
    if (bytes.length !== entry.bytes || (await sha256(bytes)) !== entry.sha256)
      throw new BackupError("entry-changed", name);
    return bytes;
  }

  /**
   * The rows of one part of a table, each checked; none where there is no such part. What is wrong with a line goes to `refuse`,
   * and the line is left out; without it, that is thrown too. Throws BackupError, naming the entry.
   */
  async rows<Table extends TableName>(
    table: Table,
    part: number,
    refuse: (error: BackupError) => void = rethrow,
  ): Promise<Rows[Table][]> {
    const name = partName(table, part);
    if (!this.entries.has(name)) return [];
    const lines = textOf(await unpack(await this.bytes(name), "gzip", largestEntry, name), name).split("\n");
    if (lines.pop() !== "") refuse(new BackupError("row-refused", name, lines.length + 1)); // cut off
    const check = rowChecks[table] as (value: unknown) => Rows[Table] | undefined;
    return lines.flatMap((line, at) => {
      try {
        const row = check(readJson(line, name, at + 1));
        if (row !== undefined) return [row];
        throw new BackupError("row-refused", name, at + 1);
      } catch (error) {
        if (!(error instanceof BackupError)) throw error;
        refuse(error);
        return [];
      }
    });
  }
}

function rethrow(error: BackupError): never {
  throw error;
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BackupError("entry-unreadable", name);
  }
}
