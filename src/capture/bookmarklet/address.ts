import { type BookmarkletWords, sendThisPage } from "./bookmarklet.ts";

/**
 * The bookmarklet as an address to be kept as a bookmark: its own minified source, told where this Liuye lives.
 * A function's text is what the build made of it, so there is no second build and nothing to load from anywhere.
 */
export function bookmarkletAddress(app: string, words: BookmarkletWords): string {
  const code = `(${sendThisPage})(${JSON.stringify(app)},${JSON.stringify(words)})`;
  return `javascript:${encodeURI(code).replaceAll("#", "%23")}`;
}
