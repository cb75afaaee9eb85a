import { byPlace, type Highlight, type Noted } from "#domain/highlight.ts";
import { database } from "./database.ts";

/** Every article the reader wrote into, but those in the trash, the latest first. */
export async function allNoted(): Promise<Noted[]> {
  const [highlights, notes] = await Promise.all([database.highlights.toArray(), database.notes.toArray()]);
  const byArticle = new Map<string, Highlight[]>();
  for (const highlight of highlights) {
    const others = byArticle.get(highlight.articleId);
    if (others) others.push(highlight);
    else byArticle.set(highlight.articleId, [highlight]);
  }
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  const articles = await database.articles.bulkGet([...new Set([...byArticle.keys(), ...noteOf.keys()])]);
  return articles
    .filter((article) => article !== undefined)
    .filter(({ trashedAt }) => trashedAt === undefined)
    .map((article) => {
      const note = noteOf.get(article.id);
      const marked = byPlace(byArticle.get(article.id) ?? []);
      const latest = Math.max(note?.at ?? 0, ...marked.map(({ at }) => at));
      return { article, ...(note && { note }), highlights: marked, latest };
    })
    .sort((a, b) => b.latest - a.latest);
}
