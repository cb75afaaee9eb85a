import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { type Draft, saveArticle } from "#library/articles.ts";
import { type AuditStep, auditLibrary, type Orphans, removeOrphans } from "#library/audit.ts";
import { database } from "#library/database.ts";
import { awaitArticles } from "#library/pending.ts";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const picture = (...values: number[]) => ({
  id: createHash("sha256").update(new Uint8Array(values)).digest("hex"),
  type: "image/png",
  bytes: bytes(...values),
  width: 3,
  height: 2,
});
const gzip = () => new Uint8Array(gzipSync("<p>天还没亮，港口的灯先亮了。</p>".repeat(20))).buffer;

const draft = (name: string, overrides: Partial<Draft> = {}): Draft => ({
  identity: `text:${name}`,
  title: name,
  lang: "zh-Hans",
  excerpt: "天还没亮。",
  length: { han: 4, words: 0 },
  html: "<p>天还没亮。</p>",
  text: "天还没亮。",
  sanitizer: 1,
  original: { kind: "html", gzip: gzip() },
  ...overrides,
});

async function keep(name: string, overrides: Partial<Draft> = {}) {
  return (await saveArticle(draft(name, overrides), 1000)).article;
}

async function run(): Promise<{ steps: AuditStep[]; faults: Record<string, string[]>; orphans: Orphans }> {
  const steps: AuditStep[] = [];
  const audit = auditLibrary();
  for (;;) {
    const { done, value } = await audit.next();
    if (done) {
      const found = steps.flatMap(({ finding }) => finding ?? []);
      return {
        steps,
        faults: Object.fromEntries(found.map(({ article, faults }) => [article.title, faults])),
        orphans: value,
      };
    }
    steps.push(value);
  }
}

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

test("a sound library passes, article by article, and nothing in it is an orphan", async () => {
  const shared = picture(1, 2, 3);
  await keep("甲", { pictures: [shared], html: `<p>词<img data-picture="${shared.id}"></p>` });
  await keep("乙", { pictures: [shared, picture(4)] });
  await keep("丙");
  await database.originals.delete((await keep("丁")).id); // one of the time before originals were kept
  const { steps, faults, orphans } = await run();
  expect(faults).toEqual({});
  expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(["1/4", "2/4", "3/4", "4/4"]);
  expect(orphans).toEqual({ contents: [], originals: [], pictures: [] });
});

test("every kind of damage is found, and named for the article it is in", async () => {
  const [gone, changed, unlisted] = [picture(7), picture(8), picture(9)];
  await keep("好");
  const noBody = await keep("无正文");
  const blank = await keep("空正文");
  const noText = await keep("无文字");
  await keep("少一图", { pictures: [gone] });
  await keep("坏一图", { pictures: [changed] });
  await keep("图不在册", { html: `<p>词<img data-picture="${unlisted.id}"></p>` });
  const cut = await keep("原页截断");
  const flipped = await keep("原页改动");
  await awaitArticles([{ identity: "url:https://example.com/x", url: "https://example.com/x", title: "等着" }], 500);

  await database.contents.delete(noBody.id);
  await database.contents.update(blank.id, { html: " \n" });
  await database.contents.update(noText.id, { text: "" });
  await database.pictures.delete(gone.id);
  await database.pictures.update(changed.id, { bytes: bytes(8, 8) });
  await database.originals.update(cut.id, { gzip: gzip().slice(0, -9) });
  const page = new Uint8Array(gzip());
  page[page.length - 6] = (page[page.length - 6] ?? 0) ^ 0xff; // in the checksum
  await database.originals.update(flipped.id, { gzip: page.buffer });

  const { steps, faults } = await run();
  expect(faults).toEqual({
    无正文: ["body-gone"],
    空正文: ["body-empty"],
    无文字: ["body-empty"],
    少一图: ["picture-gone"],
    坏一图: ["picture-changed"],
    图不在册: ["picture-gone"],
    原页截断: ["original-damaged"],
    原页改动: ["original-damaged"],
    等着: ["pending"],
  });
  expect(steps).toHaveLength(10);
});

test("a picture two articles share is missed in both", async () => {
  const shared = picture(1);
  await keep("甲", { pictures: [shared, picture(2)] });
  await keep("乙", { pictures: [shared] });
  await database.pictures.delete(shared.id);
  const { steps } = await run();
  expect(steps.map(({ finding }) => finding?.pictures)).toEqual([1, 1]);
});

test("a row the browser cannot read is a finding, and the check goes on", async () => {
  const bad = await keep("坏行");
  await keep("好");
  const get = database.contents.get.bind(database.contents);
  database.contents.get = ((id: string) =>
    id === bad.id ? Promise.reject(new DOMException("disk", "DataError")) : get(id)) as typeof get;
  const { faults, steps } = await run().finally(() => {
    database.contents.get = get;
  });
  expect(faults).toEqual({ 坏行: ["unreadable"] });
  expect(steps).toHaveLength(2);
});

test("an article that lacks pictures from the start opens, but is not whole", async () => {
  const receipt = { via: "html", at: 1, bytes: 9, pictures: { kept: 0, missing: { absent: 2 } } } as const;
  await keep("缺图", { receipt });
  const { steps } = await run();
  expect(steps).toMatchObject([{ whole: false }]);
  expect(steps[0]).not.toHaveProperty("finding");
});

test("orphans are counted, removed at a word, and nothing an article needs goes with them", async () => {
  const [needed, left] = [picture(1), picture(2)];
  const { id } = await keep("甲", { pictures: [needed] });
  await database.contents.put({
    id: "ghost",
    html: "<p>旧</p>",
    text: "旧",
    sanitizer: 1,
    pictures: [left.id, needed.id],
  });
  await database.originals.put({ id: "ghost", kind: "html", gzip: gzip() });
  await database.pictures.put(left);
  const { orphans } = await run();
  expect(orphans).toEqual({ contents: ["ghost"], originals: ["ghost"], pictures: [left.id] });
  expect(await removeOrphans(orphans)).toBe(3);
  expect((await run()).orphans).toEqual({ contents: [], originals: [], pictures: [] });
  expect(await database.contents.toCollection().primaryKeys()).toEqual([id]);
  expect(await database.pictures.toCollection().primaryKeys()).toEqual([needed.id]);
});

test("a picture an article shows is no orphan, even where the article does not list it", async () => {
  const shown = picture(6);
  await keep("甲", { html: `<p>词<img data-picture="${shown.id}"></p>` });
  await database.pictures.put(shown);
  expect((await run()).orphans.pictures).toEqual([]);
});

test("an orphan that found an article since it was counted stays", async () => {
  const lone = picture(5);
  await database.pictures.put(lone);
  const { orphans } = await run();
  await keep("后来", { pictures: [lone] });
  expect(await removeOrphans(orphans)).toBe(0);
  expect(await database.pictures.count()).toBe(1);
});

test("what is captured anew while it is read is not called damaged", async () => {
  const { id } = await keep("甲", { pictures: [picture(1)] });
  const audit = auditLibrary();
  const get = database.pictures.get.bind(database.pictures);
  let first = true;
  database.pictures.get = (async (key: string) => {
    if (first) {
      first = false;
      await keep("甲", { pictures: [picture(2)] }); // lets go of the first picture
    }
    return get(key);
  }) as typeof get;
  const { value } = await audit.next();
  database.pictures.get = get;
  expect(value).toMatchObject({ done: 1 });
  expect(value).not.toHaveProperty("finding");
  expect((await database.contents.get(id))?.pictures).toEqual([picture(2).id]);
});
