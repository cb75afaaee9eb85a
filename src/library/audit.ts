// The airplane check: everything that is kept is read again, byte by byte, as a reader without a network would need it.
import type { Article, Content, Original } from "#domain/article.ts";
import { sha256 } from "#domain/sha256.ts";
import { isWhole } from "#domain/whole.ts";
import { bodyFault } from "./body-hash.ts";
import { database } from "./database.ts";
import { write } from "./write.ts";

/** What would be missing, or no longer is what was kept. */
export type Fault =
  | "pending"
  | "body-gone"
  | "body-empty"
  | "body-changed"
  | "picture-gone"
  | "picture-changed"
  | "original-damaged"
  | "unreadable";

/** An article and what is wrong with it; `pictures` counts those that are gone or changed. */
export type Finding = { article: Article; faults: Fault[]; pictures: number };

/** One article has been read. */
export type AuditStep = { done: number; total: number; finding?: Finding; whole: boolean };

/** What is kept though no article needs it, by ids. */
export type Orphans = { contents: string[]; originals: string[]; pictures: string[] };

/** Once so many milliseconds the page may draw and answer. */
const slice = 16;

/** Reads everything again, telling of each article as it is done; ends with the orphans. Stop it by no longer asking. */
export async function* auditLibrary(): AsyncGenerator<AuditStep, Orphans> {
  const ids = await allIds();
  const checked = new Map<string, Fault | undefined>(); // pictures by id: two articles may share one
  let rested = performance.now();
  for (const [at, id] of ids.entries()) {
    const article = await database.articles.get(id).catch(() => undefined);
    const progress = { done: at + 1, total: ids.length };
    if (!article) {
      yield { ...progress, whole: true }; // deleted meanwhile: nothing is missing
    } else {
      let finding = await audit(article, checked);
      // It may have been captured anew while we read: only what is wrong twice is wrong.
      if (finding.faults.length > 0) finding = await audit((await database.articles.get(id)) ?? article, new Map());
      yield { ...progress, ...(finding.faults.length > 0 && { finding }), whole: isWhole(finding.article) };
    }
    if (performance.now() - rested < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  }
  const { pictures, ...orphans } = await findOrphans();
  return { ...orphans, pictures: pictures.filter((picture) => !checked.has(picture)) }; // shown, though in no list
}

/** The latest saved first; one whose date is no date is in no order, and is read last. */
async function allIds(): Promise<string[]> {
  const { articles } = database;
  const dated = await articles.orderBy("savedAt").reverse().primaryKeys();
  return [...new Set([...dated, ...(await articles.toCollection().primaryKeys())])];
}

/** Removes those of the orphans that still are none's, all or nothing; gives how many went. */
export function removeOrphans(found: Orphans): Promise<number> {
  return write(async () => {
    const now = await findOrphans();
    let removed = 0;
    for (const store of ["contents", "originals", "pictures"] as const) {
      const ids = found[store].filter((id) => now[store].includes(id));
      await database[store].bulkDelete(ids);
      removed += ids.length;
    }
    return removed;
  });
}

/** By keys alone and in one transaction, so that nothing half-saved counts. */
function findOrphans(): Promise<Orphans> {
  return database.transaction(
    "r",
    database.articles,
    database.contents,
    database.originals,
    database.pictures,
    database.versions,
    async () => {
      const articles = new Set(await database.articles.toCollection().primaryKeys());
      const isOrphan = (id: string) => !articles.has(id);
      const contents = (await database.contents.toCollection().primaryKeys()).filter(isOrphan);
      const originals = (await database.originals.toCollection().primaryKeys()).filter(isOrphan);
      const needed = new Set<unknown>();
      await database.contents.orderBy("pictures").eachKey((picture, { primaryKey }) => {
        if (articles.has(primaryKey)) needed.add(picture);
      });
      await database.versions.orderBy("pictures").eachKey((picture) => needed.add(picture));
      const pictures = (await database.pictures.toCollection().primaryKeys()).filter((id) => !needed.has(id));
      return { contents, originals, pictures };
    },
  );
}

/** What is wrong with one article; pictures already looked at are in `checked`. */
export async function audit(article: Article, checked: Map<string, Fault | undefined>): Promise<Finding> {
  if (article.pending) return { article, faults: ["pending"], pictures: 0 };
  const faults = new Set<Fault>();
  let pictures = 0;
  try {
    const content = await database.contents.get(article.id);
    const fault = await bodyFault(content);
    if (fault) faults.add(`body-${fault}`);
    for (const id of content ? picturesOf(content) : []) {
      if (!checked.has(id)) checked.set(id, await faultOfPicture(id));
      const fault = checked.get(id);
      if (!fault) continue;
      faults.add(fault);
      pictures++;
    }
    const original = await database.originals.get(article.id);
    if (original && !(await opens(original))) faults.add("original-damaged");
  } catch {
    faults.add("unreadable"); // the browser has the row but cannot give it: its files on disk are damaged
  }
  return { article, faults: [...faults], pictures };
}

/** Those listed and those shown: they should be the same, and a check takes nobody's word for it. */
function picturesOf({ html, pictures = [] }: Content): Set<string> {
  return new Set([
    ...pictures,
    ...[...String(html).matchAll(/\bdata-picture="([0-9a-f]{64})"/g)].map(([, id = ""]) => id),
  ]);
}

/** A picture is named by its bytes, so its name says whether they are still the same. */
async function faultOfPicture(id: string): Promise<Fault | undefined> {
  const picture = await database.pictures.get(id);
  if (!picture) return "picture-gone";
  try {
    const name = await sha256(picture.bytes);
    return name === id ? undefined : "picture-changed";
  } catch {
    return "picture-changed"; // not bytes at all
  }
}

/** Whether the kept page can be unpacked to its end: gzip carries a checksum of its own. */
async function opens({ gzip }: Original): Promise<boolean> {
  try {
    const reader = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) length += part.value.length;
    return length > 0;
  } catch {
    return false;
  }
}
