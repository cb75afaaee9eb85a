import { go, route } from "./router.ts";

/** The search thread brings its index up to date this long after the start, when the first list stands; in milliseconds. */
const indexAfter = 4000;

/** From now on `/` opens search and its field from anywhere, except while something is being typed; and the index follows the library. */
export function beginSearch(): void {
  setTimeout(() => {
    import("#search/search.ts").then(({ startSearch }) => startSearch(), reportError);
  }, indexAfter);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.defaultPrevented || event.isComposing) return;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target) ||
      document.querySelector("dialog[open]")
    )
      return;
    event.preventDefault();
    if (route.peek().screen !== "search") go({ screen: "search", query: "" });
    else document.querySelector<HTMLElement>(".search-field input")?.focus();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
