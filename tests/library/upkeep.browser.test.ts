import { beforeEach, describe, expect, test } from "vitest";
import { compress } from "#capture/originals.ts";
import { sha256 } from "#domain/sha256.ts";
import { type Draft, saveArticle } from "#library/articles.ts";
import { bodyFault } from "#library/body-hash.ts";
import { database } from "#library/database.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";
import { goRound, type Round } from "#library/upkeep.ts";
import { isDue, keepUp, lastRound } from "#library/upkeep-clock.ts";
import { dumpOf } from "./dump.ts";

async function round(last?: Round): Promise<Round> {
  let step = last;
  for await (step of goRound(last, 9000));
  return step as Round;
}

async function picture(seed: number) {
  const bytes = new Uint8Array([seed, 2, 3]).buffer;
  return { id: await sha256(bytes), type: "image/png", bytes, width: 9, height: 9 };
}

async function save(name: string, more: Partial<Draft> = {}): Promise<string> {
  const text = `${name}的渡口还在。`;
  const draft: Draft = {
    ...{ identity: `text:${name}`, title: name, lang: "zh-Hans", excerpt: "", length: { han: 8, words: 0 } },
    ...{ html: `<p>${text}</p>`, text, sanitizer: 1, ...more },
    original: { kind: "html", gzip: await compress(text) },
  };
  return (await saveArticle(draft, 1000)).article.id;
}

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  localStorage.clear();
});

describe("a round", () => {
  test("through a library in which all is well changes nothing", async () => {
    const one = await picture(1);
    await save("甲", { html: `<p>甲</p><img data-picture="${one.id}">`, pictures: [one] });
    await save("乙");
    const before = await dumpOf();
    expect(await round()).toMatchObject({ done: 2, total: 2, mended: 0, needs: [], loose: 0, endedAt: 9000 });
    expect(await dumpOf()).toEqual(before);
  });

  test("puts right what can be known: rows, facts, dates, counts, listed pictures, hashes", async () => {
    const one = await picture(1);
    const missing = { absent: 0 };
    const receipt = { via: "html" as const, at: 1, bytes: 1, pictures: { kept: 7, missing } };
    const id = await save("甲", { html: `<p>甲</p><img data-picture="${one.id}">`, pictures: [one], receipt });
    await database.articles.update(id, { savedAt: Number.NaN, tags: "河" } as never);
    await database.contents.update(id, { pictures: [], hash: undefined } as never);
    await database.facts.put("not json", id);
    const { mended, needs } = await round();
    expect([mended > 0, needs]).toEqual([true, []]);
    const [article] = (await dumpOf()).articles as { savedAt: number; receipt: typeof receipt }[];
    expect(article).toMatchObject({ savedAt: 1000, receipt: { pictures: { kept: 1 } } });
    expect(article).not.toHaveProperty("tags");
    const content = await database.contents.get(id);
    expect(content).toMatchObject({ pictures: [one.id], hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await bodyFault(content)).toBeUndefined();
    expect(await round()).toMatchObject({ mended: 0 });
  });

  test("tells what it cannot put right, by article", async () => {
    const [gone, changed, damaged] = [await save("甲"), await save("乙"), await save("丙")];
    await database.contents.delete(gone);
    await database.contents.update(changed, { html: "<p>别的</p>" });
    await database.originals.update(damaged, { gzip: new ArrayBuffer(4) });
    await database.articles.update(await save("等"), { pending: true });
    const { needs } = await round();
    expect(Object.fromEntries(needs.map(({ title, faults }) => [title, faults]))).toEqual({
      甲: ["body-gone"],
      乙: ["body-changed"],
      丙: ["original-damaged"],
    });
  });

  test("clears what was made of deleted articles, and leaves alone what may be the reader's own", async () => {
    const id = await save("甲");
    await trashArticles([id], 2000);
    await purgeArticles([id], 3000);
    await database.thumbnails.put({ id, type: "" });
    await database.places.put({ id, offset: 1, progress: 0, at: 1 });
    await database.pictures.put(await picture(5));
    await database.contents.put({ id, html: "<p>删掉的</p>", text: "删掉的", sanitizer: 1 });
    await database.notes.put({ id: "nobody", text: "我的话", at: 1 });
    const anchor = { quote: { exact: "词", prefix: "", suffix: "" } };
    await database.highlights.bulkPut([
      { id: "h1", articleId: id, anchor, colour: "green", at: 1 },
      { id: "h2", articleId: "nobody", anchor, colour: "green", at: 1 },
    ]);
    expect(await round()).toMatchObject({ mended: 5, loose: 2 });
    const left = await dumpOf();
    expect([left.notes?.length, left.highlights?.length, left.contents, left.pictures]).toEqual([1, 1, [], []]);
  });

  test("goes on where it was left, and remembers what it had found", async () => {
    for (const name of ["甲", "乙", "丙", "丁"]) await database.contents.delete(await save(name));
    const steps = goRound(undefined, 1000);
    await steps.next();
    const { value: second } = await steps.next();
    const whole = await round(second as Round);
    expect(whole.needs.map(({ title }) => title).sort()).toEqual(["甲", "乙", "丙", "丁"].sort());
    expect(whole).toMatchObject({ begunAt: 1000, done: 4 });
  });
});

test("a round is due once a week, and a clock that was set back does not put it off", async () => {
  await save("甲");
  await keepUp(Date.now(), async () => {});
  const last = lastRound.value;
  expect(last?.endedAt).toBeGreaterThan(0);
  expect(JSON.parse(localStorage.getItem("liuye:upkeep") ?? "{}")).toEqual(last);
  const now = last?.endedAt ?? 0;
  const day = 86_400_000;
  expect([now + day, now + 8 * day, now - day].map((time) => isDue(last, time))).toEqual([false, true, true]);
  expect(isDue(last && { ...last, endedAt: undefined as never }, now)).toBe(true);
});
