import type { Article, Content, Place } from "#domain/article.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { placeOf } from "#library/places.ts";
import { routeOf } from "#ui/router.ts";
import { makeReady } from "./article-body.tsx";
import { shownLang, shownScript } from "./place/convert-script.ts";
import { way } from "./type/reading-preferences.ts";

/** An article as it was when a finger went down on it. */
type Ahead = { id: string; article: Article; content: Content; place: Place | null };

let ahead: Ahead | undefined;

/** Reads an article and makes it ready while the finger that will open it is still down: it is there when the finger lifts. */
export function readAhead(): void {
  addEventListener(
    "pointerdown",
    ({ target }) => {
      const href = (target as Element).closest?.('a[href^="#/"]')?.getAttribute("href");
      const id = href && routeOf(href).article;
      ahead = undefined;
      if (id) read(id).catch(() => {}); // whoever opens it reads it again, and says what is wrong
    },
    { passive: true, capture: true },
  );
}

/** The article that was read ahead, once; what is live takes over from it. */
export function takeAhead(id: string): Ahead | undefined {
  if (ahead?.id !== id) return undefined;
  const taken = ahead;
  ahead = undefined;
  return taken;
}

async function read(id: string): Promise<void> {
  const [article, content, place] = await Promise.all([articleById(id), contentOf(id), placeOf(id)]);
  if (!article || !content) return;
  ahead = { id, article, content, place };
  const lang = shownLang(article.lang, shownScript(article.lang));
  await makeReady(content.html, { lang, vertical: way.peek() === "vertical" });
}
