import { beforeEach, describe, expect, test } from "vitest";
import { anchorOf } from "#domain/anchor/anchor.ts";
import type { Picture } from "#domain/article.ts";
import { articleById, contentOf, type Draft, originalOf, saveArticle } from "#library/articles.ts";
import { bodyFault } from "#library/body-hash.ts";
import { database } from "#library/database.ts";
import { editFields } from "#library/edits.ts";
import { addHighlight, highlightsOf } from "#library/highlights.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";
import { deleteVersion, freeVersions, goBackTo, restoreVersion, versionDates, versionsOf } from "#library/versions.ts";

const picture = (id: string): Picture => ({ id, type: "image/png", bytes: new ArrayBuffer(2), width: 9, height: 9 });

function draft(text: string, more: Partial<Draft> = {}): Draft {
  return {
    identity: "url:https://example.com/ferry",
    title: "渡口",
    lang: "zh-Hans",
    excerpt: text.slice(0, 8),
    length: { han: text.length, words: 0 },
    html: `<p>${text}</p>`,
    text,
    sanitizer: 1,
    original: { kind: "html", gzip: new TextEncoder().encode(text).buffer as ArrayBuffer },
    ...more,
  };
}

const first = "桥明年通车，渡船停在北岸。老顾今年六十岁，他说要让每个人都坐一次靠窗的位子。";
const second = "桥明年通车，渡船停在北岸。镇上为通车放了一夜的烟花，孩子们都没有睡。";

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe("a changed page saved again", () => {
  test("keeps the old text with its fields, date, pictures and original; the same text keeps none", async () => {
    const { article } = await saveArticle(draft(first, { pictures: [picture("p1")], byline: "顾" }), 1000);
    await saveArticle(draft(`${first}\n`, { pictures: [picture("p1")] }), 2000);
    expect(await versionsOf(article.id)).toEqual([]);
    await saveArticle(draft(second, { title: "渡口（更新）" }), 3000);
    const [version, ...others] = await versionsOf(article.id);
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      ...{ articleId: article.id, capturedAt: 2000, replacedAt: 3000, text: `${first}\n`, pictures: ["p1"] },
      fields: { title: "渡口", lang: "zh-Hans" },
      original: { kind: "html" },
    });
    expect(await versionDates(article.id)).toEqual([2000]);
    expect(await database.pictures.count()).toBe(1);
  });

  test("going back gives text, fields and original again, and coming forward too, as often as one likes", async () => {
    const { article } = await saveArticle(draft(first, { byline: "顾" }), 1000);
    await saveArticle(draft(second, { title: "渡口（更新）" }), 3000);
    const before = { article: await articleById(article.id), content: await contentOf(article.id) };
    const [version] = await versionsOf(article.id);
    const back = await goBackTo(version?.id ?? "", 4000);
    expect(await articleById(article.id)).toMatchObject({
      title: "渡口",
      byline: "顾",
      refreshedAt: 1000,
      savedAt: 1000,
    });
    expect((await contentOf(article.id))?.text).toBe(first);
    expect(await bodyFault(await contentOf(article.id))).toBeUndefined();
    expect(new TextDecoder().decode((await originalOf(article.id))?.gzip)).toBe(first);
    expect(await versionDates(article.id)).toEqual([3000]);
    await goBackTo(back ?? "", 5000);
    expect({ article: await articleById(article.id), content: await contentOf(article.id) }).toEqual(before);
    expect(await goBackTo("gone", 6000)).toBeNull();
  });

  test("a title the reader wrote stays, whichever text the article has", async () => {
    const { article } = await saveArticle(draft(first), 1000);
    await editFields(article.id, { title: "我的渡口", byline: "", source: "", published: "" });
    await saveArticle(draft(second), 3000);
    await goBackTo((await versionsOf(article.id))[0]?.id ?? "", 4000);
    expect((await articleById(article.id))?.title).toBe("我的渡口");
  });

  test("marks move with their words; those whose words went are kept as lost and are back with the old text", async () => {
    const { article } = await saveArticle(draft(first), 1000);
    const mark = async (words: string) => {
      const start = first.indexOf(words);
      const anchor = anchorOf(first, { start, end: start + words.length });
      if (anchor) await addHighlight(article.id, anchor, "green", 1500);
    };
    await mark("老顾今年六十岁，他说要让每个人都坐一次靠窗的位子");
    await mark("桥明年通车，渡船停在北岸");
    const marked = await highlightsOf(article.id);
    await saveArticle(draft(second), 3000);
    expect((await highlightsOf(article.id)).filter(({ lost }) => lost)).toHaveLength(1);
    await goBackTo((await versionsOf(article.id))[0]?.id ?? "", 4000);
    expect(await highlightsOf(article.id)).toEqual(marked);
  });

  test("a version is deleted with the pictures it alone showed, and put back; with its article it goes for good", async () => {
    const { article } = await saveArticle(draft(first, { pictures: [picture("p1")] }), 1000);
    await saveArticle(draft(second, { pictures: [picture("p2")] }), 3000);
    const [version] = await versionsOf(article.id);
    const deleted = await deleteVersion(version?.id ?? "");
    expect(await database.pictures.toCollection().primaryKeys()).toEqual(["p2"]);
    expect(deleted && (await restoreVersion(deleted))).toBe(true);
    expect(await versionsOf(article.id)).toEqual([version]);
    expect(await database.pictures.count()).toBe(2);
    await trashArticles([article.id], 4000);
    await purgeArticles([article.id], 5000);
    expect([await database.versions.count(), await database.pictures.count()]).toEqual([0, 0]);
    expect(deleted && (await restoreVersion(deleted))).toBe(false);
  });

  test("all versions are let go of together, their pictures with them, and no present one", async () => {
    await saveArticle(draft(first, { pictures: [picture("p1"), picture("p2")] }), 1000);
    await saveArticle(draft(second, { pictures: [picture("p2")] }), 3000);
    expect(await freeVersions()).toBe(1);
    expect(await database.pictures.toCollection().primaryKeys()).toEqual(["p2"]);
  });
});

describe("the hash of a body", () => {
  test("is written with it by every deed, and tells a body that is not what was kept", async () => {
    const { article } = await saveArticle(draft(first), 1000);
    const content = await contentOf(article.id);
    expect(await bodyFault(content)).toBeUndefined();
    expect(await bodyFault(content && { ...content, html: content.html.replace("桥", "侨") })).toBe("changed");
    expect(await bodyFault(content && { ...content, html: " " })).toBe("empty");
    expect(await bodyFault(null)).toBe("gone");
    expect(await bodyFault({ id: "old", html: "<p>旧</p>", text: "旧", sanitizer: 1 })).toBeUndefined();
  });
});
