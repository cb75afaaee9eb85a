import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { captureAll, type Outcome } from "#capture/batch.ts";
import { openFile } from "#capture/from-file.ts";
import { plantGuides } from "#capture/guides.ts";
import { anchorOf } from "#domain/anchor/anchor.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import { squeeze } from "#domain/anchor/squeeze.ts";
import type { Picture } from "#domain/article.ts";
import { colours } from "#domain/highlight.ts";
import { htmlOf, sanitizerVersion, sanitizeToFragment } from "#domain/sanitize.ts";
import { sha256 } from "#domain/sha256.ts";
import { type ExportFormat, exportArticles } from "#export/export-articles.ts";
import { saveArticleNote } from "#library/article-notes.ts";
import { articleById, contentOf, saveArticle, setFavourite } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { addHighlight, editHighlight, highlightsOf } from "#library/highlights.ts";
import { pictureIds, randomBody, randomLine } from "../fixtures/exports/random-article.ts";
import { exportWords } from "../fixtures/exports/words.ts";

const now = Date.UTC(2026, 10, 23, 12);
const bare = (text: string) => squeeze(text).text;
const pictures: Picture[] = [];

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  if (pictures.length === 0) {
    for (const [type, colour] of [
      ["image/png", "red"],
      ["image/jpeg", "green"],
      ["image/webp", "blue"],
    ] as const) {
      const canvas = new OffscreenCanvas(40, 30);
      const pen = canvas.getContext("2d");
      if (pen) pen.fillStyle = colour;
      pen?.fillRect(5, 5, 20, 20);
      const bytes = await (await canvas.convertToBlob({ type })).arrayBuffer();
      pictures.push({ id: await sha256(bytes), type, bytes, width: 40, height: 30 });
    }
    pictureIds.push(...pictures.map(({ id }) => id));
  }
});

const marks = fc.array(
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    colour: fc.constantFrom(...colours),
    note: fc.option(randomLine, { nil: undefined }),
  }),
  { maxLength: 4 },
);
const article = fc.record({
  body: randomBody,
  title: randomLine,
  byline: fc.option(randomLine, { nil: undefined }),
  source: fc.option(randomLine, { nil: undefined }),
  published: fc.constantFrom(undefined, "2019-09-03", "2014-01-15T10:20", "2014"),
  url: fc.constantFrom(undefined, "https://example.com/a?b=c#d", "https://example.com/%E6%B2%B3"),
  tags: fc.uniqueArray(fc.constantFrom("河湾", "a, b", '"q"', "null", "[t]", "- y"), { maxLength: 3 }),
  favourite: fc.boolean(),
  note: fc.option(randomLine, { nil: undefined }),
  marks,
});
type Made = Omit<typeof article extends fc.Arbitrary<infer Value> ? Value : never, "url"> & { url: string | undefined };

async function keep({
  body,
  title,
  byline,
  source,
  published,
  url,
  tags,
  favourite,
  note,
  marks,
}: Made): Promise<string> {
  const html = htmlOf(sanitizeToFragment(body));
  const text = bodyText(html);
  const { article } = await saveArticle(
    {
      identity: url ? `url:${url.replace(/#.*/, "")}` : `text:${await sha256(new TextEncoder().encode(text))}`,
      title: title.replace(/\s+/g, " ").trim(),
      ...(byline && { byline: byline.replace(/\s+/g, " ").trim() }),
      ...(source && { source: source.replace(/\s+/g, " ").trim() }),
      ...(published && { published }),
      ...(url && { url }),
      ...{
        lang: "zh-Hans",
        excerpt: "",
        length: { han: 1, words: 0 },
        html,
        text,
        sanitizer: sanitizerVersion,
        pictures,
      },
    },
    now,
  );
  if (tags.length > 0) await database.articles.update(article.id, { tags });
  if (favourite) await setFavourite(article.id, true, now + 1);
  if (note) await saveArticleNote(article.id, note, now + 2);
  for (const [at, { from, length, colour, note }] of marks.entries()) {
    const start = Math.floor(from * text.length);
    const anchor = anchorOf(text, { start, end: start + length });
    // No selection ends inside a character.
    if (!anchor || bare(anchor.quote.exact) === "" || !anchor.quote.exact.isWellFormed()) continue;
    const highlight = await addHighlight(article.id, anchor, colour, now + 10 + at);
    if (highlight && note) await editHighlight(highlight.id, { note }, now + 20 + at);
  }
  return article.id;
}

/** Everything that must come back, as far as two copies can be the same. */
async function told(id: string) {
  const [article, content, highlights, note] = [
    await articleById(id),
    await contentOf(id),
    await highlightsOf(id),
    await database.notes.get(id),
  ];
  if (!article || !content) throw new Error("not kept");
  const { title, byline, source, published, url, tags, savedAt, favouritedAt, lang } = article;
  const shown = [...content.html.matchAll(/data-picture="(\w+)"/g)].map((match) => match[1]);
  const bytes = await database.pictures.bulkGet([...new Set(shown)] as string[]);
  return {
    ...{ title, byline, source, published, url, tags, savedAt, favouritedAt, lang },
    words: bare(bodyText(content.html)),
    pictures: shown,
    bytes: bytes.map((picture) => [...new Uint8Array(picture?.bytes ?? new ArrayBuffer(0))]),
    note: note && { text: note.text, at: note.at },
    highlights: highlights
      .map(({ anchor, colour, note, at, changedAt, lost }) => ({
        exact: bare(anchor.quote.exact),
        before: bare(bodyText(content.html).slice(0, anchor.position?.start)).length,
        colour,
        note,
        at,
        changedAt,
        lost,
      }))
      .sort((one, other) => one.at - other.at),
  };
}

async function takeBack(file: File): Promise<string[]> {
  const outcomes: Outcome[] = [];
  await captureAll([{ name: file.name, page: () => openFile(file) }], new AbortController().signal, (outcome) =>
    outcomes.push(outcome),
  );
  return outcomes.map((outcome) => {
    if ("failed" in outcome) throw new Error(`${outcome.name}: ${outcome.failed}`);
    return outcome.kept.article.id;
  });
}

async function exported(ids: readonly string[], format: ExportFormat): Promise<File> {
  const order = { ids, format, pictures: true, name: "书架", words: exportWords };
  const { name, blob } = await exportArticles(order, new AbortController().signal, () => {});
  return new File([blob], name, { type: blob.type });
}

const plain: Made = {
  ...{ title: "渡口", byline: "", source: "", published: undefined, url: "https://example.com/a?b=c#d", body: "" },
  ...{ tags: ["河湾"], favourite: false, note: undefined, marks: [] },
};
const clear = () => Promise.all(database.tables.map((table) => table.clear()));
const runs = Number(import.meta.env.VITE_EXPORT_RUNS ?? 25);
// The same articles on every machine; a number of runs of one's own tries others each time.
const seed = import.meta.env.VITE_EXPORT_RUNS === undefined ? { seed: 7 } : {};

describe.each(["markdown", "epub"] as const)("an article exported as %s and imported again", (format) => {
  test("is the same article, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(article, async (made) => {
        await clear();
        const id = await keep(made);
        const before = await told(id);
        const file = await exported([id], format);
        await clear();
        const [back] = await takeBack(file);
        expect(await told(back ?? "")).toEqual(before);
      }),
      { numRuns: runs, endOnFailure: true, ...seed },
    );
  });

  test("over the article it left it changes nothing of its body", async () => {
    await clear();
    const body = `<h2 id="one">一</h2><p>船<sup><a href="#note">[1]</a></sup>慢不要紧。</p><p id="note"><b>注</b>：水急才要紧。</p>`;
    const id = await keep({ ...plain, body });
    const before = await contentOf(id);
    const file = await exported([id], format);
    await database.articles.update(id, { tags: ["河"] });
    expect(await takeBack(file)).toEqual([id]);
    expect(await contentOf(id)).toEqual(before);
    expect(await database.versions.count()).toBe(0);
    expect((await articleById(id))?.tags).toEqual(["河", "河湾"]);
  });

  test("that is a guide, or a part of a page, is the article it was and no second one", async () => {
    await clear();
    await plantGuides("zh", now);
    const whole = await keep({ ...plain, body: "<p>整页的话，船慢不要紧，水急才要紧。</p>" });
    const part = await keep({ ...plain, url: undefined, body: "<p>只是其中的一段话，船慢不要紧。</p>" });
    await database.articles.update(part, { url: plain.url ?? "" });
    const ids = ["guide-zh", "guide-en", whole, part];
    const before = await Promise.all(ids.map(told));
    expect((await takeBack(await exported(ids, format))).sort()).toEqual([...ids].sort());
    expect(await database.articles.count()).toBe(4);
    expect(await Promise.all(ids.map(told))).toEqual(before);
  });

  test("comes back beside others from one file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 2, maxLength: 4 }), async (all) => {
        await clear();
        const ids: string[] = [];
        for (const [at, made] of all.entries()) ids.push(await keep({ ...made, url: `https://example.com/${at}` }));
        const before = await Promise.all(ids.map(told));
        const file = await exported(ids, format);
        await clear();
        const back = await Promise.all((await takeBack(file)).map(told));
        const order = new Map(before.map(({ url }, at) => [url, at]));
        expect(back.sort((one, other) => (order.get(one.url) ?? 0) - (order.get(other.url) ?? 0))).toEqual(before);
      }),
      { numRuns: Math.ceil(runs / 10), endOnFailure: true, ...seed },
    );
  });
});
