// Blanks as pages have them: full-width, hard and of no width. Trimmed by index, because a pattern that ends in `$`
// looks for the end of a text again from every blank in it.

const zeroWidth = "\u200b";

/** A text without the blanks around it. */
export function trimBlank(text: string): string {
  let from = 0;
  while (from < text.length && isBlank(text, from)) from++;
  return trimBlankEnd(text.slice(from));
}

/** A text without the blanks after it. */
export function trimBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end--;
  return text.slice(0, end);
}

/** The characters of a text without blanks: how lines of different markup are told to be the same. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u2063]+/g, "");
}

function isBlank(text: string, at: number): boolean {
  const character = text[at] ?? "";
  return character === zeroWidth || character.trim() === "";
}
