import { type Remote, wrap } from "comlink";
import type { Hit } from "./match.ts";
import type { Search } from "./worker.ts";
import workerAddress from "./worker.ts?worker&url";

type Policy = { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };

let thread: Remote<Search> | undefined;

/** The articles that have every word of a query, best first; starts the search thread on first use. */
export function find(query: string): Promise<Hit[]> {
  thread ??= wrap<Search>(new Worker(trustedAddress(), { type: "module" }));
  return thread.find(query);
}

/** The thread's address as Trusted Types want it: a policy that can name this one file only. */
function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policy };
  const rules = { createScriptURL: () => workerAddress };
  return trustedTypes?.createPolicy("liuye-search", rules).createScriptURL("") ?? workerAddress;
}
