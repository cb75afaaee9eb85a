import { compress } from "#capture/originals.ts";
import { anchorOf } from "#domain/anchor/anchor.ts";
import { bodyText } from "#domain/anchor/body-text.ts";
import { sha256 } from "#domain/sha256.ts";
import { cacheTables } from "#library/backup-slices.ts";
import { database } from "#library/database.ts";

/** Every row of every table a backup holds, bytes as lists of numbers. */
export async function allRows(): Promise<Record<string, unknown[]>> {
  const tables = database.tables.filter(({ name }) => !cacheTables.includes(name));
  const rows = await Promise.all(
    tables.map(async (table) => [table.name, (await table.toArray()).map(plain)] as const),
  );
  return Object.fromEntries(rows);
}

export function clearLibrary(): Promise<unknown> {
  return Promise.all(database.tables.map((table) => table.clear()));
}

/** The smallest picture there is, of a colour. */
async function picture(seed: number) {
  const bytes = Uint8Array.from(atob("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), (sign) =>
    sign.charCodeAt(0),
  );
  bytes[13] = seed;
  return { id: await sha256(bytes), type: "image/gif", bytes: bytes.buffer, width: 200, height: 200 };
}

/** Fills the library with so many articles, every field of every table among them, hard characters too. */
export async function fillLibrary(count: number, hour = 0): Promise<void> {
  const at = Date.UTC(2026, 0, 1, hour);
  for (let number = 0; number < count; number++) {
    const id = `article-${number}`;
    const shown = number % 3 === 0 ? [await picture(number), await picture(251)] : [];
    const html = `<p>渡口 ${number} 的风 &amp; &lt;b&gt; \u{20000}\u{1f6a2}</p>\n${shown.map((one) => `<img data-picture="${one.id}" decoding="async" loading="lazy">`).join("")}<p>老人说，船慢不要紧。&nbsp;</p>`;
    const text = bodyText(html);
    const anchor = anchorOf(text, { start: 0, end: 4 });
    if (!anchor) throw new Error("the text is empty");
    await database.pictures.bulkPut(shown);
    await database.contents.put({
      ...{ id, html, text, sanitizer: 1, pictures: shown.map((one) => one.id) },
      ...(number % 6 === 0 && { aside: [{ address: "cid:1", id: shown[0]?.id ?? "", width: "", height: "9" }] }),
    });
    await database.articles.put({
      ...{ id, identity: `url:https://a.example/${number}`, url: `https://a.example/${number}?q=风#x` },
      ...{ title: `渡口/..\\ "${number}" <\u202e>`, subtitle: "副题", byline: "王", editor: "李", source: "河湾日报" },
      ...{
        published: "2014-01-15T10:20",
        modified: "2015",
        lead: "https://a.example/l.png",
        lang: "zh-Hans",
        excerpt: "风",
      },
      ...{
        documentNumbers: ["国发〔2014〕1号"],
        standards: ["GB/T 19001-2016"],
        origins: { title: "meta", source: "line" } as const,
      },
      ...{ length: { han: 20, words: 3 }, savedAt: at + number, refreshedAt: at + number, tags: ["河", "river"] },
      ...(number % 2 && { favouritedAt: at + 5, marked: { as: "finished" as const, at: at + 6 } }),
      ...(number % 5 === 1 && { archivedAt: at + 7 }),
      ...(number % 7 === 1 && { trashedAt: at + 8 }),
      ...(number % 4 === 1 && { edited: ["title" as const] }),
      receipt: {
        via: "html",
        at,
        bytes: 12,
        pictures: { kept: shown.length, missing: { absent: 1 } },
        truncated: true,
      },
    });
    await database.places.put({ id, offset: 3, progress: 0.5, at: at + 9 });
    await database.originals.put({
      ...{ id, kind: "html" as const, url: "https://a.example/", gzip: await compress(html.repeat(3)) },
      ...(number % 2 && { whole: true as const }),
    });
    await database.highlights.put({
      ...{ id: `mark-${number}`, articleId: id, anchor, colour: "green" as const, note: "“好”\n\u2028", at: at + 10 },
      ...(number % 2 && { changedAt: at + 11, lost: true as const }),
    });
    await database.notes.put({ id, text: `记 ${number}`, at: at + 12 });
    await database.versions.put({
      ...{
        id: `version-${number}`,
        articleId: id,
        capturedAt: at - 9,
        replacedAt: at,
        html: "<p>旧文</p>",
        text: "旧文",
        sanitizer: 1,
      },
      ...{
        pictures: [(await picture(250)).id],
        fields: { title: "旧题", lang: "zh", excerpt: "", length: { han: 2, words: 0 } },
      },
      ...(number % 2 && { original: { kind: "html" as const, gzip: await compress("<p>旧文</p>") } }),
    });
    await database.pictures.put(await picture(250));
    await database.readings.put({
      ...{ id: `reading-${number}`, articleId: id, startedAt: at, day: "2026-01-01", spent: 6000, passed: 20 },
      ...(number % 2 && { finished: true as const }),
    });
    await database.tombstones.put({ id: `gone-${number}`, at });
  }
  await database.articles.put({
    ...{
      id: "awaited",
      identity: "url:https://b.example/",
      url: "https://b.example/",
      title: "待",
      lang: "und",
      excerpt: "",
    },
    ...{ length: { han: 0, words: 0 }, savedAt: at, refreshedAt: at, pending: true },
  });
  await database.tags.bulkPut([{ name: "河", colour: "sky" }, { name: "empty" }]);
  await database.readings.put({
    id: "of-one-gone",
    articleId: "gone-1",
    startedAt: at,
    day: "2026-01-02",
    spent: 1,
    passed: 1,
  });
  await database.highlights.put({
    ...{ id: "astray", articleId: "gone-by-accident", anchor: { quote: { exact: "风", prefix: "", suffix: "" } } },
    ...{ colour: "line" as const, at },
  });
}

function plain(row: unknown): unknown {
  if (row instanceof ArrayBuffer) return [...new Uint8Array(row)];
  if (typeof row !== "object" || row === null || Array.isArray(row)) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}
