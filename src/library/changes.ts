import { Dexie } from "dexie";
import { database } from "./database.ts";

/** Dexie's set of keys as it crosses threads: a tree of ranges, without its methods; nothing is in it where `d` is 0. */
type Ranges = { d: number; from?: unknown; to?: unknown; l?: Ranges | null; r?: Ranges | null };

/** Where articles' words are, as Dexie names what was written: by primary key, and highlights by the article they are in. */
const worded = ["articles/", "contents/", "notes/", "highlights/articleId"];

/**
 * Calls back with the ids of articles that were written or deleted, in this thread or any other of Liuye; with undefined when
 * they are too many to name. Returns the function that ends it.
 */
export function onArticlesChanged(listener: (ids: string[] | undefined) => void): () => void {
  const hear = (parts: Record<string, unknown>) => {
    const ranges = worded.flatMap((store) => parts[`idb://${database.name}/${store}`] ?? []);
    if (ranges.length === 0) return;
    const ids = new Set<string>();
    let isMany = false;
    const visit = (range: Ranges | null | undefined) => {
      if (!range?.d) return;
      if (typeof range.from === "string" && range.from === range.to) ids.add(range.from);
      else isMany = true;
      visit(range.l);
      visit(range.r);
    };
    for (const range of ranges) visit(range as Ranges);
    listener(isMany ? undefined : [...ids]);
  };
  Dexie.on("storagemutated", hear as never);
  return () => Dexie.on.storagemutated.unsubscribe(hear as never);
}
