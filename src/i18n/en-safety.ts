/** The English words for what keeps a library from being lost. */
export const safety = {
  lost: {
    title: "The library is not where it was",
    what: (count: string, when: string) =>
      `${count} articles were kept here (last seen: ${when}). Now the browser gives back an empty library.`,
    why: "Browsers may clear what pages keep when the device runs out of room, or when someone clears the site’s data. Liuye has deleted nothing.",
    todo: "Look once more first: sometimes the storage only came up late. Nothing new is kept until you decide.",
    again: "Look once more",
    begin: "Begin with an empty library",
  },
};
