/** The colours a tag can have; each paper has its own of each. */
export const tagColours = ["leaf", "seal", "amber", "sky", "plum"] as const;
type TagColour = (typeof tagColours)[number];

/** A word the reader files articles under. */
export type Tag = { name: string; colour?: TagColour };

/** The longest name of a tag, in characters: what fits a chip. */
const longestTag = 40;

/** A tag's name as it is kept: without a leading `#`, spaces at its ends or doubled; empty when nothing is left. */
export function tagName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^#+\s*/, "")
    .slice(0, longestTag)
    .trim();
}
