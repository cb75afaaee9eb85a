// Another tab: it saves what it is given, one after the other, and says when it is done.
import { type Draft, saveArticle } from "#library/articles.ts";

export type Race = { drafts: Draft[] };

addEventListener("message", async ({ data }: MessageEvent<Race>) => {
  try {
    for (const [at, draft] of data.drafts.entries()) await saveArticle(draft, 5000 + at);
    postMessage("done");
  } catch (error) {
    postMessage(String(error));
  }
});
