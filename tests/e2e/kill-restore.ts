// A backup that is brought back while the browser is killed, and then to its end.
import { writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { backUp, openBackup } from "./backups.ts";
import { wholeLibrary } from "./kills.ts";
import { addFiles } from "./reader.ts";
import type { UiPage } from "./session.ts";

/** What the letters of the backup are called: no other deed touches these. */
export const backedUp = (at: number) => `备第${at}封`;

/** Keeps letters, makes a backup of them through the screen, and writes it to a file. */
export async function makeBackup(page: UiPage, address: string, letters: string[], saved: string): Promise<void> {
  await addFiles(page, letters);
  const wanted = letters.map((_, at) => backedUp(at)).sort();
  const kept = async () => (await wholeLibrary(page)).titles.filter((title) => title.startsWith("备第")).sort();
  await expect.poll(kept, { timeout: 60_000 }).toEqual(wanted);
  writeFileSync(saved, await backUp(page, address));
}

/** Begins to bring the backup back. */
export async function beginRestore(page: UiPage, address: string, saved: string): Promise<void> {
  await page.goto(`${address}#/me`);
  await page.reload();
  await page.click(".me-backup");
  await openBackup(page, saved);
  await page.click(".restore-start");
}

/** Takes the backup's letters out of the library, past the app: as a disk would lose them, and not as a reader deletes. */
export function loseBackedUp(page: UiPage): Promise<void> {
  return page.evaluate(async () => {
    const request = indexedDB.open("liuye");
    const library = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = library.transaction([...library.objectStoreNames], "readwrite");
    transaction.objectStore("facts").clear(); // made anew with the next start
    const rows = transaction.objectStore("articles").getAll();
    rows.onsuccess = () => {
      for (const { id, title } of rows.result)
        if (title.startsWith("备第"))
          for (const name of ["articles", "contents", "originals", "places", "notes"])
            transaction.objectStore(name).delete(id);
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    library.close();
  });
}
