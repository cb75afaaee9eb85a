// The same for every engine, on a thread of its own or (to be slowed) on the page: builds, opens, asks and keeps the time.
/** So many articles are made before the clock starts for them. */
const slice = 500;

/** The deeds of an engine, `{ open(name), prepare? }`, by name; each gives figures. */
export function shellOf(engine) {
  let index;
  return {
    /** Opens an index to be filled. */
    async begin({ name }) {
      index = await engine.open(name);
    },
    /** Adds articles from one number on to another. */
    async take({ from, to }) {
      const { articleAt } = await import("./bench-library-articles.mjs"); // makes its words first, which takes a while
      let time = 0;
      let text = 0;
      for (let start = from; start < to; start += slice) {
        const articles = [];
        for (let at = start; at < Math.min(start + slice, to); at++) articles.push(articleAt(at));
        for (const article of articles) text += new TextEncoder().encode(article.text).length;
        time += await timed(() => index.addAll(articles));
      }
      return { time, text };
    },
    /** Writes what is still to be written, and closes. */
    async finish() {
      const time = await timed(async () => index.done?.());
      const bytes = await index.bytes();
      await index.close();
      return { time, bytes };
    },
    /** Opens and answers once. */
    async open({ name, query }) {
      const time = await timed(async () => {
        index = await engine.open(name);
        await index.search(query, 20);
      });
      return { time };
    },
    /** Asks every query; the time of each, and what was found first. */
    async ask({ queries, limit = 20 }) {
      const answers = [];
      for (const query of queries) {
        let ids;
        const time = await timed(async () => {
          ids = await index.search(query, limit);
        });
        answers.push({ time, ids });
      }
      return answers;
    },
    /** Adds articles one by one, each until it is found and durable. */
    async add({ from, to }) {
      const { articleAt } = await import("./bench-library-articles.mjs");
      const times = [];
      for (let at = from; at < to; at++) {
        const article = articleAt(at);
        times.push(await timed(() => index.add(article)));
      }
      return times;
    },
    close: () => index.close(),
  };
}

async function timed(deed) {
  const before = performance.now();
  await deed();
  return performance.now() - before;
}

/** Overlapping pairs of Chinese characters and words of others, for engines that cannot cut Chinese. */
export function pairsOf(text, isQuery = false) {
  const tokens = [];
  for (const run of text
    .toLowerCase()
    .normalize("NFKC")
    .match(/\p{Script=Han}+|[^\p{Script=Han}\P{L}]+[\p{N}]*|\p{N}+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) tokens.push(run);
    else {
      for (let at = 0; at + 1 < run.length; at++) tokens.push(run.slice(at, at + 2));
      if (!isQuery || run.length === 1) tokens.push(...run);
    }
  }
  return tokens;
}

/** One value in a store of its own, for engines that live in memory and are written out whole. */
export async function keepWhole(name, value) {
  const database = await openDatabase(name);
  const store = database.transaction("whole", value === undefined ? "readonly" : "readwrite").objectStore("whole");
  const asking = value === undefined ? store.get(1) : store.put(value, 1);
  await new Promise((resolve, reject) => {
    store.transaction.oncomplete = resolve;
    store.transaction.onabort = () => reject(store.transaction.error);
  });
  database.close();
  return asking.result;
}

/** A database with two plain stores, one for a whole and one for texts. */
export function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("whole");
      opening.result.createObjectStore("texts");
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** Offers the shell to whoever started this thread, or to the page. */
export function serve(engine) {
  const shell = shellOf(engine);
  if (globalThis.document) {
    globalThis.shell = shell;
    return;
  }
  addEventListener("message", async ({ data: { number, deed, words } }) => {
    try {
      postMessage({ number, answer: await shell[deed](words) });
    } catch (error) {
      postMessage({ number, error: String(error?.stack ?? error) });
    }
  });
  postMessage({ ready: true });
}
