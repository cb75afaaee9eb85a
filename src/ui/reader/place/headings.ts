import type { Run } from "./reading-place.ts";

/** A heading of the body: its words, how deep it lies under the topmost ones, and the character it begins at. */
export type Heading = { element: HTMLElement; words: string; depth: number; offset: number };

/** The headings of a body that have words, in order. */
export function headingsOf(runs: readonly Run[]): Heading[] {
  const headings: (Heading & { level: number })[] = [];
  for (const { node, start } of runs) {
    const element = node.parentElement?.closest<HTMLElement>("h1, h2, h3, h4, h5, h6");
    if (!element || headings.at(-1)?.element === element || node.parentElement?.closest("rt")) continue;
    headings.push({ element, words: wordsOf(element), depth: 0, level: Number(element.tagName[1]), offset: start });
  }
  const open: number[] = [];
  return headings.map(({ level, ...heading }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return { ...heading, depth: open.length - 1 };
  });
}

/** The heading whose section holds a character; undefined before the first. */
export function sectionAt(headings: readonly Heading[], offset: number): Heading | undefined {
  return headings.findLast((heading) => heading.offset <= offset);
}

/** The words of an element as they are shown, without the readings above its characters. */
function wordsOf(element: HTMLElement): string {
  if (!element.querySelector("rt")) return (element.textContent ?? "").replace(/\s+/g, " ").trim();
  const copy = element.cloneNode(true) as HTMLElement;
  for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
  return wordsOf(copy);
}
