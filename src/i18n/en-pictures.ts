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
    keptAndShown: (kept: number, shown: number) =>
      `${plural(kept, "picture is", "pictures are")} kept. ${shown} more may not be kept, and ${shown === 1 ? "is" : "are"} shown only until you leave this article.`,
    fromWeb: "Picture from the web, not kept",
    failed: "This picture could not be loaded",
  },
};
