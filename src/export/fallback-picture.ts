/** A picture of a kind that older programs for books do not know, as one that all know; undefined when it cannot be drawn. */
export async function fallbackPicture(bytes: ArrayBuffer, type: string): Promise<Uint8Array | undefined> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext("2d");
    if (!pen) return undefined;
    pen.fillStyle = "white"; // JPEG has nothing to see through
    pen.fillRect(0, 0, bitmap.width, bitmap.height);
    pen.drawImage(bitmap, 0, 0);
    bitmap.close();
    const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    return new Uint8Array(await drawn.arrayBuffer());
  } catch {
    return undefined; // damaged, or too large to be drawn here
  }
}
