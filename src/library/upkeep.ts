// Once a week, while nothing else is to do, everything kept is read again: what can be put right is, what cannot is told.
import type { Article, Content } from "#domain/article.ts";
import { writeFacts } from "#domain/facts.ts";
import { wasMended } from "#domain/sound.ts";
import { audit, type Fault, removeOrphans } from "./audit.ts";
import { bodyHash } from "./body-hash.ts";
import { database } from "./database.ts";
import { clearLeftovers } from "./leftovers.ts";
import { write } from "./write.ts";

/** An article that needs the reader. */
type Need = { id: string; title: string; faults: Fault[] };

/** How far a round has got, or what one found. Times in milliseconds since 1970. */
export type Round = {
  begunAt: number;
  /** When it was done; none while it goes on. */
  endedAt?: number;
  /** The id it has come to: ids are gone through in their order, so that a round goes on where it was left. */
  after: string;
  done: number;
  total: number;
  /** Small things put right. */
  mended: number;
  needs: Need[];
  /** What belongs to no article, and may be the reader's own. */
  loose: number;
};

/** More needs than this are not told one by one. */
const mostNeeds = 50;

/** Begins a round, or goes on with one; gives each step, to be kept by the caller. Stop it by no longer asking. */
export async function* goRound(last: Round | undefined, now: number): AsyncGenerator<Round> {
  const ids = (await database.articles.toCollection().primaryKeys()).sort();
  const fresh = { begunAt: now, after: "", done: 0, total: ids.length, mended: 0, needs: [], loose: 0 };
  let round: Round = last && last.endedAt === undefined ? last : fresh;
  for (const id of ids.filter((one) => one > round.after)) {
    const { mended, need } = await tend(id);
    const needs = need && round.needs.length < mostNeeds ? [...round.needs, need] : round.needs;
    round = { ...round, after: id, done: round.done + 1, total: ids.length, mended: round.mended + mended, needs };
    yield round;
  }
  const { cleared, loose } = await clearLeftovers();
  const pictures = await database.pictures.toCollection().primaryKeys();
  const unseen = await removeOrphans({ contents: [], originals: [], pictures });
  yield { ...round, mended: round.mended + cleared + unseen, loose, endedAt: Math.max(now, round.begunAt) };
}

/** Looks after one article; a fault counts only when it is there twice, since it may have been written meanwhile. */
async function tend(id: string): Promise<{ mended: number; need?: Need }> {
  let mended = 0;
  try {
    mended = await repair(id);
  } catch {
    // what cannot be read or written is told below
  }
  const article = await database.articles.get(id).catch(() => undefined);
  if (!article) {
    const isThere = (await database.articles.where("id").equals(id).count()) > 0;
    return { mended, ...(isThere && { need: { id, title: id, faults: ["unreadable"] } }) };
  }
  let faults = faultsOf(await audit(article, new Map()));
  if (faults.length > 0) faults = faultsOf(await audit(article, new Map()));
  return { mended, ...(faults.length > 0 && { need: { id, title: article.title, faults } }) };
}

/** What waits for its text is on the shelf as such, and needs no telling. */
function faultsOf({ faults }: { faults: Fault[] }): Fault[] {
  return faults.filter((fault) => fault !== "pending");
}

/** Puts right what can be known: a row that was not sound, its facts, which pictures its body shows, a hash it has not got yet. */
async function repair(id: string): Promise<number> {
  const seen = await database.contents.get(id);
  const hash = seen && seen.hash === undefined && seen.html !== "" ? await bodyHash(seen.html) : undefined;
  return write(async () => {
    const article = await database.articles.get(id);
    const content = await database.contents.get(id);
    if (!article) return 0;
    const isSound = !wasMended(article) && (await database.facts.get(id)) === writeFacts(article);
    const receipt = content && countedReceipt(article, content);
    if (!isSound || receipt) await database.articles.put({ ...dated(article), ...(receipt && { receipt }) });
    const listed = content && listedPictures(content);
    const isHashed = hash !== undefined && content?.html === seen?.html;
    if (content && (listed || isHashed))
      await database.contents.put({ ...content, ...(listed && { pictures: listed }), ...(isHashed && { hash }) });
    return Number(!isSound) + Number(receipt !== undefined) + Number(listed !== undefined);
  });
}

/** An article whose date was none is as old as its last capture, else as old as can be. */
function dated(article: Article): Article {
  return article.savedAt > 0 ? article : { ...article, savedAt: Math.max(article.refreshedAt, 1) };
}

function shownIn({ html }: Content): Set<string> {
  return new Set([...html.matchAll(/\bdata-picture="([0-9a-f]{64})"/g)].map(([, id = ""]) => id));
}

/** All pictures a body should list, where one it shows is not among them: unlisted, it would go with another article. */
function listedPictures(content: Content): string[] | undefined {
  const listed = new Set(content.pictures);
  const missing = [...shownIn(content)].filter((id) => !listed.has(id));
  return missing.length > 0 ? [...listed, ...missing] : undefined;
}

/** The receipt with as many kept pictures as the body shows, where it says otherwise. */
function countedReceipt({ receipt }: Article, content: Content): Article["receipt"] {
  const kept = shownIn(content).size;
  if (!receipt || receipt.pictures.kept === kept || content.html === "") return undefined;
  return { ...receipt, pictures: { ...receipt.pictures, kept } };
}
