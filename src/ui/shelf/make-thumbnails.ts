import type { Thumbnail } from "#library/database.ts";
import { rowOf } from "#library/rows.ts";
import { pictureForList, saveThumbnail } from "#library/thumbnails.ts";

/** A thumbnail's side in pixels: 68 on screen, sharp at nearly three to one. */
const side = 192;

/** The quality a small photograph still looks right at. */
const quality = 0.72;

/** Makes the thumbnails that the cards before the reader still want, one at a time while nothing else is to do; stops when told. */
export async function makeThumbnails(ids: readonly string[], signal: AbortSignal): Promise<void> {
  for (const id of ids) {
    const row = rowOf(id);
    if (!row || row.thumbnail || !row.article.receipt?.pictures.kept) continue;
    await new Promise((resolve) => idly(() => resolve(undefined)));
    if (signal.aborted) return;
    await saveThumbnail(await thumbnailOf(id));
  }
}

async function thumbnailOf(id: string): Promise<Thumbnail> {
  const none = { id, type: "" };
  const picture = await pictureForList(id);
  if (!picture) return none;
  const { bytes, type, width, height } = picture;
  const crop = Math.min(width, height);
  try {
    // The upper part of a tall picture has its faces and headings.
    const bitmap = await createImageBitmap(
      new Blob([bytes], { type }),
      (width - crop) / 2,
      (height - crop) / 4,
      crop,
      crop,
      { resizeWidth: side, resizeHeight: side, resizeQuality: "medium" },
    );
    const canvas = new OffscreenCanvas(side, side);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, side, side);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: "image/webp", quality }); // Safari gives PNG, and says so
    return { id, type: blob.type, bytes: await blob.arrayBuffer() };
  } catch {
    return none; // it cannot be drawn: the card goes without
  }
}

/** Safari has no idle callbacks; a moment's pause is near enough. */
function idly(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 100);
}
