import { plural } from "./en-plural.ts";

/** The English words about pictures that did not come with their page. */
export const pictures = {
  pictures: {
    load: (count: number) => `Load ${plural(count, "picture", "pictures")} from the web`,
    loading: "Loading the pictures",
    offline: "There is no network now. The pictures can be loaded when there is one.",
    kept: (count: number) => `${plural(count, "picture is", "pictures are")} kept.`,
    shown: (count: number) =>
      count === 1
        ? "The site of 1 picture does not let it be kept: it is shown only until you leave this article."
        : `The sites of ${count} pictures do not let them be kept: they are shown only until you leave this article.`,
    why: {
      absent: "did not come with the page",
      refused: "its site does not let it be kept",
      damaged: "damaged",
      "too-large": "too large to keep",
      "no-room": "the device was full",
    },
    unreachable: "Its site cannot be reached",
    "not-found": "No longer on its site",
    unreachableCount: (count: number) =>
      `${plural(count, "picture", "pictures")} could not be loaded: the site cannot be reached.`,
    notFoundCount: (count: number) => `${plural(count, "picture is", "pictures are")} no longer on the site.`,
    notGiven: (count: number) => `The site did not give ${plural(count, "picture", "pictures")}.`,
    fromWeb: "Picture from the web, not kept",
    failed: "This picture could not be loaded",
  },
};
