// The library on a disk that is full, torn away or shared with another tab: whole or not at all, and nothing said that is not so.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { captureAll, type Outcome } from "#capture/batch.ts";
import { compress } from "#capture/originals.ts";
import { type Draft, saveArticle } from "#library/articles.ts";
import { auditLibrary } from "#library/audit.ts";
import { database } from "#library/database.ts";
import { addHighlight, highlightsOf } from "#library/highlights.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";
import { goBackTo, versionDates, versionsOf } from "#library/versions.ts";
import { dumpOf } from "./dump.ts";
import { cut, failWrites, full, writesSoFar } from "./inject-faults.ts";
import type { Race } from "./race.worker.ts";

const words = (name: string) => `${name}的渡口还在，等船的人各写了一句话，摆渡人把本子收进了玻璃柜。`;

function draft(name: string, text = words(name)): Draft {
  return {
    identity: `url:https://example.com/${name}`,
    title: name,
    lang: "zh-Hans",
    excerpt: text.slice(0, 9),
    length: { han: text.length, words: 0 },
    html: `<p>${text}</p>`,
    text,
    sanitizer: 1,
    original: { kind: "html", gzip },
  };
}

/** A small picture, and a page that shows it. */
async function illustrated(name: string): Promise<string> {
  const canvas = new OffscreenCanvas(40, 40);
  canvas.getContext("2d")?.fillRect(0, 0, name.length * 3, 9);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  const image = `<img alt="" src="data:image/png;base64,${btoa(String.fromCharCode(...bytes))}">`;
  return `<html><head><title>${name}</title></head><body><article><h1>${name}</h1>${image}${`<p>${words(name)}</p>`.repeat(6)}</article></body></html>`;
}

async function keep(names: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const candidates = names.map((name) => ({
    name,
    page: async () => ({ kind: "html" as const, via: "html" as const, content: await illustrated(name) }),
  }));
  await captureAll(candidates, new AbortController().signal, (outcome) => outcomes.push(outcome));
  return outcomes;
}

/** Nothing of an article without the rest of it, and every body what was written. */
async function expectWhole(): Promise<void> {
  const audit = auditLibrary();
  for (;;) {
    const { done, value } = await audit.next();
    if (done) {
      expect(value).toEqual({ contents: [], originals: [], pictures: [] });
      break;
    }
    expect(value.finding).toBeUndefined();
  }
  const { articles = [], facts = [] } = await dumpOf();
  expect(facts.length).toBe(articles.length);
}

let clock = 0;
const real = performance.now.bind(performance);
const gzip = await compress("<p>渡口</p>");

beforeEach(async () => {
  failWrites(() => undefined);
  await Promise.all(database.tables.map((table) => table.clear()));
  // Letting go of caches is not tried twice within a minute: here every test is an hour after the last.
  clock += 3_600_000;
  vi.spyOn(performance, "now").mockImplementation(() => real() + clock);
});

describe("a full disk", () => {
  test("at any step of a save lets caches go first, and the save succeeds whole", async () => {
    await saveArticle(draft("甲"), 1000);
    failWrites(() => undefined);
    await saveArticle(draft("甲", words("甲乙")), 2000);
    const steps = writesSoFar();
    expect(steps).toBeGreaterThan(4);
    for (let step = 0; step < steps; step++) {
      await Promise.all(database.tables.map((table) => table.clear()));
      await saveArticle(draft("甲"), 1000);
      await database.thumbnails.put({ id: "other", type: "" });
      clock += 3_600_000;
      failWrites((_, write) => (write === step ? full() : undefined));
      await saveArticle(draft("甲", words("甲乙")), 2000);
      failWrites(() => undefined);
      expect(await database.thumbnails.count()).toBe(0);
      expect(await versionDates((await database.articles.toCollection().first())?.id ?? "")).toEqual([1000]);
      await expectWhole();
    }
  });

  test("with no room for pictures keeps the words, says so, and the pictures can be fetched later", async () => {
    failWrites((store) => (store === "pictures" ? full() : undefined));
    const [outcome] = await keep(["乙"]);
    expect(outcome).toMatchObject({ name: "乙", textOnly: true });
    const [article] = await database.articles.toArray();
    expect(article?.receipt?.pictures).toEqual({ kept: 0, missing: { "no-room": 1 } });
    const content = await database.contents.get(article?.id ?? "");
    expect(content?.html).toContain('data-missing="no-room"');
    expect(content?.html).not.toContain("data-picture");
    failWrites(() => undefined);
    await expectWhole();
  });

  test("with no room at all changes nothing, says so of each page, and each can be tried again", async () => {
    await keep(["丙"]);
    const before = await dumpOf();
    failWrites(() => full());
    const failed = await keep(["丁", "戊"]);
    expect(failed.map((outcome) => "failed" in outcome && outcome.failed)).toEqual(["storage-full", "storage-full"]);
    failWrites(() => undefined);
    expect(await dumpOf()).toEqual({ ...before, thumbnails: [] });
    const again = failed.flatMap((outcome) => ("again" in outcome && outcome.again ? [outcome.again] : []));
    await captureAll(again, new AbortController().signal, () => {});
    expect((await database.articles.toArray()).map(({ title }) => title).sort()).toEqual(["丁", "丙", "戊"].sort());
    await expectWhole();
  });

  test("at any step of any deed leaves all as it was", async () => {
    const { article } = await saveArticle(draft("己"), 1000);
    await saveArticle(draft("己", words("己庚")), 2000);
    const [version] = await versionsOf(article.id);
    const anchor = { quote: { exact: "等船的人", prefix: "", suffix: "" } };
    const deeds = [
      () => addHighlight(article.id, anchor, "yellow", 3000),
      () => goBackTo(version?.id ?? "", 3000),
      () => trashArticles([article.id], 3000),
    ];
    for (const deed of deeds) {
      for (let step = 0; step < 3; step++) {
        const before = await dumpOf();
        failWrites((_, write) => (write >= step ? full() : undefined));
        await expect(deed()).rejects.toMatchObject({ code: "storage-full" });
        failWrites(() => undefined);
        expect(await dumpOf()).toEqual(before);
        if (writesSoFar() === 0) break;
      }
    }
  });
});

describe("a connection that is cut", () => {
  test("at any step of a save has the save repeated, whole and once", async () => {
    await saveArticle(draft("辛"), 1000);
    for (let step = 0; step < 6; step++) {
      failWrites((_, write) => (write === step ? cut() : undefined));
      await saveArticle(draft("辛", words(`辛${step}`)), 2000 + step);
      failWrites(() => undefined);
    }
    expect(await database.articles.count()).toBe(1);
    expect(await versionDates((await database.articles.toCollection().first())?.id ?? "")).toHaveLength(6);
    await expectWhole();
  });

  test("by the browser itself is opened again for the next write", async () => {
    await saveArticle(draft("壬"), 1000);
    for (const how of ["closed", "lost"]) {
      const connection = database.backendDB();
      connection.close();
      if (how === "lost") connection.dispatchEvent(new Event("close")); // as on a forced close
      await saveArticle(draft(how), 2000);
    }
    expect(await database.articles.count()).toBe(3);
    await expectWhole();
  });
});

describe("two tabs", () => {
  test("that save one page at once leave one article, whole, with every text it had", async () => {
    const rounds = 12;
    const worker = new Worker(new URL("./race.worker.ts", import.meta.url), { type: "module" });
    const texts = (who: string) => Array.from({ length: rounds }, (_, at) => words(`${who}${at}`));
    const done = new Promise<MessageEvent<string>>((resolve) => worker.addEventListener("message", resolve));
    worker.postMessage({ drafts: texts("他").map((text) => draft("同", text)) } satisfies Race);
    for (const [at, text] of texts("我").entries()) await saveArticle(draft("同", text), 5000 + at);
    expect((await done).data).toBe("done");
    worker.terminate();
    const [article, ...others] = await database.articles.toArray();
    expect(others).toEqual([]);
    const kept = await versionsOf(article?.id ?? "");
    const content = await database.contents.get(article?.id ?? "");
    expect(new Set([...kept.map(({ text }) => text), content?.text])).toEqual(
      new Set([...texts("我"), ...texts("他")]),
    );
    await expectWhole();
  });
});

test("a clock that is moved back and forth loses no text, no mark and no order that can be gone back by", async () => {
  const { article } = await saveArticle(draft("癸", words("一")), 5000);
  await addHighlight(article.id, { quote: { exact: "等船的人", prefix: "还在，", suffix: "各写了" } }, "green", 1);
  await saveArticle(draft("癸", words("二")), 1000);
  await saveArticle(draft("癸", words("三")), Date.UTC(2090, 0));
  expect(await versionDates(article.id)).toEqual([5000, 1000]);
  for (const version of await versionsOf(article.id)) await goBackTo(version.id, 0);
  expect(await versionsOf(article.id)).toHaveLength(2);
  expect((await highlightsOf(article.id)).map(({ lost }) => lost)).toEqual([undefined]);
  await trashArticles([article.id], 10);
  expect(await purgeArticles([article.id], 5)).toBe(1);
  await expectWhole();
});
