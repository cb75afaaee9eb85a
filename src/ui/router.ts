import { type ReadonlySignal, signal } from "@preact/signals";

/** Every place in Liuye: a list with perhaps an article open from it, or the reader's own page. */
export type Route =
  | { screen: "shelf" | "favourites"; article?: string }
  | { screen: "search"; query: string; article?: string }
  | { screen: "me"; article?: never };

const current = signal<Route>(routeOf(location.hash));
let previous: string | undefined;

/** Where the reader is: the address says it, and nothing else does. */
export const route: ReadonlySignal<Route> = current;

addEventListener("hashchange", (event) => {
  previous = new URL(event.oldURL).hash;
  current.value = routeOf(location.hash);
});

/** The route an address's hash names; the shelf for any it does not know. */
export function routeOf(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen, id] = path.split("/").map(decode);
  const article = id ? { article: id } : {};
  if (screen === "favourites") return { screen, ...article };
  if (screen === "search") return { screen, query: new URLSearchParams(search).get("q") ?? "", ...article };
  if (screen === "me") return { screen };
  return { screen: "shelf", ...article };
}

/** The address of a route. */
export function hrefOf(to: Route): string {
  const article = to.article ? `/${encodeURIComponent(to.article)}` : "";
  const query = to.screen === "search" && to.query ? `?${new URLSearchParams({ q: to.query })}` : "";
  return `#/${to.screen}${article}${query}`;
}

/** Goes somewhere; `replace` leaves no step for the back button. */
export function go(to: Route, { replace = false } = {}): void {
  if (replace) location.replace(hrefOf(to));
  else location.hash = hrefOf(to);
}

/** From an article to its list: one step back where that leads there, so that the back button never loops. */
export function leaveArticle(): void {
  const { article: _, ...list } = current.value;
  if (previous === hrefOf(list as Route)) history.back();
  else go(list as Route, { replace: true });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // a damaged address leads to the list
  }
}
