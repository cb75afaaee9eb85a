// Backups as a reader makes and opens them.
import { expect } from "@playwright/test";
import type { UiPage } from "./session.ts";

/** Makes a backup through the screen; its bytes are taken where the app hands them to the browser, before any dialog. */
export async function backUp(ui: UiPage, address: string): Promise<Buffer> {
  await ui.goto(`${address}#/me`);
  await ui.evaluate(() => {
    const page = window as { handed?: Blob; showSaveFilePicker?: unknown };
    delete page.showSaveFilePicker;
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => {
      if (!(file instanceof Blob) || file.type.startsWith("image/")) return createObjectURL.call(URL, file);
      page.handed = file;
      return "#";
    };
  });
  await ui.click(".me-backup");
  await ui.click(".backup-make");
  await ui.waitForSelector(".backup-made");
  await ui.click(".backup-save");
  const bytes = await ui.evaluate(async () => {
    const { handed } = window as { handed?: Blob };
    return [...new Uint8Array((await handed?.arrayBuffer()) ?? new ArrayBuffer())];
  });
  expect(bytes.length).toBeGreaterThan(1000);
  return Buffer.from(bytes);
}

/** Opens a backup in the sheet that is there already, and waits until every byte of it has been read and found good. */
export async function openBackup(ui: UiPage, path: string): Promise<void> {
  await ui.setInputFiles(".backup-file", [path]);
  await ui.waitForSelector(".restore-sound");
}
