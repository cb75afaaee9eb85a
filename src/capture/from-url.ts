import { LiuyeError } from "#domain/errors.ts";
import { askWeb } from "./ask-web.ts";
import { longestPage, type Page } from "./page.ts";

/** How long a site may take to answer, in milliseconds. */
const patience = 15_000;

/** The place in a relay's address where the wanted address goes. */
const relaySlot = "{url}";

/**
 * Fetches a page where its site lets other sites read it (CORS), else through the reader's own relay if there is one.
 * No cookie and no referrer goes along. Throws LiuyeError `link-refused` when neither gives a readable page.
 */
export async function pageFromUrl(url: string, relay = ""): Promise<Page> {
  const { decodeBytes } = await import("#domain/text/decode.ts");
  const ways = [url, ...(relay.includes(relaySlot) ? [relay.replace(relaySlot, encodeURIComponent(url))] : [])];
  let cause: unknown;
  for (const way of ways) {
    try {
      const { bytes, type } = await fetchBytes(way);
      const { text, truncated } = decodeBytes(bytes);
      return { kind: /^text\/plain/i.test(type) ? "text" : "html", content: text, via: "link", url, truncated };
    } catch (error) {
      cause = error;
    }
  }
  throw new LiuyeError("link-refused", { cause });
}

/** The bytes at an address, never more of them than the longest page has characters, and their type; throws for anything but a page of words. */
async function fetchBytes(address: string): Promise<{ bytes: Uint8Array; type: string }> {
  const answer = await askWeb(address, patience);
  const type = answer.headers.get("content-type") ?? "text/html";
  if (!answer.ok || !answer.body || !/^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)/i.test(type)) {
    await answer.body?.cancel();
    throw new Error(`no page: ${answer.status} ${type}`);
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
    pieces.push(new Uint8Array(value));
    size += value.byteLength;
    if (size > longestPage) {
      await reader.cancel();
      throw new LiuyeError("file-too-large");
    }
  }
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), type };
}
