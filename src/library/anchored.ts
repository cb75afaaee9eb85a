// Highlights follow their words when an article's body changes. All of this is to be called inside a `write`.
import { anchorOf } from "#domain/anchor/anchor.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import { locator } from "#domain/anchor/locate.ts";
import { squeeze } from "#domain/anchor/squeeze.ts";
import { type Highlight, highlightOf, type Passage } from "#domain/highlight.ts";
import { database } from "./database.ts";

/** Finds the words of an article's highlights in its new body (HTML); what cannot be found is kept as lost. */
export async function followBody(articleId: string, before: string | undefined, after: string): Promise<void> {
  const highlights = await database.highlights.where("articleId").equals(articleId).toArray();
  if (highlights.length === 0 || before === after) return;
  const [former, present] = [before, after].map((html) => (html === undefined ? undefined : bodyText(html)));
  const findBefore = former === undefined ? undefined : locator(former);
  const find = locator(present ?? "");
  await database.highlights.bulkPut(
    highlights.map((highlight) => {
      const stood = highlight.lost ? undefined : findBefore?.(highlight.anchor);
      // Described anew where it stood: with the place and the context it had there to the last.
      const anchor = (stood && former !== undefined && anchorOf(former, stood)) || highlight.anchor;
      return placed({ ...highlight, anchor }, find, present ?? "");
    }),
  );
}

/** Gives an article what the reader wrote about its page elsewhere; a passage that is marked already is not marked twice. */
export async function bringAlong(
  articleId: string,
  { passages = [], note }: { passages?: readonly Passage[]; note?: string },
  at: number,
): Promise<void> {
  const here = await database.highlights.where("articleId").equals(articleId).toArray();
  const html = passages.length > 0 ? (await database.contents.get(articleId))?.html : undefined;
  const text = html === undefined ? undefined : bodyText(html);
  const find = text === undefined ? undefined : locator(text);
  const words = new Set(here.map(wordsOf));
  const places = new Set(here.flatMap(placeOf));
  for (const passage of passages) {
    if (squeeze(passage.quote).text === "") continue;
    const bare = highlightOf(passage, crypto.randomUUID(), articleId, at);
    const row = find ? placed(bare, find, text ?? "") : bare;
    const [place] = placeOf(row);
    // The same words may be marked in two places by who knows the places.
    const isKnown = passage.prefix !== undefined && place ? places.has(place) : words.has(wordsOf(row));
    words.add(wordsOf(row));
    if (place) places.add(place);
    if (!isKnown) await database.highlights.add(row);
  }
  if (note && !(await database.notes.get(articleId))) await database.notes.put({ id: articleId, text: note, at });
}

function wordsOf({ anchor }: Highlight): string {
  return squeeze(anchor.quote.exact).text;
}

function placeOf({ anchor: { position }, lost }: Highlight): string[] {
  return position && !lost ? [`${position.start}-${position.end}`] : [];
}

/** Puts highlights back to the places they had; those removed meanwhile stay away, and notes written meanwhile stay. */
export async function putPlaces(highlights: readonly Highlight[]): Promise<void> {
  for (const { id, anchor, lost } of highlights) {
    const now = await database.highlights.get(id);
    if (!now) continue;
    const { lost: _, ...rest } = now;
    await database.highlights.put({ ...rest, anchor, ...(lost && { lost }) });
  }
}

function placed(highlight: Highlight, find: ReturnType<typeof locator>, text: string): Highlight {
  const { lost: _, ...rest } = highlight;
  const span = find(highlight.anchor);
  const anchor = span && anchorOf(text, span);
  return anchor ? { ...rest, anchor } : { ...rest, lost: true };
}
