import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { savePictures } from "#library/pictures.ts";
import { askWeb } from "./ask-web.ts";
import { keepPictures, type PictureSource } from "./keep-pictures.ts";

/** How long a picture may take to come, in milliseconds. */
const patience = 20_000;

/**
 * Asks the web for an article's missing pictures, without referrer or cookie, and keeps those their sites let us read.
 * Gives how many were kept and how many the sites refused; nothing changes when none came.
 */
export async function fetchMissingPictures(id: string): Promise<{ kept: number; missing: number }> {
  const [article, content] = await Promise.all([articleById(id), contentOf(id)]);
  if (!article?.receipt || !content) return { kept: 0, missing: 0 };
  const body = sanitizeToFragment(content.html);
  const { pictures, missing } = await keepPictures(body, fromWeb);
  const refused = Object.values(missing).reduce((sum, count) => sum + count, 0);
  if (pictures.length > 0) {
    const { receipt } = article;
    await savePictures(id, htmlOf(body), pictures, {
      ...receipt,
      bytes: receipt.bytes + pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
      pictures: { kept: receipt.pictures.kept + pictures.length, missing },
    });
  }
  return { kept: pictures.length, missing: refused };
}

/** The bytes at an address on the web, where its site lets us read them. */
export const fromWeb: PictureSource = async (address) => {
  if (!/^https?:/i.test(address)) return "absent";
  try {
    const answer = await askWeb(address, patience);
    if (!answer.ok) return "refused";
    return { type: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return "refused"; // the site allows no other site to read it, or there is no network
  }
};
