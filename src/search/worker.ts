// The search thread: it keeps the index as the library is, and answers.
import { expose } from "comlink";
import { type Answer, Search } from "./answer.ts";
import type { Chip } from "./chips.ts";
import type { Follower } from "./follow-library.ts";
import { OpenIndex } from "./index/open-index.ts";
import type { RelatedArticle } from "./related.ts";
import { indexChanged, type Standing } from "./standing.ts";

const index = new OpenIndex("liuye-search");
const opening = index.open();

// What writes the index comes after what answers from it.
let follower: Follower | undefined;
const following = opening.then(async () => {
  const { Follower } = await import("./follow-library.ts");
  follower = new Follower(index);
  follower.begin().catch(reportError);
});
following.catch(reportError);

index.onChange = () => postMessage(indexChanged);

let present: Search | undefined;
let asked = 0;

const search = {
  /** The first hits of a query, at most so many; the same query with more goes on from where it was. */
  async find(typed: string, chip: Chip, most: number): Promise<Answer & Standing> {
    await opening;
    const mine = ++asked;
    if (!follower?.isWriting) await index.refresh();
    const isSame = present?.typed === typed && present.chip === chip && present.changes === index.changes;
    const mySearch = isSame && present ? present : new Search(typed, chip, index);
    present = mySearch;
    const answer = await mySearch.answer(most, Date.now(), () => mine === asked);
    return { ...answer, progress: follower?.progress, isBehind: follower?.isBehind ?? true };
  },

  /** Forgets the index, which makes room, and makes it anew only at the next start. */
  async letGo(): Promise<void> {
    await following;
    await follower?.rest();
    await index.empty();
  },

  /** The articles that belong to one, the closest first, at most so many. */
  async related(id: string, most: number): Promise<RelatedArticle[]> {
    await opening;
    const { relatedIn } = await import("./related.ts");
    if (!follower?.isWriting) await index.refresh();
    return relatedIn(index, id, most);
  },
};

/** What the page may ask of the search thread. */
export type SearchThread = typeof search;

expose(search);
