import type { MissingReason } from "#domain/article.ts";
import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { savePictures } from "#library/pictures.ts";
import { askWeb } from "./ask-web.ts";
import { keepPictures, type PictureSource } from "./keep-pictures.ts";
import type { PagePicture } from "./page.ts";

/** How long a picture may take to come, in milliseconds. */
const patience = 20_000;

/** Why a picture asked for did not come to be kept; `refused` may still be shown. */
export type FetchFailure = MissingReason | "unreachable" | "not-found";

/** What came of asking: how many were kept, and for each other address why not. */
export type Fetched = { kept: number; failures: Map<string, FetchFailure> };

/** A server that answers with one of these has no such picture (RFC 9110 §15.5.5, §15.5.11). */
const notThere = [404, 410];

/**
 * Asks the web for an article's missing pictures, without referrer or cookie, and keeps those their sites let us read;
 * nothing changes when none came.
 */
export async function fetchMissingPictures(id: string): Promise<Fetched> {
  const [article, content] = await Promise.all([articleById(id), contentOf(id)]);
  const failures: Fetched["failures"] = new Map();
  if (!article?.receipt || !content) return { kept: 0, failures };
  const body = sanitizeToFragment(content.html);
  const { pictures, missing } = await keepPictures(body, async (address) => {
    const answer = await ask(address);
    if (typeof answer !== "string") return answer;
    failures.set(address, answer === "unreachable" && (await isReachable(address)) ? "refused" : answer);
    return answer === "absent" ? answer : "refused";
  });
  for (const image of body.querySelectorAll<HTMLImageElement>("img[data-missing][data-remote-src]")) {
    const { remoteSrc = "", missing: reason = "" } = image.dataset;
    if (!failures.has(remoteSrc)) failures.set(remoteSrc, reason as MissingReason);
  }
  if (pictures.length > 0) {
    const { receipt } = article;
    await savePictures(id, htmlOf(body), pictures, {
      ...receipt,
      bytes: receipt.bytes + pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
      pictures: { kept: receipt.pictures.kept + pictures.length, missing },
    });
  }
  return { kept: pictures.length, failures };
}

/** The bytes at an address on the web, where its site lets us read them. */
export const fromWeb: PictureSource = async (address) => {
  const answer = await ask(address);
  return typeof answer === "string" ? (answer === "absent" ? answer : "refused") : answer;
};

async function ask(address: string): Promise<PagePicture | FetchFailure> {
  if (!/^https?:/i.test(address)) return "absent";
  try {
    const answer = await askWeb(address, patience);
    if (!answer.ok) return notThere.includes(answer.status) ? "not-found" : "refused";
    return { type: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return "unreachable"; // or its site allows no other to read it: a browser does not say which
  }
}

/** Whether anyone answers at an address at all; the answer itself stays closed to us. */
async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, {
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(patience),
    });
    return true;
  } catch {
    return false;
  }
}
