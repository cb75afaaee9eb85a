import { squeeze } from "./blanks.ts";
import { extractWith } from "./extract.ts";
import type { Extracted } from "./extracted.ts";
import type { Step } from "./parsed-page.ts";
import { steps } from "./steps.ts";

/** The rules that hold where nothing is a site's: addresses and pictures put right, fields read from the tags alone. */
const wholeRules = [
  "wake-images",
  "resolve-addresses",
  "read-tags",
  "draw-lines",
  "tag-title",
  "any-title",
  "believe-tags",
];

/** What a browser shows nothing of is no word of the page either; last, since tags are read from scripts too. */
const dropCode: Step = {
  name: "drop-code",
  run: ({ document }) => {
    for (const code of document.querySelectorAll("script, style, template, noscript")) code.remove();
  },
};

/** A first heading that only says the title again. */
const dropTitle: Step = {
  name: "drop-title",
  run: ({ document, title }) => {
    const first = document.querySelector("h1, h2, p, li");
    if (first?.localName === "h1" && title && squeeze(first.textContent ?? "") === squeeze(title)) first.remove();
  },
};

/** A page all of which is the article, a book or a note: nothing of it is searched for or trimmed. Throws as `extract`. */
export function extractWhole(html: string, url?: string): Extracted {
  return extractWith([...steps.filter(({ name }) => wholeRules.includes(name)), dropCode, dropTitle], html, url);
}
