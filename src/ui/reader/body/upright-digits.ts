/** Digits that stand upright together in a line that runs downward; more of them would be too narrow to read. */
const shortNumber = /(?<![\d.,:/%A-Za-z-])\d{1,3}(?![\d.,:/A-Za-z-])/g;

/** Gives each short number in Chinese text a box of its own, which the stylesheet stands upright in a vertical line. */
export function raiseDigits(root: DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (text.data.search(shortNumber) >= 0 && !text.parentElement?.closest("pre, code, svg, math, table, .long-run"))
      texts.push(text);
  }
  for (const text of texts) {
    // From the end, so that what is found before keeps its place.
    for (const { index, 0: digits } of [...text.data.matchAll(shortNumber)].reverse()) {
      const box = document.createElement("span");
      box.className = "upright";
      const rest = text.splitText(index);
      rest.splitText(digits.length);
      rest.replaceWith(box);
      box.append(rest);
    }
  }
}
