// Moving house: what another reader held comes in, in small steps, and a second time changes nothing.
import { LiuyeError } from "#domain/errors.ts";
import { normalizeUrl } from "#domain/url.ts";
import { type Awaited, addBelongings, awaitArticles, type Belongings, knownIdentities } from "#library/pending.ts";
import { awaitedFrom } from "./awaited.ts";
import { breathe } from "./breathe.ts";
import { capture } from "./capture.ts";
import type { Belonging } from "./moving/belonging.ts";
import { type Move, readMove } from "./moving/recognise.ts";

/** Addresses written in one transaction: large enough to be quick, small enough to leave the page free. */
const step = 250;

/** How far a move has come. */
export type MoveProgress = { done: number; total: number; added: number; known: number };

/** What an export holds, and how much of it is here already. */
export type MovePreview = Move & { known: number; withText: number };

/** Reads an export, unpacking it first if it is an archive. Throws LiuyeError `format-unknown` when it is none we know. */
export async function previewMove(file: File): Promise<MovePreview> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { unzip } = await import("./formats/unpacking.ts");
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b; // PK, the mark of a ZIP
  const reading = readMove(isArchive ? { name: file.name, entries: await unzip(bytes) } : { name: file.name, bytes });
  let found = reading.next();
  while (!found.done) {
    await breathe();
    found = reading.next();
  }
  const move = found.value;
  if (!move) throw new LiuyeError("format-unknown");
  let known = 0;
  for (let at = 0; at < move.belongings.length; at += step) {
    known += (await knownIdentities(move.belongings.slice(at, at + step).map(identityOf))).size;
    await breathe();
  }
  return { ...move, known, withText: move.belongings.filter(({ page }) => page).length };
}

/** Brings belongings in: with their text where the export has it, else as pages to wait for; stops between steps when told. */
export async function moveIn(
  belongings: readonly Belonging[],
  signal: AbortSignal,
  tell: (progress: MoveProgress) => void,
  now: number,
): Promise<MoveProgress> {
  const progress = { done: 0, total: belongings.length, added: 0, known: 0 };
  for (let at = 0; at < belongings.length && !signal.aborted; at += step) {
    const group = belongings.slice(at, at + step);
    const here = await knownIdentities(group.map(identityOf));
    const bare = group.filter((belonging) => !belonging.page && !here.has(identityOf(belonging)));
    progress.added += (
      await awaitArticles(
        bare.map((belonging) => awaitedOf(belonging, now)),
        now,
      )
    ).length;
    progress.known += here.size;
    progress.done += group.filter((belonging) => !belonging.page || here.has(identityOf(belonging))).length;
    tell({ ...progress });
    for (const belonging of group) {
      if (!belonging.page || here.has(identityOf(belonging)) || signal.aborted) continue;
      await moveOne(belonging, now);
      progress.added++;
      progress.done++;
      tell({ ...progress });
      await breathe();
    }
    await breathe();
  }
  return progress;
}

/** One whose text came along; when nothing can be read in it, its address at least is kept. */
async function moveOne(belonging: Belonging, now: number): Promise<void> {
  const { page, url } = belonging;
  if (!page) return;
  try {
    const { article } = await capture({ ...page, url, via: "move" }, now);
    await addBelongings(article.id, belongingsOf(belonging, now));
  } catch (error) {
    if (!(error instanceof LiuyeError) || error.code.startsWith("storage")) throw error;
    await awaitArticles([awaitedOf(belonging, now)], now);
  }
}

function identityOf({ url }: Belonging): string {
  return `url:${normalizeUrl(url)}`;
}

function awaitedOf(belonging: Belonging, now: number): Awaited {
  const { url, title, source, byline, published } = belonging;
  return {
    ...awaitedFrom(url, title),
    ...(source && { source }),
    ...(byline && { byline }),
    ...(published && { published }),
    ...belongingsOf(belonging, now),
  };
}

function belongingsOf(
  { savedAt, favourite, archived, tags, note, highlights, readProgress }: Belonging,
  now: number,
): Belongings {
  const at = savedAt ?? now;
  return {
    savedAt: at,
    ...(favourite && { favouritedAt: at }),
    ...(archived && { archivedAt: at }),
    ...(tags.length > 0 && { tags }),
    ...(note && { note }),
    ...(highlights.length > 0 && { passages: highlights }),
    ...(readProgress !== undefined && { place: { offset: 0, progress: readProgress, at } }),
  };
}
