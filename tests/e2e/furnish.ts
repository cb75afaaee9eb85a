// A library with something of everything in it, written past the app: no test should wait for a month of reading.
import type { Page } from "@playwright/test";

/** Empties the library as its reader would, the guides included: it is not lost, it is bare. */
export async function lay(page: Page, articles: number): Promise<void> {
  await page.evaluate(write, articles);
  await page.reload();
  await page.waitForSelector(articles > 0 ? ".article-card > a" : ".article-list-empty");
}

/** Runs in the page. Of many articles some are starred, archived, in the trash, tagged, waited for, noted and read. */
async function write(count: number) {
  const library = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("liuye");
    opening.onsuccess = () => resolve(opening.result);
  });
  const names = [...library.objectStoreNames];
  const writing = library.transaction(names, "readwrite");
  const put = (store: string, row: object) => writing.objectStore(store).put(row);
  for (const store of ["articles", "contents", "facts", "places", "highlights", "notes", "readings", "tags"])
    writing.objectStore(store).clear();
  for (const id of ["guide-zh", "guide-en"]) put("tombstones", { id, at: 1 });
  const now = Date.now();
  const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
  const words = "渡口的灯亮着，摆渡人还在等最后一位客人。他把茶壶放在船头，听见岸上有人跑来。";
  for (let at = 0; at < count; at++) {
    const id = `row-${at}`;
    const isEnglish = at % 4 === 3;
    put("articles", {
      ...{ id, identity: `url:https://example.org/${at}`, url: `https://example.org/${at}` },
      title: isEnglish ? `Why paper still teaches screens how to be read ${at}` : `渡口的第 ${at} 盏灯和它照过的路`,
      ...{ lang: isEnglish ? "en" : "zh-Hans", excerpt: words, source: at % 2 ? "青禾晚报" : "The Measure" },
      ...{ byline: `作者 ${at}`, length: { han: 900 + at * 800, words: 0 }, savedAt: now - at * 60_000 },
      ...{ refreshedAt: now - at * 60_000, published: "2019-09-03", tags: at % 3 === 0 ? ["手艺", "港口"] : [] },
      ...(at % 3 === 0 && { favouritedAt: now }),
      ...(at % 8 === 5 && { archivedAt: now }),
      ...(at % 8 === 6 && { trashedAt: now }),
      ...(at % 8 === 7 && { pending: true }),
      receipt: {
        via: "html",
        at: now,
        bytes: 5000,
        pictures: { kept: 0, missing: at % 5 === 0 ? { refused: 1 } : {} },
      },
    });
    const body = { html: `<p>${words.repeat(9)}</p>`, text: words.repeat(9) };
    put("contents", { id, ...body, sanitizer: 1, pictures: [] });
    if (at % 3 === 1) put("places", { id, offset: 1, progress: (at % 4) / 4, at: now });
    if (at > 3) continue;
    const anchor = { quote: { exact: "渡口的灯", prefix: "", suffix: "亮着" }, position: { start: 0, end: 4 } };
    const colour = ["yellow", "green", "blue", "line"][at];
    put("highlights", { id: `mark-${at}`, articleId: id, anchor, colour, note: at % 2 ? "回头再读" : "", at: now });
    put("notes", { id, text: "这一篇要给小顾看。", at: now });
    for (const ago of [0, 1, 2, 31]) {
      const visit = { articleId: id, startedAt: now - ago * 86_400_000, day: day(ago), spent: 400_000, passed: 900 };
      put("readings", { id: `visit-${at}-${ago}`, ...visit, finished: true });
    }
    const version = { html: `<p>${words}</p>`, text: words, sanitizer: 1, pictures: [], capturedAt: now - 1e9 };
    const fields = { title: "渡口的灯", lang: "zh-Hans", excerpt: words, length: { han: 40, words: 0 } };
    put("versions", { ...version, id: `version-${at}`, articleId: id, replacedAt: now, fields });
  }
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  library.close();
  localStorage.removeItem("liuye:canary");
  await caches.delete("liuye-canary");
}
