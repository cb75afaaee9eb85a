import { anchorOf } from "#domain/anchor/anchor.ts";
import type { Article } from "#domain/article.ts";
import { codeOf } from "#domain/errors.ts";
import type { Colour, Highlight } from "#domain/highlight.ts";
import { t } from "#i18n/messages.ts";
import { addHighlight, editHighlight, removeHighlight, restoreHighlight } from "#library/highlights.ts";
import { type Run, storedText } from "#ui/reader/place/reading-place.ts";
import { say } from "#ui/toasts.ts";
import type { Selected } from "./selection-watch.ts";

/** Marks what is selected; undefined when nothing could be kept, which is said. */
export async function mark(
  article: Article,
  runs: readonly Run[],
  selected: Selected,
  colour: Colour,
): Promise<Highlight | undefined> {
  const anchor = anchorOf(storedText(runs), selected);
  if (!anchor) return undefined;
  return (await orSayWhy(() => addHighlight(article.id, anchor, colour, Date.now()))) ?? undefined;
}

/** Gives a highlight another colour. */
export function recolour({ id }: Highlight, colour: Colour): Promise<unknown> {
  return orSayWhy(() => editHighlight(id, { colour }, Date.now()));
}

/** Takes a highlight away at once and offers to undo it. */
export async function removeWithUndo(id: string): Promise<void> {
  const removed = await orSayWhy(() => removeHighlight(id, Date.now()));
  if (!removed) return;
  say(t.marks.removed, {
    label: t.article.undo,
    run: () =>
      orSayWhy(async () => {
        say((await restoreHighlight(removed)) ? t.marks.restored : t.marks.restoreTooLate);
      }),
  });
}

/** Copies words with a line that says where they stand. */
export async function copyCited(words: string, { title, source, url }: Article): Promise<void> {
  const line = [t.marks.title(title), source, url].filter(Boolean).join(t.marks.comma);
  try {
    await navigator.clipboard.writeText(t.marks.cited(words, line));
    say(t.marks.copied);
  } catch {
    say(t.marks.notCopied);
  }
}

async function orSayWhy<T>(deed: () => Promise<T>): Promise<T | undefined> {
  try {
    return await deed();
  } catch (error) {
    say(t.errors[codeOf(error)]);
    return undefined;
  }
}
