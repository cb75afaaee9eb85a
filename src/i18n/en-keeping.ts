import { plural } from "./en-plural.ts";

/** The English words for earlier texts of an article, and for a body that is not what was kept. */
export const keeping = {
  changedSince: (when: string) => `This page has changed since ${when}. The text it had is kept.`,
  laterKept: (when: string) => `This is an earlier text of the page. The one captured ${when} is kept too.`,
  whatChanged: "What changed",
  title: "Earlier texts",
  captured: (when: string) => `Captured ${when}`,
  comparing: "Comparing",
  nothing: "The words are the same.",
  summary: (changed: number, added: number, removed: number) =>
    [
      changed > 0 && `${plural(changed, "sentence", "sentences")} changed`,
      added > 0 && `${added} new`,
      removed > 0 && `${removed} gone`,
    ]
      .filter(Boolean)
      .join(", "),
  unchanged: (count: number) => `${plural(count, "sentence", "sentences")} unchanged`,
  added: "new: ",
  removed: "gone: ",
  goBack: "Go back to this text",
  wentBack: "The article has its earlier text again.",
  delete: "Delete this text",
  deleted: "The earlier text is deleted.",
  body: {
    gone: "The text of this article cannot be found on this device.",
    empty: "The text of this article is empty, though it was not when it was kept.",
    changed: "The text below is not quite what was kept: something on this device has damaged or changed it.",
  },
  readAgain: "Read the kept page again",
  earlier: "Look at the earlier text",
  nothingLeft: "Neither the page it came from nor an earlier text is kept here. Its page may still be on the web.",
  accept: "It is as it should be",
  accepted: "From now on this is the text.",
};

/** The English words for the look Liuye takes at the library by itself. */
export const upkeep = {
  title: "Weekly check",
  never: "Once a week, while idle, Liuye reads everything again. The first check is still to come.",
  going: (percent: number) => `Under way, ${percent}% read`,
  sound: (when: string) => `Last check: ${when}. All is well.`,
  mended: (count: number) => `${plural(count, "small thing was", "small things were")} put right by itself.`,
  found: (when: string, count: number) =>
    `Last check: ${when}. ${plural(count, "article needs", "articles need")} your attention.`,
  loose: (count: number) =>
    `${plural(count, "piece belongs", "pieces belong")} to no article; “What opens offline” can clear them away.`,
};

/** The English words for a full disk, and for windows that keep nothing. */
export const short = {
  smallRoom: (room: string) =>
    `This window can keep only ${room}, and perhaps only until it is closed, as private windows do. Use an ordinary window to keep things for good.`,
  textOnly: (title: string) => `There was no room for the pictures of “${title}”. Its text is kept.`,
  retry: "Try again",
  free: "Clear",
  caches: "Clear what can be made again",
  cachesHint: "The search index and the small pictures in lists. Liuye makes them anew when there is room.",
  cachesFreed: "Cleared. Search makes its index anew at the next start.",
  versions: "Clear earlier texts",
  versionsHint: "Every article keeps the text it has now. The earlier texts of changed pages are gone for good.",
  versionsFreed: (count: number) => `${plural(count, "earlier text", "earlier texts")} cleared.`,
  notPinned: "The browser does not promise it yet. Installing Liuye, or using it for some days, usually changes that.",
};
