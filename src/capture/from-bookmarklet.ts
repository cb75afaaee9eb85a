import type { BookmarkletMessage } from "./bookmarklet/bookmarklet.ts";
import { longestPage, type Page, type PagePicture } from "./page.ts";

/** All pictures of one message together, in bytes; the bookmarklet itself stops at fifteen million. */
const mostBytes = 16 * 1024 * 1024;

const mostPictures = 200;
const longestAddress = 8000;
const longestTitle = 4000;
const longestKey = 100;

/** The shape of a nonce: what the bookmarklet makes and the address of the receiving screen carries. */
const nonceShape = /^[0-9a-f]{32}$/;

/** What came through the window's door: a page, or null for a message that is not the bookmarklet's. */
export type Handed = {
  page: Page & { url: string };
  title: string;
  /** The key the bookmarklet was given by its Liuye, by which that knows its own; empty when there is none. */
  key: string;
} | null;

/**
 * Waits for the one message the window that opened this one may send, and answers it with no more than "got it".
 * Whatever comes first from there closes the door, right or wrong; other windows are not listened to.
 */
export function receivePage(opener: Window, nonce: string, signal: AbortSignal): Promise<Handed> {
  return new Promise((resolve) => {
    const closed = new AbortController();
    addEventListener(
      "message",
      ({ source, origin, data }) => {
        if (source !== opener) return;
        closed.abort();
        const handed = pageFromMessage(data, origin, nonce);
        if (handed) opener.postMessage("liuye:got", origin);
        resolve(handed);
      },
      { signal: AbortSignal.any([signal, closed.signal]) },
    );
    opener.postMessage("liuye:ready", "*"); // says nothing, so anyone may hear it
  });
}

/**
 * The page in a message from a window of `origin`, or null when anything about it is not as the bookmarklet sends it.
 * Its address must be of the very origin the browser vouches for: else a site could put its words in another's place.
 */
export function pageFromMessage(message: unknown, origin: string, nonce: string): Handed {
  if (!nonceShape.test(nonce) || typeof message !== "object" || message === null) return null;
  const claim: Partial<Record<keyof BookmarkletMessage, unknown>> = message;
  if (claim.nonce !== nonce) return null;
  const { title, html, selection } = claim;
  const url = webAddress(claim.url);
  if (!url || url.origin !== origin) return null;
  if (!isText(title, longestTitle) || !isText(html, longestPage) || !isText(selection, longestPage) || !html)
    return null;
  const pictures = picturesIn(claim.pictures);
  if (!pictures) return null;
  const page: Page & { url: string } = { kind: "html", content: html, via: "bookmarklet", url: url.href, pictures };
  if (title.trim()) page.name = title.trim();
  const key = isText(claim.key, longestKey) ? claim.key : "";
  if (!selection.trim()) return { page, title, key };
  return { page: { ...page, content: selectedPart(html, selection), whole: true, part: true }, title, key };
}

function webAddress(value: unknown): URL | undefined {
  if (!isText(value, longestAddress) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function picturesIn(value: unknown): Map<string, PagePicture> | undefined {
  if (!Array.isArray(value) || value.length > mostPictures) return undefined;
  const pictures = new Map<string, PagePicture>();
  let total = 0;
  for (const entry of value as unknown[]) {
    if (typeof entry !== "object" || entry === null) return undefined;
    const { address, type, bytes }: { address?: unknown; type?: unknown; bytes?: unknown } = entry;
    if (!isText(address, longestAddress) || !isText(type, 100) || !(bytes instanceof ArrayBuffer)) return undefined;
    total += bytes.byteLength;
    if (total > mostBytes) return undefined;
    pictures.set(address, { type, bytes: new Uint8Array(bytes) });
  }
  return pictures;
}

/** The page with nothing in it but what was selected: its head still says who wrote it, and when. */
function selectedPart(html: string, selection: string): string {
  const body = html.search(/<body\b/i);
  return `${body < 0 ? "" : html.slice(0, body)}<body><article>${selection}</article></body></html>`;
}
