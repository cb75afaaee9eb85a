import { articleById } from "#library/articles.ts";
import type { ExportFormat } from "./export-articles.ts";

/** So many articles tell enough of all of them. */
const sampleSize = 60;

/** Bytes a character of Chinese takes, what a word takes, and what markup and front matter add to an article. */
const bytesOfHan = 3;
const bytesOfWord = 7;
const frame = 1500;
/** A line of the table. */
const bytesOfLine = 250;
/** Text packs to about this part of itself. */
const packed = 0.45;
/** Base64 makes so much of bytes. */
const inBase64 = 4 / 3;

/** About how many bytes an export will have, by the receipts of some of its articles. */
export async function estimateSize(ids: readonly string[], format: ExportFormat, pictures: boolean): Promise<number> {
  if (format === "csv") return ids.length * bytesOfLine;
  const step = Math.max(1, Math.floor(ids.length / sampleSize));
  const sample = ids.filter((_, at) => at % step === 0).slice(0, sampleSize);
  let sum = 0;
  for (const id of sample) {
    const article = await articleById(id);
    if (!article) continue;
    const words = article.length.han * bytesOfHan + article.length.words * bytesOfWord + frame;
    const shown = pictures ? Math.max(0, (article.receipt?.bytes ?? 0) - words) : 0;
    const isZip = format === "epub" || (ids.length > 1 && format !== "json");
    const isInText = format === "json" || (format === "html" && ids.length === 1);
    sum += words * (isZip ? packed : format === "json" ? 2 : 1) + shown * (isInText ? inBase64 : 1);
  }
  return (sum / Math.max(1, sample.length)) * ids.length;
}
