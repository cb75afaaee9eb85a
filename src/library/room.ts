import { database } from "./database.ts";
import { write } from "./write.ts";

/** What the library's parts take, in bytes as the browser stores them, about. */
type Room = { texts: number; pictures: number; originals: number; versions: number };

/** So far: records read of all, and the room they take. */
export type RoomStep = { done: number; total: number; room: Room };

/** Records read at a time: enough to be quick, few enough to hold at once. */
const atOnce = 50;

/** Adds up what texts, pictures, kept original pages and earlier texts take, telling of each step. Stop it by no longer asking. */
export async function* measureRoom(): AsyncGenerator<RoomStep> {
  const { contents, pictures, originals, versions } = database;
  const counts = await Promise.all([contents.count(), pictures.count(), originals.count(), versions.count()]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const room: Room = { texts: 0, pictures: 0, originals: 0, versions: 0 };
  let done = 0;
  yield { done, total, room: { ...room } };
  const parts = [
    { name: "texts", keys: () => contents.toCollection().primaryKeys(), sizes: sizesOfTexts },
    { name: "pictures", keys: () => pictures.toCollection().primaryKeys(), sizes: sizesOfPictures },
    { name: "originals", keys: () => originals.toCollection().primaryKeys(), sizes: sizesOfOriginals },
    { name: "versions", keys: () => versions.toCollection().primaryKeys(), sizes: sizesOfVersions },
  ] as const;
  for (const { name, keys, sizes } of parts) {
    const ids = await keys();
    for (let from = 0; from < ids.length; from += atOnce) {
      const batch = ids.slice(from, from + atOnce);
      for (const size of await sizes(batch)) room[name] += size;
      done += batch.length;
      yield { done, total, room: { ...room } };
    }
  }
}

/** Lets go of every page as it came; the articles stay, but can no longer be read again by better rules. Gives how many went. */
export function freeOriginals(): Promise<number> {
  return write(async () => {
    const count = await database.originals.count();
    await database.originals.clear();
    return count;
  }, [database.originals]);
}

async function sizesOfTexts(ids: string[]): Promise<number[]> {
  return (await database.contents.bulkGet(ids)).map((content) =>
    content ? sizeOfString(content.html) + sizeOfString(content.text) : 0,
  );
}

async function sizesOfPictures(ids: string[]): Promise<number[]> {
  return (await database.pictures.bulkGet(ids)).map((picture) => picture?.bytes.byteLength ?? 0);
}

async function sizesOfOriginals(ids: string[]): Promise<number[]> {
  return (await database.originals.bulkGet(ids)).map((original) => original?.gzip.byteLength ?? 0);
}

async function sizesOfVersions(ids: string[]): Promise<number[]> {
  return (await database.versions.bulkGet(ids)).map((version) =>
    version ? sizeOfString(version.html) + sizeOfString(version.text) + (version.original?.gzip.byteLength ?? 0) : 0,
  );
}

/** Browsers store a string with one byte a character while all are Latin-1, else with two. */
function sizeOfString(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of Latin-1
  return /[^\u0000-\u00ff]/.test(text) ? text.length * 2 : text.length;
}
