import { beforeEach, describe, expect, test } from "vitest";
import { type Anchor, anchorOf } from "#domain/anchor/anchor.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import type { Highlight } from "#domain/highlight.ts";
import { allArticleNotes, articleNoteOf, saveArticleNote } from "#library/article-notes.ts";
import { type Draft, saveArticle } from "#library/articles.ts";
import { libraryCounts } from "#library/counts.ts";
import { database, LibraryDatabase } from "#library/database.ts";
import { type Former, putBack, type Remade, replaceBody } from "#library/edits.ts";
import {
  addHighlight,
  allHighlights,
  editHighlight,
  highlightsOf,
  removeHighlight,
  restoreHighlight,
} from "#library/highlights.ts";
import { migrations } from "#library/migrations.ts";
import { allNoted } from "#library/noted.ts";
import { addBelongings, awaitArticles } from "#library/pending.ts";
import { purgeArticles, restoreArticles, trashArticles } from "#library/trash.ts";

const first = "天还没亮，码头的风像刀子。";
const second = "她打开手电，开始数今天的第一批货柜。";
const third = "数到第七个的时候，她停住了：封条的编号和舱单差了一位。";
const html = [first, second, third].map((words) => `<p>${words}</p>`).join("\n");

const draft = (overrides: Partial<Draft> = {}): Draft => ({
  identity: "url:https://example.com/a",
  title: "港口的清晨",
  lang: "zh-Hans",
  excerpt: first,
  length: { han: 50, words: 0 },
  html,
  text: [first, second, third].join("\n"),
  sanitizer: 1,
  ...overrides,
});

const remade = (body: string): Remade => ({
  html: body,
  text: bodyText(body),
  sanitizer: 1,
  pictures: [],
  fresh: [],
  missing: {},
  lang: "zh-Hans",
  excerpt: first,
  length: { han: 50, words: 0 },
  found: {},
});

function anchorAt(words: string, body = html): Anchor {
  const text = bodyText(body);
  const start = text.indexOf(words);
  return anchorOf(text, { start, end: start + words.length }) as Anchor;
}

const mark = async (articleId: string, words: string, at = 1000) =>
  (await addHighlight(articleId, anchorAt(words), "yellow", at)) as Highlight;

/** The words a highlight's place now holds in a body. */
const wordsAt = ({ anchor: { position } }: Highlight, body: string) =>
  bodyText(body).slice(position?.start, position?.end);

let id: string;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  id = (await saveArticle(draft(), 1000)).article.id;
});

describe("marking", () => {
  test("the highlights of an article stand in the order of its text, all of them in that of time", async () => {
    await mark(id, "封条的编号", 1000);
    await mark(id, "风像刀子", 2000);
    expect((await highlightsOf(id)).map(({ anchor }) => anchor.quote.exact)).toEqual(["风像刀子", "封条的编号"]);
    expect((await allHighlights()).map(({ at }) => at)).toEqual([2000, 1000]);
    expect(await libraryCounts()).toMatchObject({ notes: 2 });
  });

  test("the same words marked again take the other colour and keep their note", async () => {
    const { id: highlight } = await mark(id, "风像刀子");
    await editHighlight(highlight, { note: "冷" }, 2000);
    await addHighlight(id, anchorAt("风像刀子"), "blue", 3000);
    expect(await highlightsOf(id)).toEqual([
      expect.objectContaining({ id: highlight, colour: "blue", note: "冷", at: 1000, changedAt: 3000 }),
    ]);
  });

  test("overlapping ones stand side by side", async () => {
    await mark(id, "码头的风像");
    await mark(id, "风像刀子");
    expect(await highlightsOf(id)).toHaveLength(2);
  });

  test("what is in the trash is neither listed nor counted", async () => {
    await mark(id, "风像刀子");
    expect(await allNoted()).toHaveLength(1);
    await database.articles.update(id, { trashedAt: 2000 });
    expect(await allNoted()).toEqual([]);
    expect(await libraryCounts()).toMatchObject({ notes: 0 });
  });

  test("empty words take a note away", async () => {
    const { id: highlight } = await mark(id, "风像刀子");
    await editHighlight(highlight, { note: "冷" }, 2000);
    await editHighlight(highlight, { note: "  " }, 3000);
    expect((await highlightsOf(id))[0]).not.toHaveProperty("note");
  });

  test("an article that has gone is not marked, one that was removed comes back as it was", async () => {
    const highlight = await mark(id, "风像刀子");
    expect(await removeHighlight(highlight.id, 2000)).toEqual(highlight);
    expect(await highlightsOf(id)).toEqual([]);
    expect(await database.tombstones.get(highlight.id)).toEqual({ id: highlight.id, at: 2000 });
    expect(await restoreHighlight(highlight)).toBe(true);
    expect(await highlightsOf(id)).toEqual([highlight]);
    expect(await database.tombstones.get(highlight.id)).toBeUndefined();
    await trashArticles([id], 3000);
    await purgeArticles([id], 3000);
    expect(await restoreHighlight(highlight)).toBe(false);
    expect(await addHighlight(id, anchorAt("风像刀子"), "blue", 4000)).toBeNull();
    expect(await allHighlights()).toEqual([]);
  });
});

test("an article takes its highlights and its note along when it goes, and brings them back", async () => {
  const highlight = await mark(id, "风像刀子");
  await saveArticleNote(id, "再读一遍", 2000);
  await trashArticles([id], 3000);
  expect(await libraryCounts()).toMatchObject({ articles: 0, notes: 0 });
  expect(await allNoted()).toEqual([]);
  await restoreArticles([id]);
  expect(await highlightsOf(id)).toEqual([highlight]);
  expect(await articleNoteOf(id)).toEqual({ id, text: "再读一遍", at: 2000 });
  await trashArticles([id], 4000);
  await purgeArticles([id], 4000);
  expect([await database.highlights.count(), await database.notes.count()]).toEqual([0, 0]);
});

describe("when the body changes", () => {
  const later = `<p>本报讯，${first}</p>\n<p>她打开了手电，开始数今天第一批货柜。</p>\n<p>${third}</p>`;

  test("highlights go with their words, captured again or mended", async () => {
    for (const words of ["码头的风像刀子", "数今天的第一批货柜", "封条的编号"]) await mark(id, words);
    await saveArticle(draft({ html: later }), 2000);
    const placed = await highlightsOf(id);
    expect(placed.map((highlight) => wordsAt(highlight, later))).toEqual([
      "码头的风像刀子",
      "数今天第一批货柜",
      "封条的编号",
    ]);
    await replaceBody(id, remade(html));
    expect((await highlightsOf(id)).map((highlight) => wordsAt(highlight, html))).toEqual([
      "码头的风像刀子",
      "数今天的第一批货柜",
      "封条的编号",
    ]);
  });

  test("one whose words have gone is lost and not dropped, and found when they come back", async () => {
    const { id: highlight } = await mark(id, "开始数今天的第一批货柜");
    await editHighlight(highlight, { note: "七个" }, 1500);
    await replaceBody(id, remade(`<p>${first}</p>\n<p>${third}</p>`));
    expect(await highlightsOf(id)).toEqual([expect.objectContaining({ id: highlight, lost: true, note: "七个" })]);
    expect((await highlightsOf(id))[0]?.anchor.quote.exact).toBe("开始数今天的第一批货柜");
    await saveArticle(draft(), 3000);
    const [back] = await highlightsOf(id);
    expect(back).not.toHaveProperty("lost");
    expect(back && wordsAt(back, html)).toBe("开始数今天的第一批货柜");
  });

  test("undoing puts every one where it was, and leaves alone what was written meanwhile", async () => {
    const before = [await mark(id, "风像刀子"), await mark(id, "数今天的第一批货柜")];
    const former = (await replaceBody(id, remade(`<p>${first}</p>`))) as Former;
    await editHighlight((before[0] as Highlight).id, { note: "冷" }, 2000);
    await putBack(former);
    expect(await highlightsOf(id)).toEqual([{ ...before[0], note: "冷", changedAt: 2000 }, before[1]]);
  });
});

describe("what came along from another reader", () => {
  const passages = [{ quote: "封条的编号 和舱单", note: "要查", at: 5 }, { quote: "这一句不在这里" }];

  test("becomes highlights, found at once where the text is there", async () => {
    await addBelongings(id, { passages, note: "全文很好", savedAt: 7 });
    const [found, lost] = await highlightsOf(id);
    expect(found && wordsAt(found, html)).toBe("封条的编号和舱单");
    expect(found).toMatchObject({ note: "要查", at: 5, colour: "yellow" });
    expect(lost).toMatchObject({ lost: true, at: 7 });
    expect(await allArticleNotes()).toEqual([{ id, text: "全文很好", at: 7 }]);
    await addBelongings(id, { passages }); // moved in a second time
    expect(await highlightsOf(id)).toHaveLength(2);
  });

  test("waits with a page whose text has yet to arrive, and is found in it then", async () => {
    const page = { identity: "url:https://example.com/b", url: "https://example.com/b", title: "港口", passages };
    const [awaited] = await awaitArticles([page], 2000);
    expect(awaited).not.toHaveProperty("passages");
    expect(await highlightsOf(awaited?.id ?? "")).toHaveLength(2);
    await saveArticle(draft({ identity: page.identity }), 3000);
    const [found, lost] = await highlightsOf(awaited?.id ?? "");
    expect(found && wordsAt(found, html)).toBe("封条的编号和舱单");
    expect(lost?.lost).toBe(true);
  });

  test("is taken out of the rows of a library from before highlights", async () => {
    const then = new LibraryDatabase("liuye-before-highlights", migrations.slice(0, 2));
    const article = {
      ...{ id: "a", identity: "text:1", title: "渡口", excerpt: "", lang: "zh", savedAt: 9, refreshedAt: 9 },
      length: { han: 1, words: 0 },
    };
    await then.table("articles").put({ ...article, note: "好", passages });
    then.close();
    const now = new LibraryDatabase("liuye-before-highlights");
    expect(await now.articles.get("a")).toEqual(article);
    expect(await now.notes.toArray()).toEqual([{ id: "a", text: "好", at: 9 }]);
    const rows = await now.highlights.toArray();
    expect(rows.map(({ anchor, note, at }) => [anchor.quote.exact, note, at])).toEqual(
      expect.arrayContaining([
        ["封条的编号 和舱单", "要查", 5],
        ["这一句不在这里", undefined, 9],
      ]),
    );
    await now.delete();
  });
});
