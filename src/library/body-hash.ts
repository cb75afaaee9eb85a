import type { Content } from "#domain/article.ts";
import { sha256 } from "#domain/sha256.ts";

/** The SHA-256 of a body's HTML in UTF-8; to be made before the transaction that writes both, which waits for nothing else. */
export function bodyHash(html: string): Promise<string> {
  return sha256(new TextEncoder().encode(html));
}

/** What can be wrong with a body. */
export type BodyFault = "gone" | "empty" | "changed";

/** What is wrong with a body as it was read; undefined where nothing is, as far as its hash tells. */
export async function bodyFault(content: Content | null | undefined): Promise<BodyFault | undefined> {
  if (!content) return "gone";
  if (![content.html, content.text].every((words) => typeof words === "string" && words.trim() !== "")) return "empty";
  return content.hash === undefined || content.hash === (await bodyHash(content.html)) ? undefined : "changed";
}
