import type { Article, Content, Picture, Place } from "#domain/article.ts";
import { type Exported, exportedVersion } from "#domain/exported.ts";
import type { ArticleNote, Highlight } from "#domain/highlight.ts";
import { articleNoteOf } from "#library/article-notes.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { highlightsOf } from "#library/highlights.ts";
import { picturesById } from "#library/pictures.ts";
import { placeOf } from "#library/places.ts";

/** All that is kept of an article: its row, its words, and what the reader made of it. */
export type KeptArticle = {
  article: Article;
  content: Content;
  highlights: Highlight[];
  note: ArticleNote | null;
  place: Place | null;
  /** The pictures its body shows. */
  pictures: Picture[];
};

/** Reads an article whole; undefined for one that has gone, waits for its words, or has none. */
export async function keptArticle(id: string, withPictures: boolean): Promise<KeptArticle | undefined> {
  const article = await articleById(id);
  const content = article && !article.pending ? await contentOf(id) : null;
  if (!article || !content) return undefined;
  const [highlights, note, place] = await Promise.all([highlightsOf(id), articleNoteOf(id), placeOf(id)]);
  const shown = [...content.html.matchAll(/ data-picture="([0-9a-f]{64})"/g)].map((match) => match[1] as string);
  return { article, content, highlights, note, place, pictures: withPictures ? await picturesById(shown) : [] };
}

/** What goes out with an article beside its words. */
export function exportedOf({ article, highlights, note, place }: KeptArticle): Exported {
  const { title, subtitle, byline, editor, source, published, modified, lang, url, documentNumbers } = article;
  const { savedAt, favouritedAt, archivedAt, marked, tags, edited } = article;
  const all = {
    ...{ liuye: exportedVersion, title, subtitle, byline, editor, source, published, modified, lang, url },
    ...{ documentNumbers, savedAt, favouritedAt, archivedAt, marked, tags, edited },
    guide: article.identity.startsWith(guidePrefix) ? article.identity.slice(guidePrefix.length) : undefined,
    part: url !== undefined && article.identity.startsWith("text:") ? true : undefined,
    place: place ? { offset: place.offset, progress: place.progress, at: place.at } : undefined,
    note: note ? { text: note.text, at: note.at } : undefined,
    highlights:
      highlights.length === 0
        ? undefined
        : highlights.map(({ anchor, colour, note, at, changedAt, lost }) => ({
            ...anchor.quote,
            ...(anchor.position && !lost && { start: anchor.position.start }),
            colour,
            ...(note !== undefined && { note }),
            at,
            ...(changedAt !== undefined && { changedAt }),
          })),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Exported;
}

/** How the identity of a guide begins. */
const guidePrefix = "guide:";

/** The name a kept picture has in a file: by its bytes, with the ending of its kind. */
export function pictureName({ id, type }: Pick<Picture, "id" | "type">): string {
  return `${id.slice(0, pictureNameLength)}.${type.replace("image/", "").replace("jpeg", "jpg")}`;
}

/** Characters of a picture's id in its name: enough for no two of a library to meet. */
const pictureNameLength = 24;
