// A shelf of any size for benchmarks, written past the app.

/** Runs in the page: writes rows as the library has them, past the app. */
export async function fill(size) {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open("liuye"));
  const sources = ["计量月刊", "远洋观察", "The Measure", "地方周报", "标准手记", "青禾晚报"];
  const tags = ["标准化", "手艺", "typography", "港口", "乡镇"];
  const words = "一枚螺钉的旅程标准怎样让世界拧在一起港口的清晨检疫员和一箱香蕉乡镇卫生站的冷链账本";
  const phrase = (at, length) =>
    Array.from({ length }, (_, n) => words[(at * 7 + n * (1 + (at % 5))) % words.length]).join("");
  const now = Date.now();
  for (let from = 0; from < size; from += 1000) {
    const transaction = database.transaction(["articles", "contents", "places"], "readwrite");
    for (let at = from; at < Math.min(from + 1000, size); at++) {
      const id = crypto.randomUUID();
      transaction.objectStore("articles").put({
        id,
        identity: `url:https://example.org/${at}`,
        url: `https://example.org/${at}`,
        title:
          at % 4 === 3
            ? `Why paper still teaches screens how to be read, part ${at}`
            : `${phrase(at, 8 + (at % 18))} ${at}`,
        lang: at % 4 === 3 ? "en" : "zh-Hans",
        excerpt: at % 9 === 0 ? "" : phrase(at + 3, 30 + (at % 50)),
        source: sources[at % sources.length],
        byline: `作者${at % 300}`,
        length: { han: 400 + ((at * 37) % 9000), words: at % 50 },
        savedAt: now - at * 60_000,
        refreshedAt: now - at * 60_000,
        published: `20${String(10 + (at % 16)).padStart(2, "0")}-0${1 + (at % 9)}-15`,
        tags: at % 3 === 0 ? [tags[at % tags.length]] : [],
        ...(at % 11 === 0 && { favouritedAt: now - at }),
        ...(at % 13 === 0 && { archivedAt: now - at }),
        receipt: { via: "html", at: now, bytes: 5000, pictures: { kept: 0, missing: {} } },
      });
      transaction
        .objectStore("contents")
        .put({ id, html: `<p>${phrase(at, 900)}</p>`, text: phrase(at, 900), sanitizer: 1, pictures: [] });
      if (at % 3 === 0)
        transaction.objectStore("places").put({ id, offset: 1, progress: (at % 10) / 10, at: now - at });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
  }
  database.close();
}

/** Runs in the page: when, since it was asked for, the first cards stood on screen. */
export function untilCards() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll(".article-card h2").length >= 3)
        requestAnimationFrame(() => resolve(performance.now()));
      else setTimeout(look, 4);
    };
    look();
  });
}

/** Runs in the page: resolves once the search thread has taken in so many articles, which it does beside everything else. */
export async function untilIndexed(size) {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (let indexed = 0, segments = Infinity, before = 0; indexed < size || segments !== before; ) {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (!(await indexedDB.databases()).some(({ name }) => name === "liuye-search")) continue;
    const database = await settled(indexedDB.open("liuye-search"));
    before = segments;
    const stores = database.transaction(["segments", "pending"]);
    const rows = await settled(stores.objectStore("segments").getAll());
    segments = rows.length;
    indexed = rows.reduce((sum, { documents }) => sum + documents, 0);
    indexed += await settled(stores.objectStore("pending").count());
    database.close();
  }
}
