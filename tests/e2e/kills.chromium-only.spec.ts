// The browser is killed at random moments of what changes a library, again and again, and what it said before is held
// against what is there afterwards. `npm run faults -- --kills=200 --seed=7` does it at length.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { backedUp, beginRestore, loseBackedUp, makeBackup } from "./kill-restore.ts";
import { type Killed, type Library, type Said, wholeLibrary } from "./kills.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, paste } from "./reader.ts";
import type { Session } from "./session.ts";

const kills = Number(process.env.LIUYE_KILLS ?? 6);
const seed = Number(process.env.LIUYE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Letters in the backup: they come back in several transactions. */
const letters = 40;

/** What the browser is killed in, in turn: begins it, and gives the longest one waits before the kill, in milliseconds. */
const deeds: Record<string, (killed: Killed) => Promise<number>> = {
  async save({ session, name }) {
    await paste(session.page, letter(name));
    return 500;
  },
  async import({ session, name, pathOf }) {
    const pages = Array.from({ length: 40 }, (_, at) => [`${name}-${at}.html`, letter(`${name}-${at}`)]);
    await addFiles(session.page, writeFiles(pathOf, Object.fromEntries(pages)));
    return 2500;
  },
  async delete({ session: { page }, said }) {
    await page.evaluate(() => {
      location.hash = "#/trash";
    });
    await page.waitForSelector(".trash-empty");
    await page.click(".trash-empty");
    said.emptied = true;
    await page.click(".ask-sheet-yes");
    return 250;
  },
  async restore({ restore }) {
    await restore();
    return 300;
  },
};

test("killed at any moment, it has every article it said it kept, whole, and none by half", async ({
  app,
  start,
}, running) => {
  test.setTimeout(60_000 + kills * 15_000);
  console.log(`seed ${seed}: LIUYE_SEED=${seed} LIUYE_KILLS=${kills} does the same again`);
  const random = randomFrom(seed);
  const said: Said = { kept: new Set(), emptied: false };
  const pathOf = (name: string) => running.outputPath(name);
  const saved = pathOf("backup.zip");
  let before: Library | undefined;
  let deed: string | undefined;
  for (let kill = 0; kill <= kills; kill++) {
    const session = await start();
    listen(session, said);
    await session.page.goto(app.url);
    await session.page.waitForSelector(".article-card");
    const library = await wholeLibrary(session.page);
    expect(library.broken, `after kill ${kill} of seed ${seed}`).toEqual([]);
    const there = new Set(library.titles);
    const missing = [...said.kept].filter(
      (title) => !there.has(title) && !(said.emptied && before?.trashed.includes(title)),
    );
    expect(missing, `said to be kept before kill ${kill} of seed ${seed}`).toEqual([]);
    const restore = () => beginRestore(session.page, app.url, saved);
    if (deed === "restore") {
      await restore();
      await session.page.waitForSelector(".restore-outcome");
      const { titles, broken } = await wholeLibrary(session.page);
      expect(broken, `restored after kill ${kill} of seed ${seed}`).toEqual([]);
      const wanted = Array.from({ length: letters }, (_, at) => backedUp(at));
      const away = wanted.filter((title) => !titles.includes(title));
      expect(away, `not restored after kill ${kill} of seed ${seed}`).toEqual([]);
    }
    if (kill === kills) break;
    if (kill === 0) {
      const pages = Array.from({ length: letters }, (_, at) => [`backup-${at}.html`, letter(backedUp(at))]);
      await makeBackup(session.page, app.url, writeFiles(pathOf, Object.fromEntries(pages)), saved);
      await session.page.goto(`${app.url}#/shelf`);
    }
    if (kill > 0 && kill % 20 === 0) console.log(`${kill} kills, ${library.titles.length} articles, all whole`);
    const names = Object.keys(deeds);
    const next = names[kill % names.length] as string;
    deed = next === "delete" && library.ids.length === 0 ? "import" : next; // nothing is there yet
    if (deed === "delete") await trashSome(session, library);
    if (deed === "restore") await loseBackedUp(session.page);
    before = await wholeLibrary(session.page);
    said.kept = new Set(before.titles);
    said.emptied = false;
    const wait = await deeds[deed]?.({ session, name: `第${kill + 1}封`, said, pathOf, restore });
    await sleep(random() * (wait ?? 0));
    await session.kill();
  }
});

test("killed while it is brought to the schema of today, a library of old is as it was or as it is to be", async ({
  app,
  start,
}) => {
  const rounds = Math.max(2, Math.ceil(kills / 10));
  test.setTimeout(60_000 + rounds * 15_000);
  const random = randomFrom(seed + 1);
  const old = readFileSync(new URL("../fixtures/libraries/v4.json", import.meta.url), "utf8");
  for (let round = 0; round < rounds; round++) {
    const first = await start();
    await first.page.goto(`${app.url}picture.html`); // of this origin, and nothing of the app runs in it
    await first.page.evaluate(putOld, { old, copies: 150 });
    await first.page.goto(app.url).catch(() => {});
    await sleep(random() * 400);
    await first.kill();
    const second = await start();
    await second.page.goto(app.url);
    await second.page.waitForSelector(".article-card");
    const { titles, notes, passages } = await wholeLibrary(second.page);
    const asked = `round ${round} of seed ${seed}`;
    expect(titles.filter((title) => title.startsWith("旧信")).length, asked).toBe(150);
    expect([notes, passages], asked).toEqual([151, 152]);
    await second.close();
  }
});

function letter(name: string): string {
  const lines = Array.from({ length: 30 }, (_, line) => `<p>${name}的第${line + 1}段：檐下的桶满了三回。</p>`);
  return articlePage(name, "utf-8", `<p>${name}，开头：见字如面。</p>${lines.join("")}`);
}

/** What the page says it has kept: every card on its shelf, told before the kill. */
function listen({ playwright }: Session, said: Said): void {
  playwright?.on("console", (message) => {
    const [, title] = /^kept: (.*)$/.exec(message.text()) ?? [];
    if (title) said.kept.add(title);
  });
  void playwright?.addInitScript(() => {
    const told = new Set<string>();
    const tell = () => {
      for (const heading of document.querySelectorAll(".article-list-length .article-card h2")) {
        const title = heading.textContent ?? "";
        if (told.has(title)) continue;
        told.add(title);
        console.log(`kept: ${title}`);
      }
    };
    new MutationObserver(tell).observe(document, { childList: true, subtree: true });
  });
}

/** Moves a third of the letters to the trash, past the app, and shows it what is there now. */
async function trashSome({ page }: Session, { ids }: Library): Promise<void> {
  await page.evaluate(
    async (wanted) => {
      const request = indexedDB.open("liuye");
      const library = await new Promise<IDBDatabase>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = library.transaction(["articles", "facts"], "readwrite");
      transaction.objectStore("facts").clear(); // made anew with the next start
      const articles = transaction.objectStore("articles");
      for (const id of wanted) {
        const found = articles.get(id);
        found.onsuccess = () => articles.put({ ...found.result, trashedAt: Date.now() });
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      library.close();
    },
    ids.filter((_, at) => at % 3 === 0),
  );
  await page.reload();
  await page.waitForSelector(".article-card");
}

/** Builds a library as schema 4 left it, with many more letters that have notes and passages in their rows. */
async function putOld({ old, copies }: { old: string; copies: number }): Promise<void> {
  const { stores, rows } = JSON.parse(old, (_, value) => {
    if (typeof value?.$number === "string") return 0;
    return typeof value?.$bytes === "string" ? new Uint8Array(8).buffer : value;
  });
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase("liuye"));
  const request = indexedDB.open("liuye", 40); // Dexie counts in tens
  request.onupgradeneeded = () => {
    for (const [name, words] of Object.entries<string>(stores)) {
      const [key = "", ...indexes] = words.split(", ");
      const store = request.result.createObjectStore(name, key ? { keyPath: key } : {});
      for (const index of indexes) {
        const path = index.replace(/^[&*]/, "");
        store.createIndex(path, path, { unique: index.startsWith("&"), multiEntry: index.startsWith("*") });
      }
    }
  };
  const library = await done(request);
  const transaction = library.transaction([...library.objectStoreNames], "readwrite");
  for (const { store, key, value } of rows) {
    if (key === undefined) transaction.objectStore(store).put(value);
    else transaction.objectStore(store).put(value, key);
  }
  const [{ value: pattern }] = rows;
  for (let at = 0; at < copies; at++) {
    const id = `old-${at}`;
    const own = { id, identity: `text:${id}`, title: `旧信${at}`, note: `想法${at}`, passages: [{ quote: "渡口" }] };
    transaction.objectStore("articles").put({ ...pattern, ...own });
    transaction.objectStore("contents").put({ id, html: "<p>渡口</p>", text: "渡口", sanitizer: 1 });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  library.close();
}

/** Random numbers from 0 to 1 that a seed repeats: mulberry32 (Tommy Ettinger, 2017, public domain). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
