import { type Colour, colours, type Noted } from "#domain/highlight.ts";
import { fold } from "#domain/text/fold.ts";

/** What the chips let through: everything, what carries words of the reader's own, or one colour. */
export const notesFilters = ["all", "noted", ...colours] as const satisfies readonly ("all" | "noted" | Colour)[];
export type NotesFilter = (typeof notesFilters)[number];

/** What is wanted of all notes; `article` is an id. */
export type Wanted = { query: string; filter: NotesFilter; article: string | undefined };

/** Those of the notes that are wanted; an article none of whose notes is left is left out. A title that fits brings all its notes. */
export function narrow(noted: readonly Noted[], { query, filter, article: only }: Wanted): Noted[] {
  const sought = fold(query.trim());
  const fits = (...words: (string | undefined)[]) => words.some((word) => word && fold(word).includes(sought));
  return noted.flatMap(({ article, note, highlights, latest }) => {
    if (only !== undefined && only !== article.id) return [];
    const everything = fits(article.title);
    const keepsNote = note && (filter === "all" || filter === "noted") && (everything || fits(note.text));
    const kept = highlights.filter(
      ({ anchor, note, colour }) =>
        (filter === "all" || (filter === "noted" ? note : colour === filter)) &&
        (everything || fits(anchor.quote.exact, note)),
    );
    if (!keepsNote && kept.length === 0) return [];
    return [{ article, ...(keepsNote && { note }), highlights: kept, latest }];
  });
}

/** How many entries there are in so many articles. */
export function countEntries(noted: readonly Noted[]): number {
  return noted.reduce((sum, { note, highlights }) => sum + highlights.length + (note ? 1 : 0), 0);
}

/** The first so many entries, article by article. */
export function firstEntries(noted: readonly Noted[], most: number): Noted[] {
  let left = most;
  const shown: Noted[] = [];
  for (const { note, highlights, ...rest } of noted) {
    if (left <= 0) break;
    const marked = highlights.slice(0, left - (note ? 1 : 0));
    left -= marked.length + (note ? 1 : 0);
    shown.push({ ...rest, ...(note && { note }), highlights: marked });
  }
  return shown;
}
