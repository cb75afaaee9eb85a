/** What of a table is needed here. */
type Readable<Row> = {
  bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]>;
  get(key: string): PromiseLike<Row | undefined>;
};

/** Rows by their keys, each in its place; undefined for one that is not there, or that the browser cannot give: it takes no other along. */
export async function byKey<Row>(table: Readable<Row>, keys: readonly string[]): Promise<(Row | undefined)[]> {
  try {
    return await table.bulkGet([...keys]);
  } catch {
    const each = await Promise.allSettled(keys.map((key) => table.get(key)));
    return each.map((one) => (one.status === "fulfilled" ? one.value : undefined));
  }
}
