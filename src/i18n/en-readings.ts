import { plural } from "./en-plural.ts";

/** The English words for what was read, how often and for how long. */
export const readings = {
  reads: (count: number) => (count === 1 ? "read once" : `read ${count} times`),
  chart: (days: number) => `Last ${days} days`,
  total: (time: string, length: string) => `${time} · ${length} words`,
  day: (date: string, time: string, length: string) => `${date}: ${time}, ${length} words`,
  quietDay: (date: string) => `${date}: nothing`,
  none: "Nothing was read in these days.",
  seconds: "less than a minute",
  finished: "Finished this year",
  inARow: "Days in a row",
  today: "Read today",
  sources: "Most time spent on",
  ranking: "Most read, month by month",
  earlier: "The month before",
  later: "The month after",
  everything: "Everything",
  of: "Count only",
  ofSources: "Sources",
  ofTags: "Tags",
  times: (count: number) => plural(count, "time", "times"),
  place: (place: number, title: string, reads: number, before: string) =>
    `${place}. ${title}, ${plural(reads, "time", "times")}, ${before}`,
  before: (place: number) => `no. ${place} last month`,
  fresh: "new",
  emptyMonth: "Nothing was read in this month.",
  gone: "An article that is no longer here",
  history: "Reading history",
  historyHint: "Counted on this device alone: visits of five seconds or more with a scroll, or to the end.",
  forget: "Clear",
  forgotten: "The reading history is cleared.",
  nothing: "Nothing counted yet",
};

/** The English words for what takes room on the device. */
export const room = {
  title: "What takes room",
  show: "Show",
  counting: "Adding it up",
  kinds: { texts: "Texts", pictures: "Pictures", originals: "Original pages", versions: "Earlier texts" },
  rest: "Liuye itself, and what it can make again",
  free: "Clear the original pages",
  freeHint:
    "The articles stay as they are. They can no longer be read again by better rules, and what was struck out cannot be brought back.",
  freeNow: (size: string) => `Free ${size}`,
  keep: "Keep them",
  freed: (count: number) => `${plural(count, "page", "pages")} cleared; every article is still here.`,
};

/** The English words for articles that belong together. */
export const related = {
  title: "Related on your shelf",
  standards: (numbers: string) => `Both cite ${numbers}`,
  tags: (tags: string) => `Both tagged ${tags}`,
  terms: (words: string) => `Both speak of ${words}`,
};

/** The English words for the facts above an article. */
export const facts = {
  label: "Numbers and tags",
  tag: (tag: string) => `# ${tag}`,
};
