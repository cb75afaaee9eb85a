import type { ParsedPage } from "./parsed-page.ts";
import { webAddress } from "./web-address.ts";

/** Players whose films have pages of their own: how the player names one, and the beginning of its page. */
const players: readonly [RegExp, string][] = [
  [/youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/, "https://www.youtube.com/watch?v="],
  [/player\.bilibili\.com\/.*?\bbvid=(\w+)/, "https://www.bilibili.com/video/"],
  [/player\.vimeo\.com\/video\/(\d+)/, "https://vimeo.com/"],
];

/** Makes a link of a film, under its still picture where it has one: a kept page plays nothing. */
export function linkFilms({ document, address }: ParsedPage): void {
  for (const film of document.querySelectorAll("video, iframe")) {
    const source =
      film.getAttribute("src") ??
      film.getAttribute("data-src") ??
      film.querySelector("source")?.getAttribute("src") ??
      "";
    const href = film.tagName === "VIDEO" ? webAddress(source, address) : pageOf(source);
    if (!href) continue;
    const link = document.createElement("a");
    link.setAttribute("href", href);
    const poster = film.getAttribute("poster");
    const title = film.getAttribute("title") || new URL(href).hostname;
    if (poster) {
      const still = document.createElement("img");
      still.setAttribute("src", poster);
      still.setAttribute("alt", title);
      link.append(still);
    } else link.append(title);
    const paragraph = document.createElement("p");
    paragraph.append(link);
    film.replaceWith(paragraph);
  }
}

function pageOf(source: string): string | undefined {
  for (const [pattern, page] of players) {
    const name = pattern.exec(source)?.[1];
    if (name) return page + name;
  }
  return undefined;
}
