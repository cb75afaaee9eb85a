/** An address or a serial number longer than this may leave a gap as wide as the line it does not fit on. */
const longRun = /[!-~]{20,}/g;

/**
 * Marks addresses and other long runs without a space, so that they may break where the line ends
 * instead of moving down whole and tearing the justified line they leave.
 */
export function markLongRuns(root: DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (text.data.search(longRun) >= 0 && !text.parentElement?.closest("pre, svg, math")) texts.push(text);
  }
  for (const text of texts) {
    // From the end, so that what is found before keeps its place.
    for (const { index, 0: run } of [...text.data.matchAll(longRun)].reverse()) {
      const box = document.createElement("span");
      box.className = "long-run";
      const rest = text.splitText(index);
      rest.splitText(run.length);
      rest.replaceWith(box);
      box.append(rest);
    }
  }
}
