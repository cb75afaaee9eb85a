import { plural } from "./en-plural.ts";

/** The English words for what a page says of itself, and for other ways to read it. */
export const reading = {
  editor: (name: string) => `Edited by ${name}`,
  otherWay: "Another reading",
  otherHint: "Finds the article by another method, often better with code, formulas and manuals.",
  leftWay: "What was left out",
  leftHint: "Blocks of the page that the article does not have, and why. Tap those you want back.",
  leftNothing: "Nothing of the page was left out.",
  leftBy: { outside: "Beside the article", chrome: "A line of the page itself" },
  leftChosen: (count: number) => `${plural(count, "block", "blocks")} to put back.`,
  origin: "Where it was found",
  from: (field: string, origin: string) => `${field}: ${origin}`,
  origins: {
    meta: "the page’s tags",
    "ld-json": "the page’s data",
    labelled: "a labelled line",
    line: "a line of the page",
    script: "a script",
    title: "the page’s title",
    address: "its address",
    rule: "a rule for the site",
    text: "the text",
  },
};
