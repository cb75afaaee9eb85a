import { expect, test } from "vitest";
import { compress } from "#capture/originals.ts";
import { auditLibrary } from "#library/audit.ts";
import { database } from "#library/database.ts";

async function nameOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function picture(size: number, seed: number) {
  const bytes = new Uint8Array(size).fill(seed).buffer;
  return { id: await nameOf(bytes), type: "image/png", bytes, width: 3, height: 2 };
}

/** How often another of the page's tasks had its turn. */
async function turnsDuringAudit(total: number): Promise<number> {
  let turns = 0;
  const beat = setInterval(() => {
    turns++;
  });
  let done = 0;
  for await (const step of auditLibrary()) {
    expect(step.finding).toBeUndefined();
    done = step.done;
  }
  clearInterval(beat);
  expect(done).toBe(total);
  return turns;
}

test("a library of long articles and large pictures is read without holding the page up", async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  const words = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。";
  const html = `<p>${words.repeat(40)}</p>`.repeat(80); // a book's chapter
  const gzip = await compress(html.repeat(4));
  const total = 120;
  const large = 12;
  for (let at = 0; at < total; at++) {
    const id = `article-${at}`;
    const kept = at % (total / large) === 0 ? [await picture(8 * 1024 * 1024 - at, at % 251)] : [];
    await database.pictures.bulkPut(kept);
    await database.contents.put({ id, html, text: html, sanitizer: 1, pictures: kept.map((each) => each.id) });
    await database.originals.put({ id, kind: "html", gzip });
    await database.articles.put({
      ...{ id, identity: `text:${id}`, title: id, lang: "zh-Hans", excerpt: "", savedAt: at, refreshedAt: at },
      length: { han: 1, words: 0 },
    });
  }
  expect(await turnsDuringAudit(total)).toBeGreaterThan(large);
  await Promise.all(database.tables.map((table) => table.clear()));
}, 60_000);
