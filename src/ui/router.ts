import { type ReadonlySignal, signal } from "@preact/signals";
import { type Filter, type List, lists } from "#domain/sift.ts";
import { filterOf, wordsOf } from "./filter-address.ts";

/** Every place in Liuye: a list with perhaps an article open from it, a page of its own, or the bookmarklet's window. */
export type Route =
  | ({ screen: List; filter?: Filter } & Opened)
  | ({ screen: "notes" } & Opened)
  | ({ screen: "search"; query: string } & Opened)
  | { screen: "me" | "bookmarklet"; article?: never; at?: never }
  | { screen: "keep"; nonce: string; article?: never; at?: never };

/** An article open from a list, and the highlight to go to in it. */
type Opened = { article?: string; at?: string };

const current = signal<Route>(routeOf(location.hash));

/** Where the reader is: the address says it, and nothing else does. */
export const route: ReadonlySignal<Route> = current;

/** What an entry of the history knows: the hash it was reached from, null for the first. */
type Entry = { from: string | null };

if (!history.state) history.replaceState({ from: null } satisfies Entry, "");

/** What the present entry is still to be told; the screen comes first, for telling takes a slow phone a frame. */
let untold: Entry | undefined;

addEventListener("hashchange", (event) => {
  untold = history.state ? undefined : { from: new URL(event.oldURL).hash };
  current.value = routeOf(location.hash);
  if (untold) requestAnimationFrame(() => setTimeout(tellHistory));
});
addEventListener("pagehide", tellHistory);

function tellHistory(): void {
  if (untold) history.replaceState(untold, "");
  untold = undefined;
}

/** The route an address's hash names; the shelf for any it does not know. */
export function routeOf(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen, id] = path.split("/").map(decode);
  const asked = new URLSearchParams(search);
  const at = asked.get("at");
  const opened: Opened = id ? { article: id, ...(at && { at }) } : {};
  if (screen === "notes") return { screen, ...opened };
  if (screen === "search") return { screen, query: asked.get("q") ?? "", ...opened };
  if (screen === "me" || screen === "bookmarklet") return { screen };
  if (screen === "keep") return { screen, nonce: id ?? "" };
  const filter = filterOf(asked);
  const list = lists.find((one) => one === screen) ?? "shelf";
  return { screen: list, ...(Object.keys(filter).length > 0 && { filter }), ...opened };
}

/** The address of a route. */
export function hrefOf(to: Route): string {
  const article = to.article ? `/${encodeURIComponent(to.article)}` : "";
  const asked = new URLSearchParams({
    ...(to.screen === "search" && to.query && { q: to.query }),
    ...("filter" in to && wordsOf(to.filter)),
    ...(to.article && to.at && { at: to.at }),
  });
  return `#/${to.screen}${article}${asked.size > 0 ? `?${asked}` : ""}`;
}

/** The route of another article, opened from the list one is in; from the shelf, where it may not stand in that list. */
export function inSameList(article: string): Route {
  const { at: _, ...now } = current.peek();
  if (now.screen === "search" || now.screen === "favourites") return { ...now, article };
  return { screen: "shelf", article };
}

/** Goes somewhere; `replace` leaves no step for the back button. */
export function go(to: Route, { replace = false } = {}): void {
  if (replace) location.replace(hrefOf(to));
  else location.hash = hrefOf(to);
}

/** Takes the highlight that has been reached out of the address, so that it can be asked for again. */
export function forgetAt(): void {
  const { at, ...here } = current.value;
  if (at === undefined) return;
  tellHistory();
  history.replaceState(history.state, "", hrefOf(here as Route));
  current.value = here as Route;
}

/** From an article to its list: one step back where that leads there, so that the back button never loops. */
export function leaveArticle(): void {
  const { article: _, at: __, ...list } = current.value;
  tellHistory();
  const { from } = history.state as Entry;
  if (from !== null && hrefOf(routeOf(from)) === hrefOf(list as Route)) history.back();
  else go(list as Route, { replace: true });
}

/** From a list to where it was reached from, by a step back; to the shelf where that was nowhere in Liuye, or the list itself. */
export function leaveList(): void {
  tellHistory();
  const { from } = history.state as Entry;
  const home = from === null ? undefined : routeOf(from);
  const to: Route = home && home.screen !== current.value.screen ? home : { screen: "shelf" };
  if (to === home) history.back();
  else go(to, { replace: true });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // a damaged address leads to the list
  }
}
