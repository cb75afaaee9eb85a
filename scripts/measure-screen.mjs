// What a ruler finds wrong with a screen: what an eye grows tired of looking for on two thousand pictures.

/** Runs in the page. Lines that say what is too small, cut off, broken, left over on a line of its own, or wider than the screen. */
export function measureScreen() {
  const finger = 44; // CSS pixels, what the design promises
  const narrowest = 40; // of one among five side by side on 320 px
  const faults = new Set();
  const top = [...document.querySelectorAll("dialog[open], :popover-open")].at(-1) ?? document.body;
  const width = document.documentElement.clientWidth;
  const nameOf = (element) => `${element.localName}.${element.className || element.parentElement?.className}`;
  const chips = ".list-chips, .search-chips, .notes-chips";
  const foreign = `${chips}, .unseen, .prose, pre, textarea, input, select, [inert]`;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  if (document.documentElement.scrollWidth > width + 1) faults.add("the page scrolls sideways");
  for (const element of top.querySelectorAll("*")) {
    if (element.closest(foreign) || !seen(element)) continue;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    if (isWider && textOverflow === "ellipsis") faults.add(`cut: ${nameOf(element)} “${element.textContent}”`);
    else if (isWider && /auto|scroll|hidden/.test(overflowX)) faults.add(`scrolls sideways: ${nameOf(element)}`);
  }
  for (const control of top.querySelectorAll("a[href], button, input, select, textarea, summary, label:has(input)")) {
    if (control.closest("[inert], .prose, .unseen") || !seen(control)) continue;
    if (control.matches("label *")) continue; // the label is what is pressed
    const { left, right, width: own, height } = control.getBoundingClientRect();
    if (!control.closest(chips) && (left < -1 || right > width + 1)) faults.add(`out of sight: ${nameOf(control)}`);
    const isInLine = getComputedStyle(control).display === "inline" || control.matches(".head-fact");
    const least = control.closest(".segments") ? narrowest : finger;
    if (!isInLine && (height < finger - 0.5 || own < least))
      faults.add(`small: ${nameOf(control)} ${Math.round(own)}×${Math.round(height)}`);
  }
  for (const block of top.querySelectorAll(
    "h1, h2, h3, p, li, dt, dd, small, span, b, strong, button, a, label, legend, figcaption",
  )) {
    const hasWords = [...block.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (
      !hasWords ||
      block.matches(":has(input)") ||
      block.closest(foreign) ||
      !seen(block) ||
      getComputedStyle(block).display === "inline"
    )
      continue;
    const lines = linesOf(block);
    if (lines.length < 2) continue;
    const size = Number.parseFloat(getComputedStyle(block).fontSize);
    const last = lines.at(-1);
    if (
      block.matches(".quiet-button, .main-button, :is(.quiet-button, .main-button) > span") &&
      !block.matches(":has(svg, input)")
    )
      faults.add(`broken: ${nameOf(block)} “${block.textContent}”`);
    if (last.width < size * 1.9) faults.add(`left over: ${nameOf(block)} “${block.textContent}”`);
  }
  return [...faults];

  /** The lines of a block's own words, by where they stand. */
  function linesOf(block) {
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = [];
    for (const { top: from, bottom, left, right } of range.getClientRects()) {
      if (right - left < 1) continue;
      const line = lines.find((one) => from < one.bottom - 3 && bottom > one.from + 3);
      if (!line) lines.push({ from, bottom, left, right, width: right - left });
      else {
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, right);
        line.width = line.right - line.left;
      }
    }
    return lines;
  }
}
