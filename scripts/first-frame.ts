// The first frame in index.html: the app's shell as HTML, in every language, so that it stands before any script has come.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { readingMinutes } from "../src/domain/text/count.ts";
import { headlinePieces } from "../src/domain/text/headline.ts";
import { messages as en, type Messages } from "../src/i18n/en.ts";
import { messages as zhCn } from "../src/i18n/zh-cn.ts";
import { messages as zhHant } from "../src/i18n/zh-hant.ts";
import { type IconName, shapes } from "../src/ui/components/icon-shapes.ts";
import { beginFirstFrame } from "../src/ui/first-frame.ts";

const languages: Record<string, Messages> = { "zh-CN": zhCn, "zh-Hant": zhHant, en };

/** Outlines of cards to come: as many as fill a tall phone. */
const outlines = 8;

type Guide = { title: string; lang: string; excerpt: string; source: string; length: { han: number; words: number } };

const script = `(${beginFirstFrame.toString()})();`;

/** What a content security policy calls the one script in the page. */
export const firstFrameHash = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** Puts the frame into the page, and the script that sets it in front of every stylesheet. */
export function firstFrame(): Plugin {
  return {
    name: "liuye-first-frame",
    // After what must stand in the first kilobyte, before what waits for stylesheets.
    transformIndexHtml: (html) =>
      html
        .replace("</title>", () => `</title><script>${script}</script>`)
        .replace('<div id="app"></div>', () => `<div id="app">${frame()}</div>`),
  };
}

/** As `app.tsx`, `navigation.tsx`, `shelf-screen.tsx` and `article-card.tsx` draw a shelf. */
function frame(): string {
  return `<div class="app first-frame" inert><div class="app-navigation"><nav class="navigation"><p class="navigation-name">${icon("leaf")}<span>${
    say(({ name }) => name) //
  }</span></p>${tab("shelf", "shelf", ' aria-current="page"')}${tab("favourites", "star")}<button type="button" class="navigation-add">${icon("plus")}<span>${say(
    ({ tabs }) => tabs.add,
  )}</span></button>${tab("search", "search")}${tab("me", "me", ' class="navigation-me"')}</nav></div><main class="app-list"><div class="shelf-screen" data-list="shelf"><header class="screen-bar"><h1>${say(
    ({ tabs }) => tabs.shelf,
  )}</h1>${button("shelf-filter", "filter")}${button("shelf-add", "plus")}</header><div class="shelf-tools"></div><div class="article-list"><ul role="list">${guide(
    "zh",
  )}${guide("en")}${'<li class="article-card"></li>'.repeat(outlines)}</ul></div></div></main><section class="app-reader"><p class="app-nothing">${say(
    ({ reader }) => reader.choose,
  )}</p></section></div>`;
}

function tab(name: "shelf" | "favourites" | "search" | "me", picture: IconName, more = ""): string {
  return `<a href="#/${name}"${more}>${icon(picture)}<span>${say(({ tabs }) => tabs[name])}</span></a>`;
}

function guide(language: "zh" | "en"): string {
  const told = JSON.parse(readFileSync(`src/capture/guides/guide-${language}.json`, "utf8")) as Guide;
  const minutes = readingMinutes(told.length);
  const title = headlinePieces(told.title, told.lang).map(escaped).join("<wbr>");
  const today = (_: Messages, named: string) =>
    new Intl.RelativeTimeFormat(named, { numeric: "auto" }).format(0, "day");
  return `<li class="article-card first-frame-${language}"><a href="#/shelf/guide-${language}"><h2 dir="auto"><span class="headline" lang="${told.lang}">${title}</span></h2><p class="article-card-excerpt" lang="${told.lang}" dir="auto">${escaped(
    told.excerpt,
  )}</p><p class="article-card-by"><b>${escaped(told.source)}</b><span>${say(({ shelf }) => shelf.minutes(minutes))}</span><span>${say(
    today,
  )}</span></p></a><div class="article-card-deeds">${button("article-card-star", "star")}${button("article-card-more", "more")}</div></li>`;
}

function button(name: string, picture: IconName): string {
  return `<button type="button" class="icon-button ${name}" tabindex="-1">${icon(picture)}</button>`;
}

function icon(name: IconName): string {
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none"><path d="${shapes[name]}"/></svg>`;
}

/** The same words in every language; the page's own decides which are seen. */
function say(words: (messages: Messages, language: string) => string): string {
  return Object.entries(languages)
    .map(([language, messages]) => `<span data-in="${language}">${escaped(words(messages, language))}</span>`)
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
