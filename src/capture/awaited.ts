import { LiuyeError } from "#domain/errors.ts";
import { normalizeUrl } from "#domain/url.ts";
import type { Awaited } from "#library/pending.ts";

/** What can be said of a page by its address alone: where it is, and its own words for it if there are any. Throws `nothing-to-read`. */
export function awaitedFrom(url: string, title?: string): Awaited {
  const address = normalizeUrl(url);
  if (!address) throw new LiuyeError("nothing-to-read");
  return {
    identity: `url:${address}`,
    url,
    title: title?.trim() || readable(address),
    source: hostNamed(address),
  };
}

/** The host of an address as one says it: who published a page, as far as its address tells. */
export function hostNamed(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}

/** An address as a title: without its scheme, and with the characters it stands for. */
function readable(address: string): string {
  const short = address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
  try {
    return decodeURIComponent(short);
  } catch {
    return short;
  }
}
