/** The English words for what leads out of Liuye, and whose work is in it. */
export const outward = {
  licences: {
    title: "Licences",
    hint: "Whose work Liuye is built on",
    open: "Show",
    about: (count: number) =>
      `Liuye ships with ${count} packages by others. Here is what each is called, and its terms.`,
    close: "Done",
  },
  leaving: {
    title: "This link leads elsewhere",
    says: (written: string, host: string) => `It says ${written}, but it opens ${host}.`,
    open: (host: string) => `Open ${host}`,
    stay: "Stay here",
  },
};
