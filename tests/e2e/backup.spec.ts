import { writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { backUp, openBackup } from "./backups.ts";
import { test } from "./harness.ts";
import { addFiles, libraryRows, openApp, openArticle, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const title = "河湾的摆渡人";
const body = Array.from({ length: 8 }, (_, at) => `<p>第 ${at} 天，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。</p>`);
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body.join("")}</article></body></html>`;

test("a library is backed up, wiped and restored, and reads on without a network", async ({ app, open }, running) => {
  const { page: ui } = await open();
  await openApp(ui, app.url);
  const file = running.outputPath("ferry.html");
  writeFileSync(file, page);
  await addFiles(ui, [file]);
  await seeTitle(ui, title);
  await writeNote(ui);
  const before = await libraryRows(ui);

  const saved = running.outputPath("backup.zip");
  writeFileSync(saved, await backUp(ui, app.url));
  await wipe(ui);
  await ui.reload();
  await ui.click(".lost-restore");
  await openBackup(ui, saved);
  await ui.click(".restore-start");
  await ui.waitForSelector(".restore-outcome");
  expect(await libraryRows(ui)).toEqual(before);
  await ui.click(".restore-close");

  await app.kill();
  await ui.evaluate(() => location.assign("#/shelf"));
  await ui.reload();
  await openArticle(ui, title);
  expect(await ui.textContent(".prose")).toContain("第 7 天");
  expect(await notes(ui)).toEqual(["好渡口"]);
});

/** Past the app, as the reader would through the sheet of notes: which is tried elsewhere. */
function writeNote(ui: UiPage): Promise<void> {
  return ui.evaluate(async () => {
    const library = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("liuye");
      opening.onsuccess = () => resolve(opening.result);
    });
    const change = library.transaction(["articles", "notes"], "readwrite");
    const keys = change.objectStore("articles").getAllKeys();
    keys.onsuccess = () => {
      const id = keys.result.find((key) => !String(key).startsWith("guide"));
      change.objectStore("notes").put({ id, text: "好渡口", at: 1 });
    };
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    library.close();
  });
}

function notes(ui: UiPage): Promise<string[]> {
  return ui.evaluate(async () => {
    const library = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("liuye");
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = library.transaction("notes").objectStore("notes").getAll();
    await new Promise((resolve) => {
      rows.onsuccess = resolve;
    });
    library.close();
    return rows.result.map(({ text }) => text);
  });
}

function wipe(ui: UiPage): Promise<unknown> {
  return ui.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("liuye");
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
}
