/**
 * Reads `highlights/<slug>.md`. Omnivore wrote each passage as `> quote`, then its labels as `#label`, then its note, with a
 * blank line between; paragraphs of the quote after the first begin with `> ` too, and a note on the whole article stands by
 * itself with three blank lines behind it, or one at the end of the file.
 */
export function readPassages(markdown: string): { passages: { quote: string; note?: string }[]; note: string } {
  const passages: { quote: string; note?: string }[] = [];
  const notes: string[] = [];
  for (const { words, isApart } of blocksOf(markdown)) {
    const passage = passages.at(-1);
    if (/^>/.test(words)) passages.push({ quote: words.replace(/^> ?/gm, "").trim() });
    else if (!passage || isApart) notes.push(words);
    else if (!areLabels(words)) passage.note = passage.note === undefined ? words : `${passage.note}\n\n${words}`;
  }
  return { passages, note: notes.join("\n\n") };
}

function blocksOf(markdown: string): { words: string; isApart: boolean }[] {
  const pieces = markdown.split(/(\n[\n \t]*\n)/);
  const blocks: { words: string; isApart: boolean }[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const words = pieces[at]?.trim() ?? "";
    const lines = (pieces[at + 1] ?? "").split("\n").length - 1;
    const isLast = at + 2 >= pieces.length - 1 && !pieces[at + 2]?.trim();
    if (words !== "") blocks.push({ words, isApart: lines >= (isLast ? 2 : 4) });
  }
  return blocks;
}

/** A label of several words cannot be told from a note by its form; only lines of `#one #two` are taken for labels. */
function areLabels(words: string): boolean {
  return words.split(/\s+/).every((word) => /^#[^#\s]/.test(word));
}
