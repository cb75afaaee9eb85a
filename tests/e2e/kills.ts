// What is held against what was said, after the browser was killed.
import type { Session, UiPage } from "./session.ts";

/** What the page said before the kill: titles on its shelf, and whether it was told to empty the trash. */
export type Said = { kept: Set<string>; emptied: boolean };

/** What a deed is given. */
export type Killed = {
  session: Session;
  name: string;
  said: Said;
  pathOf: (name: string) => string;
  restore: () => Promise<void>;
};

/** What is in a library, and everything in it that is not whole. */
export type Library = {
  titles: string[];
  ids: string[];
  trashed: string[];
  notes: number;
  passages: number;
  broken: string[];
};

/** Reads every row past the app, and names each that lacks what it needs or that nothing needs. */
export function wholeLibrary(page: UiPage): Promise<Library> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const sha256 = async (bytes: BufferSource) =>
      Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      ).join("");
    const library = await done(indexedDB.open("liuye"));
    const stores = library.transaction([...library.objectStoreNames]);
    const rows = async <Row>(name: string) => (await done(stores.objectStore(name).getAll())) as Row[];
    type Row = { id: string; title: string; identity: string; pending?: true; trashedAt?: number };
    const [articles, contents, originals, notes, highlights] = await Promise.all([
      rows<Row>("articles"),
      rows<{ id: string; html: string; text: string; hash?: string }>("contents"),
      rows<{ id: string; gzip: ArrayBuffer }>("originals"),
      rows("notes"),
      rows("highlights"),
    ]);
    library.close();
    const broken: string[] = [];
    const byId = new Map(articles.map((article) => [article.id, article]));
    const bodies = new Map(contents.map((content) => [content.id, content]));
    if (new Set(articles.map(({ identity }) => identity)).size < articles.length)
      broken.push("one page is two articles");
    for (const { id, title, pending } of articles) {
      const body = bodies.get(id);
      if (!pending && !body) broken.push(`${title} has no body`);
      if (/^备?第\d+封/.test(title) && !(body?.text.includes(`${title}，开头`) && body.text.includes("就不难走了")))
        broken.push(`${title} is cut off`);
    }
    for (const { id, html, hash } of contents) {
      const title = byId.get(id)?.title;
      if (title === undefined) broken.push(`a body without an article: ${id}`);
      if (hash !== undefined && hash !== (await sha256(new TextEncoder().encode(html))))
        broken.push(`${title} is damaged`);
    }
    for (const { id, gzip } of originals) {
      if (!byId.has(id)) broken.push(`a page without an article: ${id}`);
      const text = new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
      if (!(await text.catch(() => ""))) broken.push(`the page of ${byId.get(id)?.title} cannot be unpacked`);
    }
    return {
      titles: articles.map(({ title = "" }) => title),
      ids: articles.filter(({ title = "" }) => title.startsWith("第")).map(({ id }) => id),
      trashed: articles.filter(({ trashedAt }) => trashedAt !== undefined).map(({ title }) => title),
      notes: notes.length,
      passages: highlights.length,
      broken,
    };
  });
}
