import { type Remote, wrap } from "comlink";
import { trustedAddress } from "#domain/trusted-address.ts";
import type { Hit } from "./match.ts";
import type { Search } from "./worker.ts";
import workerAddress from "./worker.ts?worker&url";

/** The thread, and the promise that only ever fails: when the thread itself does. */
type Thread = { search: Remote<Search>; failure: Promise<never> };

let thread: Thread | undefined;

/** The articles that have every word of a query, best first; starts the search thread on first use, and anew after it failed. */
export function find(query: string): Promise<Hit[]> {
  thread ??= start();
  return Promise.race([thread.search.find(query), thread.failure]);
}

function start(): Thread {
  const worker = new Worker(trustedAddress("liuye-search", workerAddress), { type: "module" });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      thread = undefined;
      reject(new Error(`The search thread failed: ${event.message}`));
    });
  });
  return { search: wrap<Search>(worker), failure };
}
