import { database } from "./database.ts";
import { write } from "./write.ts";

/** Puts an article into the archive at a moment (milliseconds since 1970), or with none takes it out again. */
export function setArchived(id: string, at: number | undefined): Promise<unknown> {
  return write(() =>
    database.articles
      .where("id")
      .equals(id)
      .modify((article) => {
        if (at === undefined) delete article.archivedAt;
        else article.archivedAt = at;
      }),
  );
}
