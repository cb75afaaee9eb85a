/** What a serialiser writes for the characters that markup needs for itself. */
const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** A tag, its quoted attributes taken whole: they may hold the sign that ends it. */
const tag = /<[a-z/!](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * The text that positions in an article count: all characters of a body as it was kept (`htmlOf`), white space between
 * blocks included. It is what the reader has on screen; a body from elsewhere may differ in white space.
 */
export function bodyText(html: string): string {
  return html.replace(tag, "").replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => references[name] ?? "");
}
