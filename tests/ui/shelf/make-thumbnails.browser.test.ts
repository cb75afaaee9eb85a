import { beforeEach, expect, test } from "vitest";
import { type Draft, saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { loadRows, rowOf } from "#library/rows.ts";
import { purgeArticles, trashArticles } from "#library/trash.ts";
import { makeThumbnails } from "#ui/shelf/make-thumbnails.ts";

beforeEach(() => Promise.all(database.tables.map((table) => table.clear())));

async function picture(id: string, width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  pen.fillStyle = "#35694d";
  pen.fillRect(0, 0, width, height);
  return { id, type: "image/png", bytes: await (await canvas.convertToBlob()).arrayBuffer(), width, height };
}

const draft = (identity: string, pictures: Draft["pictures"] = []): Draft => ({
  identity,
  title: "港口的清晨",
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 400, words: 3 },
  html: "<p>天还没亮。</p>",
  text: "天还没亮。",
  sanitizer: 1,
  pictures,
  receipt: { via: "html", at: 1, bytes: 1, pictures: { kept: pictures.length, missing: {} } },
});

async function make(id: string) {
  await loadRows([id]);
  await makeThumbnails([id], new AbortController().signal);
  return database.thumbnails.get(id);
}

test("the first picture large enough becomes a small square, which goes with its article for good and stays in the trash", async () => {
  const pictures = [await picture("icon", 32, 32), await picture("strip", 1200, 170), await picture("photo", 900, 600)];
  const { article } = await saveArticle(draft("text:a", pictures), 1);
  const made = await make(article.id);
  const bitmap = await createImageBitmap(new Blob([made?.bytes ?? new ArrayBuffer(0)], { type: made?.type ?? "" }));
  expect([bitmap.width, bitmap.height]).toEqual([192, 192]);
  expect(made?.bytes?.byteLength).toBeLessThan(12_000);
  await trashArticles([article.id], 2);
  expect(await database.thumbnails.count()).toBe(1);
  await purgeArticles([article.id], 3);
  expect(await database.thumbnails.count()).toBe(0);
});

test("an article whose pictures are all too small is looked at once, and again after a new capture", async () => {
  const { article } = await saveArticle(draft("text:b", [await picture("icon", 32, 32)]), 1);
  expect(await make(article.id)).toEqual({ id: article.id, type: "" });
  await saveArticle(draft("text:b", [await picture("photo", 400, 400)]), 2);
  expect(await database.thumbnails.get(article.id)).toBeUndefined();
  expect(rowOf(article.id)).toBeTruthy();
});

test("an article without pictures is not looked into", async () => {
  const { article } = await saveArticle(draft("text:c"), 1);
  expect(await make(article.id)).toBeUndefined();
});
