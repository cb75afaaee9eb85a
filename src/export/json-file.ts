import type { Picture } from "#domain/article.ts";
import type { Reading } from "#domain/reading.ts";
import { exportedOf, type KeptArticle } from "./kept-article.ts";

/** What stands before the first article of a JSON file, and behind the last. */
export const jsonStart = '{"liuye":1,"articles":[';
export const jsonEnd = "]}\n";

/**
 * One article in the JSON export. Times are milliseconds since 1970. Beside what `domain/exported.ts` names:
 * `id`; `html`, the clean body, whose pictures are named by `data-picture`; `text`, its words; `length` in characters and
 * words; `readings`, each visit that counted; and `pictures`, each with `id`, `type`, `width`, `height` and `base64`.
 */
export async function jsonOf(kept: KeptArticle, readings: readonly Reading[]): Promise<string> {
  const { article, content, pictures } = kept;
  return JSON.stringify({
    id: article.id,
    ...exportedOf(kept),
    length: article.length,
    html: content.html,
    text: content.text,
    readings: readings.map(({ startedAt, spent, passed, finished = false }) => ({
      startedAt,
      spent,
      passed,
      finished,
    })),
    pictures: await Promise.all(
      pictures.map(async (picture) => ({
        id: picture.id,
        type: picture.type,
        width: picture.width,
        height: picture.height,
        base64: (await dataAddress(picture)).replace(/^[^,]*,/, ""),
      })),
    ),
  });
}

/** A picture as an address that holds it. */
export function dataAddress({ bytes, type }: Picture): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type }));
  });
}
