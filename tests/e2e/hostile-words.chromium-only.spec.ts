// Words that try to be more than words, in every place where words of a page, a file or another's backup are shown.
import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { openApp } from "./reader.ts";
import type { UiPage } from "./session.ts";

const markup = '"><img src=x onerror="hacked=1"><script>hacked=1</script>';
const hostile = (name: string) => `${name}\u202e${markup}\u2066\0\ufeff\u0301${"长".repeat(5000)}${"w".repeat(5000)}`;

test("titles, bylines, tags, notes and passages with hostile words are words, and the app around them stands", async ({
  app,
  open,
}) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card");
  await page.evaluate(putHostile, hostile("渡口"));
  await page.reload();
  const places: Record<string, string> = {
    "#/shelf": ".article-card",
    "#/shelf/hostile": ".prose p",
    "#/notes": ".noted-article",
    "#/trash": ".trash-empty",
    "#/me": ".me-version",
  };
  for (const [place, sign] of Object.entries(places)) {
    await page.goto(`${app.url}${place}`);
    await page.waitForSelector(sign);
    expect(await standing(page), place).toEqual(sound);
    if (place !== "#/me") expect(await page.textContent("body"), place).toContain(markup);
  }
  await page.goto(`${app.url}#/search?q=${encodeURIComponent("渡口")}`);
  await page.waitForSelector('.search-hit a[href*="/hostile?"]');
  expect(await standing(page), "search").toEqual(sound);
});

const sound = { hacked: false, pictures: 0, tooWide: 0, turned: [] };

/** What hostile words could have done to the screen. */
function standing(page: UiPage) {
  return page.evaluate(() => {
    // Words of ours that stand from right to left were turned by a sign in somebody else's.
    const turned: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue ?? "";
      if (!/^[\w\u4e00-\u9fff ]{2,30}$/.test(words.trim()) || /[长w]{9}|img|src|onerror|hacked|script/.test(words))
        continue;
      const place = (at: number) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const start = words.search(/\S/);
      const [first, second] = [place(start), place(start + 1)];
      if (first.width > 0 && second.width > 0 && first.top === second.top && second.left < first.left)
        turned.push(words);
    }
    return {
      hacked: "hacked" in globalThis,
      pictures: document.querySelectorAll('img[src="x"]').length,
      tooWide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      turned,
    };
  });
}

/** Two articles, one of them in the trash, all of whose words are hostile, put there past the app. */
async function putHostile(words: string): Promise<void> {
  const request = indexedDB.open("liuye");
  const library = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const stores = library.transaction([...library.objectStoreNames], "readwrite");
  const put = (name: string, row: object) => stores.objectStore(name).put(row);
  const now = Date.now();
  for (const id of ["hostile", "thrown"]) {
    const told = { title: words, subtitle: words, byline: words, editor: words, source: words, excerpt: words };
    const kept = { lang: "zh", length: { han: 9, words: 9 }, savedAt: now, refreshedAt: now, tags: [words] };
    const receipt = { via: "html", at: now, bytes: 1, pictures: { kept: 0, missing: {} } };
    const state = id === "thrown" ? { trashedAt: now } : {};
    put("articles", { id, identity: `text:${id}`, documentNumbers: [words], receipt, ...told, ...kept, ...state });
    const text = words.replaceAll("\0", "");
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    put("contents", { id, html: paragraph.outerHTML, text, sanitizer: 1 });
  }
  put("notes", { id: "hostile", text: words, at: now });
  const quote = { exact: words.slice(0, 60), prefix: "", suffix: "" };
  const anchor = { quote, position: { start: 0, end: 60 } };
  put("highlights", { id: "mark", articleId: "hostile", anchor, colour: "yellow", note: words, at: now });
  put("tags", { name: words, colour: "sky" });
  stores.objectStore("facts").clear(); // made anew with the next start
  await new Promise((resolve) => {
    stores.oncomplete = resolve;
  });
  library.close();
}
