import { type Remote, wrap } from "comlink";
import { trustedAddress } from "#domain/trusted-address.ts";
import { addSpare } from "#library/spare.ts";
import type { Answer } from "./answer.ts";
import type { Chip } from "./chips.ts";
import type { RelatedArticle } from "./related.ts";
import { indexChanged, type Standing } from "./standing.ts";
import type { SearchThread } from "./worker.ts";
import workerAddress from "./worker.ts?worker&url";

/** An answer, and how the index it came from stands. */
export type Answered = Answer & Standing;

/** The thread, and the promise that only ever fails: when the thread itself does. */
type Thread = { search: Remote<SearchThread>; failure: Promise<never> };

let thread: Thread | undefined;

const listeners = new Set<() => void>();

/** Calls back whenever an answer may have become another. Returns the function that ends it. */
export function onIndexChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first hits of a query, best first, at most so many; starts the search thread on first use, and anew after it failed. */
export function find(query: string, chip: Chip, most: number): Promise<Answered> {
  const { search, failure } = startSearch();
  return Promise.race([search.find(query, chip, most), failure]);
}

/** The articles that belong to one, the closest first, at most so many. */
export function findRelated(id: string, most: number): Promise<RelatedArticle[]> {
  const { search, failure } = startSearch();
  return Promise.race([search.related(id, most), failure]);
}

addSpare(() => startSearch().search.letGo());

/** Starts the search thread, which brings its index up to date, if it does not run yet. */
export function startSearch(): Thread {
  thread ??= start();
  return thread;
}

function start(): Thread {
  const worker = new Worker(trustedAddress("liuye-search", workerAddress), { type: "module" });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      thread = undefined;
      reject(new Error(`The search thread failed: ${event.message}`));
    });
  });
  worker.addEventListener("message", ({ data }) => {
    if (data === indexChanged) for (const listener of listeners) listener();
  });
  failure.catch(() => {}); // nobody may be waiting for an answer when it fails
  return { search: wrap<SearchThread>(worker), failure };
}
