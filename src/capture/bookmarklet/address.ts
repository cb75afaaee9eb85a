import { type BookmarkletWords, sendThisPage } from "./bookmarklet.ts";

/**
 * The bookmarklet as an address to be kept as a bookmark: its own minified source, told where this Liuye lives and the
 * key by which that knows it.
 * A function's text is what the build made of it, so there is no second build and nothing to load from anywhere.
 */
export function bookmarkletAddress(app: string, key: string, words: BookmarkletWords): string {
  const code = `(${sendThisPage})(${JSON.stringify(app)},${JSON.stringify(key)},${JSON.stringify(words)})`;
  // Brackets may stand as they are: escaped, they would be a seventh of the whole.
  const address = encodeURI(code).replace(/%(?:5B|5D|5E|7B|7C|7D)/g, (escaped) => decodeURIComponent(escaped));
  return `javascript:${address.replaceAll("#", "%23")}`;
}
