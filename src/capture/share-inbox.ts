// What other apps, or any web page, handed to Liuye: it waits here, in Cache Storage, for the reader's word.
// The service worker leaves it and the page takes it out, so this file knows neither the library nor the screen.
import { longestPage } from "./page.ts";

/** What is known of a shared file before it is opened. */
type SharedFile = { name: string; type: string; size: number };

/** Something shared that waits to be kept or refused. */
export type Share = {
  id: string;
  /** When it came, in milliseconds since 1970. */
  at: number;
  title: string;
  text: string;
  url: string;
  files: SharedFile[];
  /** How many files were too many or too large to come along. */
  left: number;
};

/** The BroadcastChannel on which pages hear that something came. */
export const inboxName = "liuye-share-inbox";

/** Files one share may bring. */
const mostFiles = 20;

/** All that waits together, in bytes: what any web page could make this device hold. */
const roomForAll = 100 * 1024 * 1024;

/** Shares that may wait at once. */
const mostWaiting = 20;

/** The longest words, in characters; the title and the address are held shorter. */
const longest = { text: longestPage, title: 1000, url: 8000 };

/** An entry without the words that are written last was cut short; after this many milliseconds nobody is still writing it. */
const abandonedAfter = 60 * 60 * 1000;

/** Where an entry lies; never the address of anything that is served. */
const folder = "/liuye-share-inbox/";
const words = "words";

/**
 * Leaves what a form brought in the inbox, whole or not at all. `full` when too much waits already, `empty` when the
 * form says nothing; throws when the browser has no room.
 */
export async function leaveShare(form: FormData, at: number): Promise<"left" | "full" | "empty"> {
  const waiting = await waitingShares();
  const said = { title: wordsOf(form, "title"), text: wordsOf(form, "text"), url: wordsOf(form, "url") };
  // An empty file field is an entry too; and WebKit makes a text of a file whose name is not Latin, and loses its bytes.
  const offered = form
    .getAll("files")
    .filter((entry) => (typeof entry === "string" ? entry : entry.name || entry.size));
  if (offered.length === 0) {
    if (!said.title && !said.text && !said.url) return "empty";
    if (waiting.some((share) => isSame(share, said))) return "left"; // sent twice, by a reload or an impatient thumb
  }
  if (waiting.length >= mostWaiting) return "full";
  let room = roomForAll - waiting.reduce((sum, share) => sum + sizeOf(share), said.text.length);
  if (room < 0) return "full";
  const taken: File[] = [];
  for (const file of offered) {
    if (typeof file === "string" || taken.length >= mostFiles || file.size > room) continue;
    room -= file.size;
    taken.push(file);
  }
  const files = taken.map(({ name, type, size }) => ({ name, type, size }));
  await put({ id: `${at}-${crypto.randomUUID()}`, at, ...said, files, left: offered.length - taken.length }, taken);
  return "left";
}

/** Everything that waits, the earliest first. */
export async function waitingShares(): Promise<Share[]> {
  const inbox = await caches.open(inboxName);
  const keys = (await inbox.keys()).map(({ url }) => new URL(url).pathname);
  const whole = keys.filter((key) => key.endsWith(`/${words}`));
  const shares = await Promise.all(whole.map(async (key) => (await inbox.match(key))?.json() as Promise<Share>));
  const known = new Set(shares.map((share) => share?.id));
  const abandoned = (id: string) => !known.has(id) && Number.parseInt(id, 10) < Date.now() - abandonedAfter;
  await Promise.all(keys.filter((key) => abandoned(idOf(key))).map((key) => inbox.delete(key)));
  return shares.filter((share) => share !== undefined).sort((one, other) => one.at - other.at);
}

/** The files of a share; one that is lost comes out empty. */
export async function filesOf({ id, files }: Share): Promise<File[]> {
  const inbox = await caches.open(inboxName);
  return Promise.all(
    files.map(async ({ name, type }, index) => {
      const bytes = await (await inbox.match(keyOf(id, index)))?.arrayBuffer();
      return new File(bytes ? [bytes] : [], name, { type });
    }),
  );
}

/** Takes a share out of the inbox, once it has been kept or refused. */
export async function takeOut({ id, files }: Share): Promise<void> {
  const inbox = await caches.open(inboxName);
  await inbox.delete(keyOf(id, words));
  await Promise.all(files.map((_, index) => inbox.delete(keyOf(id, index))));
}

/** The files first and the words last: until those are there, nothing has arrived. */
async function put(share: Share, files: readonly File[]): Promise<void> {
  const inbox = await caches.open(inboxName);
  try {
    for (const [index, file] of files.entries()) await inbox.put(keyOf(share.id, index), new Response(file));
    await inbox.put(keyOf(share.id, words), new Response(JSON.stringify(share)));
  } catch (error) {
    await takeOut(share);
    throw error;
  }
}

function wordsOf(form: FormData, name: "title" | "text" | "url"): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, longest[name]).trim() : "";
}

function isSame(share: Share, said: Pick<Share, "title" | "text" | "url">): boolean {
  const { title, text, url } = share;
  return share.files.length === 0 && title === said.title && text === said.text && url === said.url;
}

function sizeOf({ text, files }: Share): number {
  return files.reduce((sum, { size }) => sum + size, text.length);
}

function keyOf(id: string, part: string | number): string {
  return `${folder}${id}/${part}`;
}

function idOf(key: string): string {
  return key.slice(folder.length).split("/", 1)[0] ?? "";
}
