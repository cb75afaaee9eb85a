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

/**
 * What an entry of the history knows: the hash it was reached from, null for the first; and, where it stands for dialogs
 * that lie over a page, how many those are and the hash of the page's own entry below it.
 */
export type Entry = { from: string | null; over?: number; page?: string };

if (!history.state) history.replaceState({ from: null } satisfies Entry, "");

/** Set while a step back is on its way: until it has arrived nothing else may be added to the history. */
let stepping = false;
let wasOwn = false;

addEventListener("popstate", () => {
  wasOwn = stepping;
  stepping = false;
});

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

/** What the present entry of the history knows. */
export function entry(): Entry {
  tellHistory();
  return (history.state as Entry | null) ?? { from: null };
}

/** Goes so many entries back; false while a step is on its way already. */
export function stepBack(steps: number): boolean {
  if (stepping) return false;
  stepping = true;
  history.go(-steps);
  return true;
}

/** Whether a step back is on its way. */
export function isStepping(): boolean {
  return stepping;
}

/** Whether the step that has just arrived was one of these, and not the reader's. */
export function wasOwnStep(): boolean {
  return wasOwn;
}

/** Another address for the present entry, which stays what it is. */
export function readdress(href: string): void {
  history.replaceState(entry(), "", href);
  current.value = routeOf(location.hash);
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

/** From a dialog to another place, which takes the place of the dialog's entry. */
export function leaveDialog(href: string): void {
  const { page = null } = entry();
  history.replaceState({ from: page } satisfies Entry, "", href);
  current.value = routeOf(location.hash);
}

/** Goes somewhere; `replace` leaves no step for the back button. */
export function go(to: Route, { replace = false } = {}): void {
  if (stepping) {
    addEventListener("popstate", () => go(to, { replace }), { once: true });
    return;
  }
  const { over } = entry();
  if (over && replace)
    readdress(hrefOf(to)); // under the dialog, which stays
  else if (over) leaveDialog(hrefOf(to));
  else if (replace) location.replace(hrefOf(to));
  else location.hash = hrefOf(to);
}

/** Takes the highlight that has been reached out of the address, so that it can be asked for again. */
export function forgetAt(): void {
  const { at, ...here } = current.value;
  if (at !== undefined) readdress(hrefOf(here as Route));
}

/** From an article to its list: one step back where that leads there, so that the back button never loops. */
export function leaveArticle(): void {
  const { article: _, at: __, ...list } = current.value;
  const { from, over = 0 } = entry();
  if (from !== null && hrefOf(routeOf(from)) === hrefOf(list as Route)) stepBack(1 + over);
  else go(list as Route, { replace: true });
}

/** From a list to where it was reached from, by a step back; to the shelf where that was nowhere in Liuye, or the list itself. */
export function leaveList(): void {
  const { from, over = 0 } = entry();
  const home = from === null ? undefined : routeOf(from);
  const to: Route = home && home.screen !== current.value.screen ? home : { screen: "shelf" };
  if (to === home) stepBack(1 + over);
  else go(to, { replace: true });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // a damaged address leads to the list
  }
}
