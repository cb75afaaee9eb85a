import { go, route } from "./router.ts";

/** From now on `/` opens search and its field from anywhere, except while something is being typed. */
export function watchSearchKey(): void {
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
