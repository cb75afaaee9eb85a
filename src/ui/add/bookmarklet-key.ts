// The bookmarklet carries a key this Liuye gave it, so that a site that opens Liuye by itself is told from it. A site the
// bookmarklet ran on could learn the key, and then keep its own pages unasked; nothing more can be done with it.
const place = "liuye:bookmarklet-key";

/** The key in this Liuye's bookmarklet, made when it is first wanted. */
export function bookmarkletKey(): string {
  const known = keptKey();
  if (known) return known;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  try {
    localStorage.setItem(place, key);
  } catch {
    // storage is switched off: each page is asked about
  }
  return key;
}

/** Whether a key is the one this Liuye gave its bookmarklet. */
export function isOwnKey(key: string): boolean {
  return key !== "" && key === keptKey();
}

function keptKey(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
