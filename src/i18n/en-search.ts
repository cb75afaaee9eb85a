import { plural } from "./en-plural.ts";

/** The English words for search, and for stepping through what was found in an article. */
export const search = {
  failed: "The search could not start. Reload Liuye and try again.",
  field: "Search titles, text, notes and tags",
  clear: "Clear",
  chips: "Search in",
  chip: { all: "Everything", title: "Titles", favourite: "Favourites", note: "Notes", month: "This month" },
  none: (query: string) => `Nothing found for “${query}”.`,
  noneNarrowed: (query: string, chip: string) => `Nothing found for “${query}” in: ${chip}.`,
  everywhere: "Search everything",
  tries: [
    "Fewer or shorter words find more.",
    "Chinese titles, authors and tags are found by pinyin or its initials too: zhongguo, zgbz.",
    "tag: site: author: is:fav before: after: narrow a search, quotation marks make it exact, and -word leaves out.",
  ],
  hint: "Type a word or a phrase. Everything on the shelf is searched, on this device.",
  fits: {
    like: "No article has it as it was typed. These have words like it:",
    part: "No article has all of it. These have a part:",
    sound: "By their sound in pinyin:",
  },
  building: (done: string, total: string) => `Still building the index, ${done} of ${total}. Found so far:`,
  places: (count: number) => plural(count, "place", "places"),
  inNote: "in your note",
  found: (count: string) => `${count} found`,
  about: (count: string) => `About ${count} found`,
  more: "More",
  recent: "Recent searches",
  forget: "Clear recent searches",
  cites: (standard: string) => `Everything that names ${standard}`,
  results: "Results",
  hits: "Places found",
  previous: "Previous place",
  next: "Next place",
  place: (at: number, count: number) => `Place ${at} of ${count}`,
  closeHits: "Hide the places found",
};
