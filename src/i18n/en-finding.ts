/** The English words for finding one's way: how one may ask, what a list is narrowed to, what a move brought. */
export const finding = {
  examples: "How else you can ask",
  asked: [
    { words: "tag:", says: "by tag; pick one from the list" },
    { words: "zgbz", says: "Chinese titles, authors and tags by pinyin or its initials" },
    { words: "“a phrase”", says: "word for word, in quotation marks" },
    { words: "is:unread", says: "only what is unread; is:fav for favourites" },
  ],
  chooseTag: "Choose a tag:",
  noTags: "There are no tags yet.",
  goOn: "Keep typing after the colon.",
  nothingFits: (count: number, asked: string) =>
    `${count > 1 ? "Nothing matches all of these" : "Nothing matches"}: ${asked}`,
  clearFilters: "Clear the filters",
  since: (when: string) => `Kept since: ${when}`,
  look: "Look at these",
  inTrash: "in the trash",
  back: "Back",
};
